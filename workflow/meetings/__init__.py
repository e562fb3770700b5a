"""What a person does with a meeting: prepare it, move it with all that hangs on it, follow it up."""

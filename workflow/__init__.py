"""What may be done: reading letters, deciding, and the shell that runs it."""

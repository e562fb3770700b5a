"""The benchmark that anyone can run: each speed we promise, as a ratio to a named floor in the same run."""

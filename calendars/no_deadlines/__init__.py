"""One file per kind of date-like words that are no deadline: its phrases, and why."""

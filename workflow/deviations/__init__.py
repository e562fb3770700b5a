"""Deviations from the command to the duty's decision, and what the clock does by itself."""

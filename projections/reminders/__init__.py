"""Which duties something may still have to be said about: each whole, as the planner of notices needs it."""

"""Who subscribes to which calendar, by which secret address."""

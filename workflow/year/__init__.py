"""An agency's year: its texts and ticks, what must be decided, closing and reopening."""

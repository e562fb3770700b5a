"""What the calendars show: one rendered entry per publishable deadline, joined into feeds."""

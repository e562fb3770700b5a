"""When something is due: the deadline language, working days and iCalendar text. Pure: no I/O, no clock."""

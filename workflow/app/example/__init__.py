"""The project's own example: a made-up ministry's letter to a made-up directorate, and its staff."""

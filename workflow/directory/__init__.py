"""People and units: mutable and erasable, outside the events."""

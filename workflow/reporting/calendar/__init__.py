"""The styringskalender as the ministry prints it, and read back from what was sent."""

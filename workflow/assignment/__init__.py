"""The stream of one assignment (oppdrag)."""

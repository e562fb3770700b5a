"""The letter: what was read in it, what was decided, and how it differs from what stands."""

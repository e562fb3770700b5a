"""Which deviations there are: each with its measures, whom it was told to, and how it ended."""

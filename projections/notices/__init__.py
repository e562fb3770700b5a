"""Which notices were raised, and what became of each."""

"""The past replayed: as it was known, as it was by what we know now, and what changed between two days."""

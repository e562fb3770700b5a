"""The stream of one governance meeting (styringsmøte)."""

"""The stream of one report (rapport, innspill)."""

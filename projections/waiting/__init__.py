"""What we wait for from the ministry: since when, and when it was last asked."""

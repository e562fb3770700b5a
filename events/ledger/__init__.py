"""The ledger: every event chained to those before it, so that any change shows, and can be proved."""

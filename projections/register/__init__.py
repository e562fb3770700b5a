"""Which duties there are: each with its state, owner, deadlines and the places it comes from."""

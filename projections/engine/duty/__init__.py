"""What the events say of each duty: one fold that every projection of duties shares."""

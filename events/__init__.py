"""What happened: the vocabulary of events and their life on disk."""

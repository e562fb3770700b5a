"""What is known: one folder per question, rebuilt from the events at any time."""

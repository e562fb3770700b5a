"""The mail server at the other end: its settings, and the post that hands mails over to it."""

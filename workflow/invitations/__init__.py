"""Invitations to meetings: what goes out by mail, and the answers that come back."""

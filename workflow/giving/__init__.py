"""Duties that no letter gave: by e-mail, in a meeting, by word of mouth."""

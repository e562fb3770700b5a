"""Notices: what falls due for whom, raised once, written as mail, sent, and recorded."""

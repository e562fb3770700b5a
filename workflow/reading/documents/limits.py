"""How large a document may be, and how much time and memory reading it may take."""

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 2_000
MAX_LINES = 250_000
"""2,000 pages of 60 lines are 120,000; twice that is no letter."""
MAX_CELLS = 250_000
"""Cells of one table after spans are unfolded: a colspan of a billion is an attack, not a calendar."""
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
"""What a DOCX may unpack to; its own size is at most `MAX_BYTES`."""
MAX_MEMBERS = 10_000
"""Files inside a DOCX."""
CHILD_MEMORY_BYTES = 1024 * 1024 * 1024
CHILD_SECONDS = 180.0
"""PDF, DOCX and HTML are read in a process of their own with these two bounds.

A page of PDF that is full of text takes 0.1 to 0.15 seconds.
"""

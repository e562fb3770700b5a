"""Tests of the events and their life on disk."""

"""Figures of a report, drawn."""

"""Builds reports from the history: one file for each report and each section."""

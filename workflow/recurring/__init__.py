"""Recurring duties: the steps that touch a series and the reports it opened at once."""

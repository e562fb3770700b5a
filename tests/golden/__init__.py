"""Stored events as they were first written: «stored name.vN.json», each the state of one event.

What has been stored stays readable, so a file here is never changed and never removed. A new
event, or a new `class_version` of one, comes with a new file.
"""

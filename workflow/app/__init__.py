"""The shell: settings, the clock, the wiring, and the doors (command line, web, scheduler)."""

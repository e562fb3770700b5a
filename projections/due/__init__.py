"""What falls due when: one row per part of a duty, those without a day kept apart."""

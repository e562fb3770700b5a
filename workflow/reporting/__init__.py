"""Reports from the trail: one model, written in every format."""

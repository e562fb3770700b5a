"""The agency's rules for notices: ladders, lead times and pauses, each a fact."""

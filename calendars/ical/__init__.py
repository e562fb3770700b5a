"""A deadline or a meeting as RFC 5545 component text, as real calendar clients need it."""

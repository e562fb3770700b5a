"""A whole year of an invented staff around a real letter, replayed against a real mail server."""

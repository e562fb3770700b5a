"""A finished report written in the formats that people and programs open."""

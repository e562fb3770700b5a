"""The service over HTTP: feeds, a landing page for each, and health."""

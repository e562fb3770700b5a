"""What every projection stands on: catching up, rebuilding, and the common fold of a duty's events."""

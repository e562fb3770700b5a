"""The stand-alone verifier that goes with every export."""

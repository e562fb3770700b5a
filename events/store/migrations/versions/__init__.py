"""One file a step, named NNNN_what.py after its revision NNNN; the highest is the schema of today."""

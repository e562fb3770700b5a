"""Proof for whoever does not take our word: checkpoints, proofs, exports, and who looked."""

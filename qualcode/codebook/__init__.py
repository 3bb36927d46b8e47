"""Codebooks: YAML to Codebook, with every problem and its line."""

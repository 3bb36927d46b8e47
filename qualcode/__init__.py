"""qualcode: coding qualitative interviews, from transcripts and a codebook to matrices that open onto their quotes."""

__version__ = "0.1.0"

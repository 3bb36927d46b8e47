"""Step 1, data condensation: accounting, coverage, excerpts."""

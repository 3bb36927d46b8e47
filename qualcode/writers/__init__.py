"""Reports out: one file a format."""

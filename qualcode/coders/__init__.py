"""Who codes by machine: one file a coder."""

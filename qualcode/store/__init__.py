"""The study folder: read, append, lock, log."""

"""Step 2, data display: one file a named display."""

"""Step 3, drawing and verifying conclusions: one file a tactic."""

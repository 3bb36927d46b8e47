"""Projects of other programs (REFI-QDA): a study out, and what people coded there back in or made into a new study."""

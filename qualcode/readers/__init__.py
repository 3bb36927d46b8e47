"""Transcripts in: one file a format, then turns, speakers and roles for all of them."""

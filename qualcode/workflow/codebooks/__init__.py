"""Codebooks by themselves and in their study: found, checked, tried, compared, and changed with the study's codings."""

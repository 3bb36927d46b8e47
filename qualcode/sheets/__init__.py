"""Sheets: codings out to Word and Excel, where people decide, and what they did there back in."""

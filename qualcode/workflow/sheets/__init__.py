"""Sheets of Word and Excel: out to people who work in them, and what these did there back in, each thing once."""

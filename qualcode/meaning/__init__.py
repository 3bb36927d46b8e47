"""Tactics for generating meaning: what the program lays out, and what a person is asked, one file a tactic."""

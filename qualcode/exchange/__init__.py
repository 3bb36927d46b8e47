"""Whole projects both ways: REFI-QDA, which NVivo, ATLAS.ti, MAXQDA and QualCoder read and write."""

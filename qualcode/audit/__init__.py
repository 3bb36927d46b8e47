"""For auditors: who did what when, whether records are whole, a sample to judge, what changed between two states."""

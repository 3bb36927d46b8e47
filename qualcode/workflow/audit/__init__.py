"""What an auditor asks of a study: its trail, whether its records hold, a sample to judge, two states side by side."""

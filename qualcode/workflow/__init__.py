"""The whole way as plain functions: each hands rooms what they need of each other."""

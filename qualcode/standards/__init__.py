"""Standards of quality and of reporting: what the records of a study answer of each, and what is left to its authors.

One file a standard; the facts that they ask for are told by `people`, `interviews`, `frame`, `work` and `conclusions`.
"""

"""XML walks, byte-level guards and YAML with lines, shared by readers and writers."""

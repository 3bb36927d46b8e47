"""Claims: read from YAML, made and changed; whom they are about, and the signs of if-then tests."""

"""HTML templates and escaping, shared by all pages."""

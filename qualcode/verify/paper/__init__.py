"""What a published paper says, set against interviews."""

"""How far coders agree: codings laid over units, one file a measure, and where they part."""

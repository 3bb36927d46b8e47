"""JSON that others may have written: whatever is none raises one error."""

import json
from typing import Any


def parse_json(source: str | bytes) -> Any:
    """The value; ValueError for what is no JSON, also where lists lie in lists too deep for Python to follow."""
    try:
        return json.loads(source)
    except RecursionError:
        raise ValueError("nested too deep") from None

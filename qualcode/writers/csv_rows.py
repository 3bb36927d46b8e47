"""Rows as CSV bytes, the same on every Python."""

import re
from collections.abc import Iterable


def write_rows(rows: Iterable[Iterable[str]], separator: str = ",") -> bytes:
    r"""Rows as UTF-8 without BOM, `\n` after each, quoted where needed.

    The csv module leaves a lone carriage return bare or quotes it, by version; here it is always quoted.
    """
    needs_quotes = re.compile(f'["\r\n{re.escape(separator)}]').search

    def write_field(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if needs_quotes(text) else text

    return "".join(separator.join(map(write_field, row)) + "\n" for row in rows).encode()

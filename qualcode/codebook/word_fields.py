"""Word fields: words that say much the same where a matter is told, written once and named in cues as `<name>`.

`near: [<party>, <meet>]` is the cue with every word of both fields. Of a lexical field (Trier 1931) it is what speakers
use of it in the interviews that a codebook is for.
"""

import re
from collections.abc import Iterator, Mapping

from qualcode.codebook.fields import by_language, read_pattern
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import mark

_NAME = re.compile(r"<([^<>]*)>")
_ALTERNATIVES = re.compile(r"\([^()]*\)")


class WordFields:
    """The word fields of a file, by language and name; each is given as the alternatives that it stands for."""

    def __init__(self, fields: Mapping[str, dict[str, str]]) -> None:
        self._fields = fields
        self._names = {
            language: {words.replace("|", "/"): f"<{name}>" for name, words in reversed(known.items())}
            for language, known in fields.items()
        }

    def expand(self, check: Checker, entry: Entry, language: str) -> Entry:
        """The entry with the words of fields in the place of their names; a name that there is not is noted."""
        if isinstance(entry.value, dict):
            return Entry({key: self.expand(check, value, language) for key, value in entry.value.items()}, entry.line)
        if isinstance(entry.value, list):
            return Entry([self.expand(check, item, language) for item in entry.value], entry.line)
        if not isinstance(entry.value, str) or "<" not in entry.value:
            return entry
        known = self._fields.get(language, {})
        for name in _NAME.findall(entry.value):
            if name not in known:
                check.note(entry, mark("there is no word field `{name}`", name=name), suggest(name, tuple(known)))
        text = _NAME.sub(lambda found: known.get(found[1], found[1] or "-"), entry.value)
        return Entry(text, entry.line, text)

    def shorten(self, text: str, language: str) -> str:
        """The name of a rule with the names of the fields in the place of their words."""
        names = self._names.get(language)
        return _ALTERNATIVES.sub(lambda found: names.get(found[0], found[0]), text) if names else text


def read_word_fields(check: Checker, entry: Entry | None) -> WordFields:
    """What stands under `word_fields:` of a file: by language and name, lists of words."""
    return WordFields(
        {
            language: dict(_read_fields(check, fields, language))
            for language, fields in by_language(check, entry, "word_fields")
        }
    )


def _read_fields(check: Checker, entry: Entry, language: str) -> Iterator[tuple[str, str]]:
    for name, items in check.mapping(
        entry, "word_fields", mark("Write one field a line: `party: [office, mayor]`")
    ).items():
        words = [item.written for item in check.texts(items, name) if read_pattern(check, item, language, name)]
        if not words:
            check.note(
                items, mark("the word field `{name}` has no words", name=name), mark("List them, or take it out")
            )
        yield name, f"({'|'.join(words)})" if words else name

"""The last resort of the rule language: spaCy token patterns, matched on Docs of single sentences."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qualcode.codebook.patterns import Pattern, PatternError
from qualcode.coders.phrases import Hit

if TYPE_CHECKING:
    from spacy.matcher import Matcher


class TokenPatterns:
    """Token patterns by their numbers, with the language in which each is meant. spaCy is loaded only if there are
    any; a pattern that spaCy refuses raises `PatternError`."""

    def __init__(self, patterns: Mapping[int, tuple[Pattern, str]]) -> None:
        self._languages = {number: language for number, (_, language) in patterns.items()}
        self._matchers: dict[str, Matcher] = {}
        for number, (pattern, language) in patterns.items():
            self._add(number, pattern, language)

    def __bool__(self) -> bool:
        return bool(self._languages)

    def __contains__(self, number: int) -> bool:
        return number in self._languages

    def find(self, tokens: Sequence[str], wanted: Collection[int]) -> list[Hit]:
        """Where the wanted patterns match in the words and marks of one sentence, overlapping matches too."""
        from qualcode.language.pipeline import make_doc_of_tokens

        hits = []
        for language in sorted({self._languages[number] for number in wanted}):
            doc = make_doc_of_tokens(tokens, language)
            for key, start, end in self._matchers[language](doc):
                number = int(doc.vocab.strings[key])
                if number in wanted and start < end:
                    hits.append((start, end, number))
        return hits

    def _add(self, number: int, pattern: Pattern, language: str) -> None:
        from spacy.errors import MatchPatternError

        from qualcode.language.pipeline import make_matcher

        if language not in self._matchers:
            self._matchers[language] = make_matcher(language)
        tokens: list[dict[str, Any]] = [dict(token) for token in pattern.token]
        try:
            self._matchers[language].add(str(number), [tokens])
        except (MatchPatternError, ValueError) as error:
            raise PatternError(
                f"spaCy does not understand the token pattern {pattern.text}",
                "See https://spacy.io/api/matcher#patterns for what a token may ask; "
                "there are lemmas and normal forms, but no parts of speech.",
            ) from error

"""The last resort of the rule language: spaCy token patterns, matched on Docs of single sentences."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from qualcode.codebook.patterns import Pattern
from qualcode.codebook.token_patterns import find_tokens, make_token_matcher
from qualcode.coders.phrases import Hit


class TokenPatterns:
    """Token patterns by their numbers, with the language in which each is meant. spaCy is loaded only if there are
    any; a pattern that spaCy refuses raises `PatternError`."""

    def __init__(self, patterns: Mapping[int, tuple[Pattern, str]]) -> None:
        self._languages = {number: language for number, (_, language) in patterns.items()}
        named: dict[str, dict[str, Pattern]] = defaultdict(dict)
        for number, (pattern, language) in patterns.items():
            named[language][str(number)] = pattern
        self._matchers = {language: make_token_matcher(named[language], language) for language in sorted(named)}

    def __bool__(self) -> bool:
        return bool(self._languages)

    def __contains__(self, number: int) -> bool:
        return number in self._languages

    def find(self, tokens: Sequence[str], wanted: Collection[int]) -> list[Hit]:
        """Where the wanted patterns match in the words and marks of one sentence, overlapping matches too."""
        from qualcode.language.pipeline import make_doc_of_tokens

        return [
            (start, end, int(name))
            for language in sorted({self._languages[number] for number in wanted})
            for start, end, name in find_tokens(self._matchers[language], make_doc_of_tokens(tokens, language))
            if int(name) in wanted
        ]

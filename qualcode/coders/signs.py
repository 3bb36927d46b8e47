"""Words as signs: what a codebook's phrases make of a word, written as one character.

Words that can fill the same places of phrases are of one kind, and a kind has one sign. So a sentence becomes a short
string, and what is asked of a word is answered once for all words of its kind. A word is looked at closely only when it
is met for the first time.
"""

import sys
from collections.abc import Callable, Mapping, Sequence

from qualcode.codebook.patterns import Pattern
from qualcode.coders.memory import Memory
from qualcode.coders.places import Places, Spelling
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import ENDING, TOKEN, WITH_STOP, is_word

MOST_REMEMBERED = 32_768
MARK, WORD, CONTEXT = ".wc"  # signs of marks, of words that fill no place, and of those that bear on their neighbours
_FIRST = 0x80  # the other signs begin here


class Signer:
    """Turns texts in `language` into signs. Which words are of a kind hangs on the places of phrases; all of these are
    numbered before the first text is read.

    `lemmas` are set by hand (language, then word, then lemma). `context` are normal forms of words that bear on what is
    found beside them.
    """

    def __init__(
        self, language: str, lemmas: Mapping[str, Mapping[str, str]], context: frozenset[str] = frozenset()
    ) -> None:
        self._language = language
        self._context = context
        self._places = Places(language, lemmas)
        self._signs: dict[tuple[frozenset[int], bool], str] = {}  # by places, and whether the word is of the context
        self._kinds: dict[str, frozenset[int]] = {MARK: frozenset()}  # the places of each sign
        self._bearing: set[str] = set()
        self._signs_of = Signs(self._choose_sign, MOST_REMEMBERED).__getitem__

    def spell(self, pattern: Pattern, language: str) -> Sequence[Spelling]:
        """The ways in which what stands in a text for a pattern may be spelt; its lemmas are meant in `language`."""
        return self._places.spell(pattern, language)

    def sign(self, text: str) -> list[str]:
        """The signs of the words and marks of a text, together for what stands between two blanks."""
        return list(map(self._signs_of, text.lower().split()))

    def list_places(self, sign: str) -> frozenset[int]:
        """The places that words of this sign can fill."""
        return self._kinds[sign]

    def has_context(self, signs: str) -> bool:
        """Whether there is a word that bears on its neighbours."""
        return not self._bearing.isdisjoint(signs)

    def _choose_sign(self, word: str) -> str:
        places = self._places.find(word)
        bears = find_normal_form(word, self._language) in self._context
        if (places, bears) not in self._signs:
            fills = places != self._places.of_any_word
            sign = chr(_FIRST + len(self._kinds)) if fills else CONTEXT if bears else WORD
            self._signs[places, bears] = sign
            self._kinds[sign] = places
            if bears:
                self._bearing.add(sign)
        return self._signs[places, bears]


class Signs(Memory[str]):
    """The signs of chunks of text, each learnt once. Of a word with a mark at its end only the word is remembered."""

    def __init__(self, sign_word: Callable[[str], str], most: int) -> None:
        super().__init__(self._take_apart, most)
        self._sign_word = sign_word

    def __missing__(self, chunk: str) -> str:
        word = chunk[:-1]
        if chunk[-1] in ENDING and word.isalpha() and word.isascii() and word not in WITH_STOP:
            return self[word] + MARK
        return super().__missing__(chunk)

    def _take_apart(self, chunk: str) -> str:
        if chunk.isalpha():
            return self._sign_word(chunk.casefold())
        signs = [
            self._sign_word(token.casefold().replace("’", "'").replace("‑", "-")) if is_word(token) else MARK
            for token in TOKEN.findall(chunk)
        ]
        return sys.intern("".join(signs))  # many chunks, few different strings of signs

"""The lemma of a word, by simplemma's tables (Barbaresi 2021-) and, in Indonesian, by taking affixes off.

A lemma is taken once a word type and remembered, from one run to the next where `begin_with` is given what the last one
learnt: the tables need not be opened again for words that were met before. It is blind to context. Indonesian lemmas
are roots: `kesepakatan` and `menyepakati` share `sepakat`. Negators are never looked for among lemmas: see `negation`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qualcode.language.affixes import strip_affixes
from qualcode.language.normal_forms import NORMAL_FORMS, find_normal_form
from qualcode.language.words import words

if TYPE_CHECKING:
    from simplemma.strategies import DefaultStrategy

# Words that have grown away from their root, and `sebelum`, which is no `belum`.
_WHOLE = words("sebelum pemerintah kelurahan peserta kinerja kerajinan pengrajin bersama kenduri")
_BY_HAND = {
    "bekerjasama": "kerjasama",
    "kerjasamanya": "kerjasama",
    "pertanggungjawaban": "tanggungjawab",
    "bertanggungjawab": "tanggungjawab",
    "kerjaan": "kerja",
    "perajin": "pengrajin",
    "pinta": "minta",
    "rubah": "ubah",
}
# What is said twice and means something else than what is said once: law is no doubled invitation.
_GROWN_TOGETHER = words(
    "undang-undang hati-hati itu-itu sama-sama mudah-mudahan kira-kira apa-apa tiba-tiba mata-mata sendiri-sendiri"
    " laki-laki pura-pura rata-rata masing-masing lama-lama jangan-jangan gara-gara baru-baru tahu-tahu satu-satu"
    " satu-satunya sia-sia kadang-kadang langit-langit gula-gula kuda-kuda ganti-ganti mati-matian habis-habisan"
)
# Roots of today's public life that the tables lack.
_MORE_ROOTS = words(
    "koordinasi sosialisasi transparansi partisipasi komitmen evaluasi kerjasama tanggungjawab obrol komunikasi"
    " kolaborasi fasilitasi sinkron rembuk rembug curhat batik"
)
_WRITTEN_WITH_2 = re.compile(r"([^\W\d_]{3,})2(nya|an|e|ne|)")
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_KNOWN = {whole + clitic: whole for whole in _WHOLE for clitic in ("", *_CLITICS)} | _BY_HAND
_LONGEST_WORD = 60
_HYPHENATED_PREFIXES = ("di", "nge", "me", "ter", "ber")
_JAVANESE_CLITICS = ("ne", "e", "nya")
_MOST_LEARNT = 50_000  # words a language


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is known of words without the tables: the lemmas of some in either language, and whether Indonesian's table
    lists them."""

    id: dict[str, str] = field(default_factory=dict)
    en: dict[str, str] = field(default_factory=dict)
    listed: dict[str, bool] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How much it is."""
        return len(self.id) + len(self.en) + len(self.listed)


_learnt = Learnt()


def begin_with(learnt: Learnt) -> None:
    """Take over what an earlier run learnt of words, and go on learning there; what else was learnt is forgotten."""
    global _learnt  # noqa: PLW0603
    if learnt is not _learnt:
        _learnt = learnt
        find_lemma.cache_clear()


@lru_cache(maxsize=8_192)
def find_lemma(word: str, language: str) -> str:
    """The lemma of a word as typed, in lower case; `language` is "id" or "en". What no table knows stays as it is."""
    known = _learnt.en if language == "en" else _learnt.id
    if word in known:
        return known[word]
    lemma = _work_out(word, language)
    if len(known) < _MOST_LEARNT:
        known[word] = lemma
    return lemma


def _work_out(word: str, language: str) -> str:
    form = find_normal_form(word, language)
    if not form[:1].isalpha() or len(form) > _LONGEST_WORD:
        return form
    if language == "en":
        lemma = form if "'" in form else _look_up(form, "en")
        return form if lemma == form else _look_up(lemma, "en")  # meetings, meeting, meet
    return _find_indonesian(form)


def find_doubled(word: str) -> str:
    """The lemma of what an Indonesian or Javanese word says twice (`dhewe-dhewe`, `anak2`), "" where it says nothing
    twice."""
    first, second = _halve(find_normal_form(word, "id"))
    lemma = find_lemma(first, "id") if second else ""
    return lemma if lemma and lemma == find_lemma(second, "id") else ""


def is_foreign_lemma(word: str, lemma: str, language: str) -> bool:
    """Whether a word of a text in `language` has a lemma of another language by chance alone: `lain` is no form of
    "to lie"."""
    return word != lemma and is_own_word(word, language)


def is_own_word(word: str, language: str) -> bool:
    """Whether a word of a text in `language` is known to be of that language; of an Indonesian text alone can it be
    told."""
    return language == "id" and (find_lemma(word, "id") != word or _is_listed(word))


def _is_listed(word: str) -> bool:
    known = _learnt.listed
    if word in known:
        return known[word]
    listed = word in _dictionary("id")
    if len(known) < _MOST_LEARNT:
        known[word] = listed
    return listed


def _find_indonesian(form: str) -> str:
    if form in _KNOWN:
        return _KNOWN[form]
    if "-" in form or "2" in form:
        return _find_hyphenated(form)
    lemma = _look_up(form, "id")
    if lemma != form:
        return _find_indonesian(lemma) if len(lemma) < len(form) else _BY_HAND.get(lemma, lemma)
    is_root = _roots().__contains__
    if len(form) <= 3 or is_root(form):
        return form
    return _find_javanese(form) or strip_affixes(form, is_root)


def _find_javanese(form: str) -> str:
    """`regane` is `rega` with its article, which the normal forms know as `harga`."""
    for clitic in _JAVANESE_CLITICS:
        standard = NORMAL_FORMS["id"].get(form.removesuffix(clitic))
        if standard:
            return _find_indonesian(standard)
    return ""


def _find_hyphenated(form: str) -> str:
    """`anak-anaknya` is `anak`, `UMKM-nya` is `umkm`, `di-cut` is `cut`; other compounds stay whole."""
    first, second = _halve(form)
    if not second:
        return form
    if second in _CLITICS:
        return _find_indonesian(first)
    if first in _HYPHENATED_PREFIXES:
        return _find_indonesian(second)
    lemma = find_lemma(first, "id")
    if lemma != find_lemma(second, "id"):
        return form
    doubled = f"{find_normal_form(first, 'id')}-{find_normal_form(second, 'id')}"
    return doubled if doubled in _GROWN_TOGETHER else lemma


def _halve(form: str) -> tuple[str, str]:
    """The two halves of a word with one hyphen, or with the 2 that people write for a doubling; ("", "") of others."""
    if short := _WRITTEN_WITH_2.fullmatch(form):
        return short[1], short[1] + short[2]
    first, _, second = form.partition("-")
    return (first, second) if first and second and "-" not in second else ("", "")


def _look_up(form: str, language: str) -> str:
    """The lemma by simplemma. What it tries first is asked first: most words stand in its tables as they are."""
    listed = _dictionary(language).get(form) if form.isalpha() else None
    return (listed or _strategy().get_lemma(form, language) or form).casefold()


@cache
def _strategy() -> "DefaultStrategy":
    """What `simplemma.lemmatize` asks, without the memory of its own that it keeps in front."""
    from simplemma.strategies import DefaultStrategy

    return DefaultStrategy()


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    words: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    return words


@cache
def _roots() -> frozenset[str]:
    return _MORE_ROOTS | {lemma.casefold() for lemma in _dictionary("id").values()}

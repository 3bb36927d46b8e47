"""The lemma of a word, by simplemma's tables (Barbaresi 2021-) and, in Indonesian, by taking affixes off.

A lemma is taken once a word type and remembered. It is blind to context. Indonesian lemmas are roots: `kesepakatan`
and `menyepakati` share `sepakat`. Negators are never looked for among lemmas: see `negation`.
"""

from collections.abc import Mapping
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
# Roots of today's public life that the tables lack.
_MORE_ROOTS = words(
    "koordinasi sosialisasi transparansi partisipasi komitmen evaluasi kerjasama tanggungjawab obrol komunikasi"
    " kolaborasi fasilitasi sinkron rembuk rembug curhat batik"
)
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_LONGEST_WORD = 60
_HYPHENATED_PREFIXES = ("di", "nge", "me", "ter", "ber")
_JAVANESE_CLITICS = ("ne", "e", "nya")


@lru_cache(maxsize=32_768)
def find_lemma(word: str, language: str) -> str:
    """The lemma of a word as typed, in lower case; `language` is "id" or "en". What no table knows stays as it is."""
    form = find_normal_form(word, language)
    if not form[:1].isalpha() or len(form) > _LONGEST_WORD:
        return form
    if language == "en":
        return form if "'" in form else _look_up(_look_up(form, "en"), "en")  # meetings, meeting, meet
    return _find_indonesian(form)


def is_foreign_lemma(word: str, lemma: str, language: str) -> bool:
    """Whether a word of a text in `language` has a lemma of another language by chance alone: `lain` is no form of
    "to lie"."""
    return word != lemma and language == "id" and (word in _dictionary() or find_lemma(word, "id") != word)


def _find_indonesian(form: str) -> str:
    known = _BY_HAND.get(form) or _find_whole(form)
    if known:
        return known
    if "-" in form:
        return _find_hyphenated(form)
    lemma = _look_up(form, "id")
    if lemma != form:
        return _find_indonesian(lemma) if len(lemma) < len(form) else _BY_HAND.get(lemma, lemma)
    if len(form) <= 3 or _is_root(form):
        return form
    return _find_javanese(form) or strip_affixes(form, _is_root)


def _find_whole(form: str) -> str:
    if form in _WHOLE:
        return form
    return next((form[: -len(end)] for end in _CLITICS if form.endswith(end) and form[: -len(end)] in _WHOLE), "")


def _find_javanese(form: str) -> str:
    """`regane` is `rega` with its article, which the normal forms know as `harga`."""
    for clitic in _JAVANESE_CLITICS:
        standard = NORMAL_FORMS["id"].get(form.removesuffix(clitic))
        if standard:
            return _find_indonesian(standard)
    return ""


def _find_hyphenated(form: str) -> str:
    """`anak-anaknya` is `anak`, `UMKM-nya` is `umkm`, `di-cut` is `cut`; other compounds stay whole."""
    parts = form.split("-")
    if len(parts) != 2 or not all(parts):
        return form
    first, second = parts
    if second in _CLITICS:
        return _find_indonesian(first)
    if first in _HYPHENATED_PREFIXES:
        return _find_indonesian(second)
    lemma = _find_indonesian(first)
    return lemma if lemma == _find_indonesian(second) else form


def _look_up(form: str, language: str) -> str:
    return (_strategy().get_lemma(form, language) or form).casefold()


def _is_root(word: str) -> bool:
    return word in _roots()


@cache
def _strategy() -> "DefaultStrategy":
    """What `simplemma.lemmatize` asks, without the memory of its own that it keeps in front."""
    from simplemma.strategies import DefaultStrategy

    return DefaultStrategy()


@cache
def _dictionary() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    words: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary("id")
    return words


@cache
def _roots() -> frozenset[str]:
    return _MORE_ROOTS | {lemma.casefold() for lemma in _dictionary().values()}

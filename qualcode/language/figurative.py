"""Words by which a speaker likens one thing to another, in Indonesian, Javanese and English.

`seperti` and `kayak` more often name examples ("kegiatan seperti pelatihan") or point ("kayak gitu") than they liken;
what stands beside them tells most of these apart, and a person the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN, is_word


def _list_words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALWAYS = {
    "id": (
        ("ibarat",), ("ibaratnya",), ("ibarate",), ("bagaikan",), ("bagai",), ("laksana",), ("layaknya",), ("bak",),
        ("seolah",), ("seolah-olah",), ("seakan",), ("seakan-akan",), ("serasa",), ("kaya", "dene"),
    ),
    "en": (("as", "if"), ("as", "though"), ("so", "to", "speak"), ("metaphorically",), ("figuratively",)),
}  # fmt: skip
_LIKENING = {
    "id": frozenset(("seperti", "kayak", "koyok", "koyo", "kyk")),
    "en": frozenset(("like",)),
}
# After these words `seperti` points at what was said, or begins a list.
_POINTING = _list_words(
    "ini itu gini gitu begini begitu tadi tersebut apa apanya dulu biasa biasanya sekarang kemarin sebelumnya ngono "
    "ngene iki kuwi yang saya kami kita mereka misalnya contohnya halnya"
)
_ENOUGH = 2  # words after the marker; without them there is no image
# Before `like`, a word that makes it a likeness and no wish: "it is like a", "feels like".
_BEING = _list_words(
    "is was are were be been being am feel feels felt look looks looked seem seems seemed sound sounds sounded act acts"
    " acted work works worked just almost exactly more treat treats treated us them him her me it's that's they're"
    " we're i'm"
)
_ARTICLES = frozenset(("a", "an", "the", "my", "our", "your", "his", "her", "their", "one", "some", "two", "being"))
# "kegiatan seperti pelatihan dan pameran" names examples, "kami seperti kucing dan anjing" does not.
_LISTING = frozenset(("dan", "atau", "dll", "serta", "sama"))
_CLASSES = _list_words(
    "kegiatan kegiatannya program programnya acara acaranya bahan bahannya alat alatnya barang barangnya produk"
    " produknya media hal masalah kendala kendalanya hambatan motif motifnya warna bantuan bantuannya pelatihan"
    " fasilitas usaha biaya kebutuhan dokumen syarat platform"
)


@dataclass(frozen=True, slots=True)
class Likening:
    """A marker at the code points `[start, end)`. `is_plain` is True where its word likens nearly always (`ibarat`),
    False where it often does other work and only what stands beside it speaks for an image (`seperti`, `like`)."""

    start: int
    end: int
    is_plain: bool


def find_likenings(text: str, language: str) -> tuple[Likening, ...]:
    """The markers of a text in order; `language` is "id" or "en". What only points, wishes or lists is passed over."""
    matches = list(TOKEN.finditer(text))
    words = [match.group().casefold().replace("’", "'") for match in matches]
    found = []
    place = 0
    while place < len(words):
        length = _match_always(words, place, language)
        if length and (words[place] != "bak" or _is_image_of_bak(words, place)):
            found.append(Likening(matches[place].start(), matches[place + length - 1].end(), is_plain=True))
        elif words[place] in _LIKENING[language] and _likens(words, place, language):
            found.append(Likening(matches[place].start(), matches[place].end(), is_plain=False))
        place += length or 1
    return tuple(found)


def _match_always(words: Sequence[str], place: int, language: str) -> int:
    for phrase in _ALWAYS[language]:
        if tuple(words[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_image_of_bak(words: Sequence[str], place: int) -> bool:
    """`bak` is a tub, too: "bak mandi", "di bak", "satu bak"."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return before not in ("di", "ke", "dari", "satu", "dua", "tiga", "dalam", "sebuah") and after not in (
        "mandi", "air", "sampah", "pewarna", "celup", "cuci", "kayu", "itu", "ini",
    )  # fmt: skip


def _likens(words: Sequence[str], place: int, language: str) -> bool:
    rest = [word for word in words[place + 1 : place + 8] if is_word(word)]
    if len(rest) < _ENOUGH and language == "en":
        return False
    if language == "en":
        before = words[place - 1] if place else ""
        return before in _BEING and rest[0] in _ARTICLES
    if not rest or find_normal_form(rest[0], language) in _POINTING or rest[0] in _POINTING:
        return False
    clause = _cut_clause(words[place + 1 :])
    lists = bool(_LISTING.intersection(clause))
    return not (lists and ("," in clause or (place and words[place - 1] in _CLASSES)))


def _cut_clause(words: Sequence[str]) -> list[str]:
    """The words up to the end of the sentence, or to a comma that no list follows."""
    clause: list[str] = []
    for place, word in enumerate(words):
        if word in (".", "?", "!", "…", ";"):
            break
        if word == "," and not _LISTING.intersection(words[place : place + 6]):
            break
        clause.append(word)
    return clause

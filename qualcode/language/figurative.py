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
_OPENING = {language: _LIKENING[language] | {phrase[0] for phrase in _ALWAYS[language]} for language in _ALWAYS}
# After these words `seperti` points at what was said, or begins a list.
_POINTING = _list_words(
    "ini itu gini gitu begini begitu tadi tersebut apa apanya dulu biasa biasanya sekarang kemarin sebelumnya ngono "
    "ngene iki kuwi yang saya kami kita mereka misalnya contohnya halnya"
)
# Before `like`: who wishes ("I like", "would like"), and what is named by examples ("things like dyes").
_WISHING = _list_words(
    "i you we they he she who to would should could can might may must will won't wouldn't i'd you'd we'd they'd he'd"
    " she'd do don't did didn't does doesn't don’t really also always never not"
)
_EXAMPLED = _list_words(
    "things thing anything something everything stuff people someone anyone places ones skills jobs"
)
# After `like`, what points at what was said; numbers make it "about".
_POINTED = _list_words(
    "that this these those it him them so me you us which what where there here myself yourself themselves too actually"
    " really two three four five six seven eight nine ten twenty thirty"
)
_ASKING = frozenset(("what", "what's", "how", "how's"))
_ASKED = 6  # words before `like` among which "what" asks for a description
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
    for place, word in enumerate(words):
        if word not in _OPENING[language]:
            continue
        length = _match_always(words, place, language)
        if length and (word != "bak" or _is_image_of_bak(words, place)):
            found.append(Likening(matches[place].start(), matches[place + length - 1].end(), is_plain=True))
        elif word in _LIKENING[language] and _likens(words, place, language):
            found.append(Likening(matches[place].start(), matches[place].end(), is_plain=False))
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
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if not is_word(after):
        return False
    if language == "en":
        wishes = before in _WISHING or before in _EXAMPLED or after in _POINTED
        return not wishes and not _ASKING.intersection(words[max(0, place - _ASKED) : place])
    if find_normal_form(after, language) in _POINTING or after in _POINTING:
        return False
    clause = _cut_clause(words[place + 1 :])
    lists = bool(_LISTING.intersection(clause))
    return not (lists and ("," in clause or before in _CLASSES))


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

"""Years that a speaker names, in figures or in Indonesian words: `tahun 2019`, `sejak dua ribu sembilan belas`.

A bare `2000` may be a price or a count, so figures count only after a word that leads to a time and before none that
leads to a thing. `2000-an` and "three years ago" are no years.
"""

from collections.abc import Iterator, Sequence

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN
from qualcode.language.words import words

FIRST, LAST = 1900, 2099

_LEADS = words(
    "tahun thn th taun sejak semenjak mulai dari sampai hingga pada di antara awal akhir pertengahan sebelum sesudah"
    " setelah januari februari maret april mei juni juli agustus september oktober november desember"
    " in since from until till by year during before after early late mid between of january february march may june"
    " july august october december"
)
_COUNTED = words(
    "rupiah perak ribu juta orang lembar potong meter kilo kg unit kali hari persen buah kepala keluarga people dollars"
    " times pieces thousand million percent rp"
)
_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_REACH = 3  # tokens between the word that leads to a time and the year: "tahun itu kalau ndak salah 2019" is too far


def find_years(text: str, language: str) -> tuple[int, ...]:
    """The years named in a text, 1900 to 2099, in order, each once."""
    forms = [find_normal_form(token.casefold(), language) for token in TOKEN.findall(text)]
    return tuple(dict.fromkeys((*_find_figures(forms), *_find_words(forms))))


def _find_figures(forms: Sequence[str]) -> Iterator[int]:
    for place, form in enumerate(forms):
        if len(form) == 4 and form.isascii() and form.isdigit() and FIRST <= int(form) <= LAST:
            led = not _LEADS.isdisjoint(forms[max(0, place - _REACH) : place])
            if led and not _COUNTED.intersection(forms[place + 1 : place + 2]):
                yield int(form)


def _find_words(forms: Sequence[str]) -> Iterator[int]:
    for place in range(len(forms) - 1):
        opener, rest = tuple(forms[place : place + 2]), forms[place + 2 : place + 5]
        if opener == ("dua", "ribu"):
            small, taken = _read_small(rest)
            after = forms[place + 2 + taken : place + 3 + taken]
            led = not _LEADS.isdisjoint(forms[max(0, place - _REACH) : place])
            if (small or led) and not _COUNTED.intersection(after):
                yield 2000 + small
        elif opener == ("seribu", "sembilan") and rest[:1] == ["ratus"]:
            yield 1900 + _read_small(forms[place + 3 : place + 6])[0]


def _read_small(forms: Sequence[str]) -> tuple[int, int]:
    """A number below a hundred that the words begin with, and how many words it takes; (0, 0) where there is none."""
    first, second, third = (*forms, "", "", "")[:3]
    if first in ("sepuluh", "sebelas"):
        return (10 if first == "sepuluh" else 11), 1
    number = _UNITS.get(first, 0)
    if number and second == "belas":
        return 10 + number, 2
    if number and second == "puluh":
        ones = _UNITS.get(third, 0)
        return 10 * number + ones, 3 if ones else 2
    return number, 1 if number else 0

"""Negation in spoken sentences. The cue stands in brackets; a + before a sentence means that it is not negated."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language.negation import (
    denies_trouble,
    holds_negation,
    is_denied_outright,
    is_harm_denied,
    is_negated,
    is_solved,
    is_superseded,
    list_negators,
)
from qualcode.language.spelling import find_forms, list_forms
from qualcode.language.tokens import TOKEN

INDONESIAN = """
+ Kami [percaya] sama dinas.
- Kami ndak [percaya] sama dinas.
- Saya belum bisa [percaya].
- Ora tau [rapat] bareng.
- Mboten wonten [rapat].
- Dereng nate [rapat].
- Jangan [percaya] dulu.
- Tidak ada [rapat].
- Tak pernah ada [rapat].
+ Sebelum [percaya], kami curiga.
+ Sebelumnya [rapat].
+ Setelah itu kami [percaya].
+ Kami tidak hanya [percaya] tapi juga dekat.
+ Bukan cuma [rapat], ada kunjungan.
+ Bukan sekadar [rapat].
+ Ndak mung [rapat] tok.
+ Tidak semata-mata [rapat].
- Kami tidak lagi [percaya].
+ Bukan tidak [percaya], tapi hati-hati.
+ Tidak mungkin kami tidak [rapat].
+ Tidak jarang ada [rapat].
+ Tidak, kami [percaya].
+ Ndak Mas, kami [percaya].
+ Belum. Kami [percaya] saja.
+ Bapak [percaya], bukan?
+ Ada [rapat] ndak?
+ Ya ada [rapat] to?
- [Rapat] itu ndak ada.
- [Forum]nya tidak ada.
- [Koordinasinya] belum ada sampai sekarang.
- [Dialog] antardinas itu belum jalan.
- [Komunikasi] kurang.
- [Manfaatnya] belum terasa, Mas.
+ [Rapat] yang tidak ada hasilnya.
+ [Rapat] tidak ada masalah.
+ [Dana] kurang dari lima juta.
- Kurang [percaya].
+ Kurang lebih tiga kali [rapat].
- Tanpa [rapat] dulu.
- Minim [koordinasi].
- Jarang sekali ada [rapat].
+ Dia tidak datang tapi kami [percaya].
+ Dia ndak datang, kami [rapat] terus.
+ Tidak ada waktu karena kami [rapat].
- Tidak jujur dan [terbuka].
- Tidak jujur, apalagi [terbuka].
+ Tidak datang dan kami tetap [percaya].
+ Mau tidak mau ikut [rapat].
+ Paling tidak ada [rapat].
+ Ndak apa-apa [rapat] malam.
+ Ndak tahu ya [rapat] kapan.
+ Speed-nya tak bikin dua terus [rapat].
+ Tak [usulkan] kok itu.
+ Tak kira sudah [rapat].
+ Tak [bantu] modal sithik-sithik.
+ Ya tak [percaya] ae.
+ Sing iku tak [percaya] wae, Mas.
+ Wis, tak [dukung] sak isoku.
- Dinas tak [percaya] lagi.
- Mereka tak [percaya] ae.
- Iki yo tak ada [rapat] blas.
- Tak bisa [rapat] wong sibuk kabeh.
- Tak [dilibatkan] yo sudah.
- Kami tak [percaya] lagi.
- Tak [percaya].
- Ndak ndak [percaya] kok aku.
- Nggak usah [rapat] lah.
- Kami don't [trust] mereka.
- Kami kehilangan [kepercayaan].
- [Kepercayaan] itu sudah luntur, Mas.
- [Komunikasi] putus sejak itu.
- [Rapatnya] mandek.
- Sulit [percaya] lagi.
+ Tidak sulit [percaya] sama dia.
- Kami kapok [rapat].
- Dulu [percaya], sekarang sudah tidak.
- Dulu kami [akrab], saiki wis ora.
- [Kompak] itu dulu, sekarang ndak lagi, Mas.
+ Dulu [percaya], sekarang tidak ada masalah.
+ Sekarang tidak susah, kami [percaya].
+ [Rapat] batal puasa.
"""

ENGLISH = """
+ We [trust] them.
- We do not [trust] them.
- We don't really [trust] them.
- We couldn’t [meet].
- We never [met].
- There is no [trust].
- They came without [dialogue].
- We hardly [meet].
- Nobody [trusts] them.
- We no longer [trust] them.
+ Not only [trust] but respect.
+ It was not just [meetings].
+ No, we [trust] them.
+ No doubt we [trust] them.
+ I don't know when the [meeting] was.
+ They did not come but we [met].
+ It is not that we do not [trust] them.
+ We [trust] them, don't we?
- [Meetings] never happened.
- The [trust] is not there.
+ The [meeting] did not last long.
- They neither listened nor [met].
- We lost [trust] in them.
- The [trust] is gone.
- [Trust] broke down.
- The [meetings] dried up.
- They stopped [meeting].
+ They never stopped [meeting].
- They refused to [meet].
- They failed to [consult] us.
- We used to [meet].
+ We are used to [meeting].
- We [met] every month, but not anymore.
+ We [met], but we do not sell anymore.
- There was little [trust].
+ Little by little they [met].
+ With a little [trust].
"""


def read(text: str, language: str) -> tuple[list[str], list[str], int, int]:
    start, end = text.index("["), text.index("]") - 1
    matches = list(TOKEN.finditer(re.sub(r"[\[\]]", "", text)))
    places = [place for place, match in enumerate(matches) if match.start() < end and match.end() > start]
    typed = [match.group().casefold().replace("’", "'") for match in matches]
    return typed, find_forms(typed, language), places[0], places[-1] + 1


@pytest.mark.parametrize("line", INDONESIAN.strip().splitlines())
def test_indonesian_speech(line: str) -> None:
    assert is_negated(*read(line[2:], "id"), "id") == (line[0] == "-")


@pytest.mark.parametrize("line", ENGLISH.strip().splitlines())
def test_english_speech(line: str) -> None:
    assert is_negated(*read(line[2:], "en"), "en") == (line[0] == "-")


@pytest.mark.parametrize(
    ("line", "language", "is_obstacle", "is_over"),
    [
        ("[Kendalanya] sudah teratasi.", "id", True, True),
        ("That [problem] is sorted now.", "en", True, True),
        ("We lost the [funding].", "en", True, False),
        ("Susah [modal].", "id", True, False),
        ("[Rapatnya] sudah selesai.", "id", False, False),
    ],
)
def test_an_obstacle_is_solved_where_other_things_are_lost(
    line: str, language: str, is_obstacle: bool, is_over: bool
) -> None:
    assert is_negated(*read(line, language), language, is_obstacle=is_obstacle) == is_over


def test_a_cue_that_negates_itself_is_not_negated_again() -> None:
    assert not is_negated(*read("Kami [ndak percaya] sama dinas.", "id"), "id")
    assert not is_negated(*read("Belum tentu [tidak percaya].", "id"), "id")
    assert is_negated(*read("Bukan [tidak percaya], tapi hati-hati.", "id"), "id")


@given(
    st.lists(
        st.sampled_from(["sebelum", "setelah", "rapat", "kami", "percaya", ",", ".", "dinas", "ada", "mas"]), max_size=8
    )
)
def test_before_and_after_never_negate(words: list[str]) -> None:
    tokens = [*words, "sebelum", "percaya", *words]
    assert not is_negated(tokens, tokens, len(words) + 1, len(words) + 2, "id")


@given(
    st.lists(st.sampled_from([*sorted(list_negators("id")), "hanya", "tapi", ",", "...", "dan", "ada", "tak"])),
    st.integers(0, 8),
    st.sampled_from(["id", "en"]),
)
def test_any_row_of_words_has_an_answer(words: list[str], start: int, language: str) -> None:
    tokens = [*words[:start], "percaya", *words[start:]]
    place = min(start, len(words))
    assert is_negated(tokens, tokens, place, place + 1, language) in (True, False)


@pytest.mark.parametrize(
    ("after", "solved"),
    [
        ("itu sudah beres", True),
        ("is sorted now", True),
        ("tidak ada", False),
        (", sudah beres", False),
        ("yang lama itu terus begitu sampai sudah beres", False),
        ("", False),
    ],
)
def test_what_is_solved_right_after(after: str, solved: bool) -> None:
    assert is_solved(["kendala", *after.split()], 1) is solved


@pytest.mark.parametrize(
    ("said", "language", "holds"),
    [
        ("Kami tidak pernah diundang lagi.", "id", True),
        ("Sesudah itu, wis, ora ana maneh.", "id", True),
        ("Mereka datang, tapi tidak membawa apa-apa.", "id", False),
        ("Dia sering mampir ke rumah, ndak pakai janji.", "id", False),
        ("Tidak hanya datang, mereka ikut kerja.", "id", False),
        ("We never saw them again.", "en", True),
        ("After that, nobody came.", "en", True),
        ("They came because we could not go.", "en", False),
        ("We do walk-throughs now, any time, no notice.", "en", False),
    ],
)
def test_a_sentence_holds_a_negation_in_what_it_says_first(said: str, language: str, holds: bool) -> None:
    assert holds_negation(list_forms(said, language), language) is holds


@pytest.mark.parametrize(
    ("said", "language", "harm"),
    [
        ("Anggaran kami tidak dipotong", "id", True),
        ("Pencairannya ndak pernah telat", "id", True),
        ("Datanya belum cocok", "id", False),
        ("Uangnya kurang", "id", False),
        ("The budget was not cut", "en", True),
        ("The money has never been late", "en", True),
        ("The lists do not match", "en", False),
    ],
)
def test_harm_is_denied_by_a_not_right_before_it(said: str, language: str, harm: bool) -> None:
    forms = list_forms(said, language)
    assert is_harm_denied(forms, len(forms) - 1, language) is harm


@pytest.mark.parametrize(
    ("said", "word", "denied"),
    [("belum ada cap resmi", "cap", True), ("tidak punya merek", "merek", True), ("tidak tahu merek", "merek", False)],
)
def test_a_have_may_stand_between_a_not_and_what_is_not_there(said: str, word: str, denied: bool) -> None:
    forms = list_forms(said, "id")
    assert is_denied_outright(forms, forms.index(word), "id") is denied


def test_until_the_end_is_no_loss() -> None:
    forms = list_forms("kami bicara sampai habis", "id")
    assert not is_negated(forms, forms, 1, 2, "id")


@pytest.mark.parametrize(
    ("line", "language", "over"),
    [
        ("Dulu [curiga], sekarang sudah akrab.", "id", True),
        ("[Susah] itu awalnya, saiki lancar.", "id", True),
        ("Dulu [percaya], sekarang tidak.", "id", False),  # the "not" says so
        ("Dulu [curiga], sekarang juga masih.", "id", False),
        ("Dulu begitu, sekarang [akrab].", "id", False),
        ("Kami [akrab], sekarang mau panen.", "id", False),
        ("Originally they were [wary], now they send us their plans.", "en", True),
        ("They are [wary] now.", "en", False),
    ],
)
def test_what_was_so_once_is_otherwise_now(line: str, language: str, over: bool) -> None:
    _, forms, _, end = read(line, language)
    assert is_superseded(forms, end, language) is over


@pytest.mark.parametrize(
    ("said", "language", "denied"),
    [
        ("Surat tidak tersesat lagi.", "id", True),
        ("Kalau mesin sudah ndak ada masalah.", "id", True),
        ("Listrik dulu masalah, sekarang tidak lagi.", "id", True),
        ("Bukan hanya masalah dana.", "id", False),
        ("Dananya tidak ada, itu masalah.", "id", False),
        ("Fertiliser is not a problem any more.", "en", True),
        ("It is no bother now.", "en", True),
        ("The problem is that they do not come.", "en", False),
        ("Sekarang sih lancar.", "id", True),
        ("Sejak itu tidak lancar.", "id", False),
        ("It is grand now, she did the course.", "en", True),
        ("They could do better.", "en", False),
    ],
)
def test_a_hindrance_is_denied_by_a_common_word_for_one(said: str, language: str, denied: bool) -> None:
    assert denies_trouble(list_forms(said, language), language) is denied

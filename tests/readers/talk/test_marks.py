"""Labels set off by another mark than a colon, told from legends and prose."""

import pytest

from qualcode.readers.talk.turns import find_turns

TALK = (
    ("P", "Sejak kapan?"),
    ("N", "Sejak 2011."),
    ("P", "Lalu?"),
    ("N", "Ya begitu."),
    ("P", "Baik."),
    ("N", "Nggih."),
)


def write(form: str, between: str = "\n") -> str:
    return between.join(form.format(label=label, words=words) for label, words in TALK) + "\n"


def spoken(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)]


@pytest.mark.parametrize(
    "form",
    [
        "{label}; {words}",
        "{label};{words}",
        "{label} = {words}",
        "{label}={words}",
        "{label} > {words}",
        "{label} | {words}",
        "{label}/ {words}",
        "{label}- {words}",
        "{label} -> {words}",
        "“{label}”: {words}",
        '"{label}" : {words}',
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["a line", "a paragraph"])
def test_a_mark_at_most_paragraphs_sets_labels_off(form: str, between: str) -> None:
    assert spoken(write(form, between)) == list(TALK)


def test_a_legend_before_such_talk_is_nobodys() -> None:
    text = "P = Peneliti\nN = Narasumber\n\n" + write("{label} = {words}")
    assert spoken(text) == list(TALK)


@pytest.mark.parametrize(
    "text",
    [
        "Rina: Apa?\n\nBu Sri: Itu; ini; begitu.\n\nRina: Lalu?\n\nBu Sri: Ya.\n",
        "Petani; pedagang; buruh.\n\nSemua datang.\n\nDesa; kota.\n\nTidak ada yang tinggal.\n\nSudah.\n",
        "Tanggal = 3.\n\nTempat = desa.\n\nTanggal = 5.\n\nTempat = kota.\n",
        "Rina: Apa?\nP; a\nBu Sri: Itu.\nN; b\nRina: Lalu?\nP; c\nBu Sri: Ya.\nN; d\nRina: O.\n",
        "Harga = modal.\n\nHarga = untung.\n\nHarga = rugi.\n\nHarga = mati.\n",
    ],
    ids=["colons", "prose", "keys of a head", "fewer than colons", "one speaker alone"],
)
def test_marks_in_prose_are_no_labels(text: str) -> None:
    assert not {";", "="} & {speaker[-1:] for speaker, _ in spoken(text)}
    assert {speaker for speaker, _ in spoken(text)} <= {"", "Rina", "Bu Sri"}

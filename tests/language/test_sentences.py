"""Sentences of transcribed speech."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language.sentences import find_sentences

TREEBANKS = Path(__file__).resolve().parents[2] / "../shared/data/ud"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kami rapat.|Habis itu pulang.",
        "Kapan?|Ya kemarin!|Sudah.",
        "Apa?!|Iya.",
        "Ya... itu lho, Pak.",
        "Ya...|Kami pulang.",
        "Bapak Ahmad, S.E. dari Kab. Blitar datang.|Kami senang.",
        "Beliau lulusan S.Farm. Malang, bukan S.Kom. Surabaya.|Ya kan.",
        "Rumahnya di Jl. Merdeka No. 5 itu.|Dekat.",
        "Omzetnya Rp 2.500.000.|Lumayan.",
        "Canting, malam, dll. itu mahal.|Kain juga.",
        "Canting, malam, dll.|Kami beli sendiri.",
        "Pak A. Yani datang.|Pulangnya malam.",
        '"Kapan rapatnya?" tanya saya.|Dia diam.',
        'Dia bilang "ayo."|Lalu pergi.',
        "Begitu. (tertawa)|Terus kami pulang. [diam]|Ya.",
        "1. Rapat dulu.|2. Pulang.",
        "Sejak kapan?|2015.|Waktu itu belum ada.",
        "Baris satu\nbaris dua\nbaris tiga.|Selesai.",
        "Satu paragraf|Paragraf lain",
        "Sudah.|Kami pulang.",
        "Mr. Smith met Dr. Jones at 5 p.m. yesterday.|They talked.",
        "إلى أين؟|نعم.",
        "Ya 😀.|Oke 😀",
        "aja gitu sih.|terus kami rapat.",
    ],
)
def test_where_sentences_end(text: str) -> None:
    glue = "\n\n" if "paragraf" in text else " "
    assert split(text.replace("|", glue)) == text.split("|")


def test_a_missing_blank_after_the_full_stop_is_forgiven() -> None:
    assert split("Kami sudah.Terus pulang.") == ["Kami sudah.", "Terus pulang."]


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    text = "N:  Kami rapat.  Ya. \n"
    assert find_sentences(text, 2, len(text)) == [(4, 15), (17, 20)]


@given(st.text(alphabet="aB1 .?!…\n\"'()-,“”"))
def test_sentences_hold_every_visible_character_in_order(text: str) -> None:
    sentences = find_sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in sentences) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in sentences)
    assert sentences == sorted(sentences)


@pytest.mark.skipif(not TREEBANKS.exists(), reason="the treebanks do not lie beside the project")
@pytest.mark.parametrize(("name", "floor"), [("id_csui-ud-test", 0.965), ("id_pud-ud-test", 0.98)])
def test_sentence_ends_of_a_treebank_are_found(name: str, floor: float) -> None:
    lines = (TREEBANKS / f"{name}.conllu").read_text(encoding="utf-8").splitlines()
    sentences = [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]
    text = " ".join(sentences)
    right, end = set(), -1
    for sentence in sentences:
        end += len(sentence) + 1
        right.add(end)
    found = {end for _, end in find_sentences(text)}
    assert 2 * len(found & right) / (len(found) + len(right)) >= floor

"""codings/NAME.jsonl: what goes in comes out, and a re-run gives the same bytes."""

import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.model import Coding, Evidence, Span, Transcript, TranscriptAccount
from qualcode.store.codings import (
    Makings,
    Reading,
    drop_codings,
    path_of,
    read_codings,
    read_units,
    replace_codings,
    write_codings,
)
from qualcode.store.standing import find_standing

SHEET = TranscriptAccount(
    "sub/a.docx#2", "id", ("INF-01",), ("P",), "0" * 64, "1" * 64, 9, 4, 90, 70, 12, 8, 2, ("n",), True
)


def coding(quote: str = "kata", score: float | None = None) -> Coding:
    return Coding(
        id="0123456789abcdef",
        transcript="sub/a.docx#2",
        case="INF-01",
        speaker="N",
        turn=2,
        span=Span(3, 3 + len(quote)),
        quote=quote,
        code="CG.DLG",
        polarity="contrary",
        modality="actual",
        directness="unknown",
        elicited="unknown",
        coder="rules",
        evidence=(Evidence("CG.DLG/id/strong/x", quote, Span(3, 3 + len(quote))),),
        score=score,
        status="suggested",
        codebook="blitar@1.0.0",
        code_hash="f" * 64,
        text_sha256="1" * 64,
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.none() | st.floats(0, 1))
def test_codings_come_back_as_they_went(
    tmp_path_factory: pytest.TempPathFactory, quote: str, score: float | None
) -> None:
    folder = tmp_path_factory.mktemp("codings")
    write_codings(folder, SHEET, (coding(quote, score),))
    first = path_of(folder, SHEET.transcript).read_bytes()
    assert list(read_codings(folder)) == [(SHEET, (coding(quote, score),))]
    write_codings(folder, SHEET, (coding(quote, score),))
    assert path_of(folder, SHEET.transcript).read_bytes() == first


def test_files_of_one_stem_do_not_collide(tmp_path: Path) -> None:
    assert path_of(tmp_path, "a.docx") != path_of(tmp_path, "a.txt")


def test_the_longest_name_that_a_source_can_have_has_room(tmp_path: Path) -> None:
    one, other = ("x" * 250 + end for end in ("a.txt", "b.txt"))
    for name in (f"dalam/{one}", f"dalam/{other}"):
        write_codings(tmp_path, replace(SHEET, transcript=name), ())
    assert [account.transcript for account, _ in read_codings(tmp_path)] == [f"dalam/{one}", f"dalam/{other}"]
    drop_codings(tmp_path, {f"dalam/{one}"})
    assert [account.transcript for account, _ in read_codings(tmp_path)] == [f"dalam/{one}"]


def test_codings_of_a_transcript_that_went_away_are_dropped(tmp_path: Path) -> None:
    write_codings(tmp_path, SHEET, (coding(),))
    drop_codings(tmp_path, {"other.txt"})
    assert list(read_codings(tmp_path)) == []
    drop_codings(tmp_path / "none", set())


@pytest.mark.skipif(os.name == "nt", reason="needs hard links")
def test_a_file_whose_name_the_disk_spells_otherwise_is_not_dropped(tmp_path: Path) -> None:
    wanted, spelled = (tmp_path / f"{unicodedata.normalize(form, 'José')}.txt.jsonl" for form in ("NFC", "NFD"))
    wanted.write_text("{}", encoding="utf-8")
    os.link(wanted, spelled)  # as a disk has it that keeps one file under both
    other = tmp_path / "JOSÉ.txt.jsonl"
    other.write_text("{}", encoding="utf-8")
    drop_codings(tmp_path, {"José.txt"})
    assert (wanted.is_file(), spelled.is_file(), other.is_file()) == (True, True, False)


@pytest.mark.parametrize(
    "damage", [b"", b"{}\n", b'{"account": {"transcript": "a"}}\n', b"[1", b'{"account": 3}\n', b"\xff\xfe"]
)
def test_a_damaged_file_says_how_to_mend_it(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.txt.jsonl").write_bytes(damage)
    with pytest.raises(QualcodeError, match="qualcode code"):
        list(read_codings(tmp_path))


@pytest.mark.parametrize("read", [b"", b'{"text": ', b'{"units": 3}', b'{"units": [[1, 2]]}', b"[]", b"[" * 100_000])
def test_damage_to_the_transcript_that_was_kept_says_how_to_mend_it(tmp_path: Path, read: bytes) -> None:
    path = path_of(tmp_path, "a.txt")
    path.write_bytes(b"{}\n" + read + b"\n")
    with pytest.raises(QualcodeError, match="damaged") as refused:
        read_units(tmp_path, "a.txt")
    assert "qualcode code" in refused.value.how


def test_other_codings_take_the_place_of_those_there_and_the_units_stay(tmp_path: Path) -> None:
    transcript = Transcript(SHEET.transcript, "kata", (), "id", "0" * 64, "1" * 64)
    write_codings(tmp_path, SHEET, (coding(),), Makings("made"), Reading(transcript, ((0, 4, 1),)))
    replace_codings(tmp_path, SHEET, (coding("lain"),))
    [(account, [kept])] = read_codings(tmp_path)
    assert (account, kept.quote) == (SHEET, "lain")
    assert read_units(tmp_path, SHEET.transcript) == ((Span(0, 4), 1),)
    assert find_standing(tmp_path, SHEET.transcript, SHEET.source_sha256, "made") is None  # it is coded anew

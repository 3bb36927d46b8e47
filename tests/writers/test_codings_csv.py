import csv
import io
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Span
from qualcode.model.coding import Evidence
from qualcode.writers.codings_csv import write_codings

HEAD = (
    "coding_id,transcript,case,speaker,turn,start,end,quote,code,polarity,modality,directness,elicited,coder,"
    "rule,cue,cue_start,cue_end,score,status,codebook,codebook_hash,text_sha256"
)


def read(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_columns_are_those_of_the_contract(make_coding):
    data = write_codings((make_coding(0, "Ya, Bu"),))
    assert data.decode().split("\n")[0] == HEAD
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data


def test_a_row_is_verbatim_with_half_open_offsets_and_no_score(make_coding):
    row = read(write_codings((make_coding(1, 'Katanya "ya",\nlalu pergi | 👩'),)))[0]
    assert row["quote"] == 'Katanya "ya",\nlalu pergi | 👩'
    assert int(row["end"]) - int(row["start"]) == len(row["quote"])
    assert (row["score"], row["status"], row["codebook_hash"]) == ("", "suggested", "c0de")


def test_rows_are_sorted_whatever_order_they_come_in(make_coding):
    codings = [
        make_coding(
            number, "Ya", code=code, coder=coder, transcript=transcript, id=f"{number}{code}{coder}{transcript}"
        )
        for number in (2, 10)
        for code in ("OB.STR", "CG.DLG")
        for coder in ("rules", "ani")
        for transcript in ("b.txt", "a.txt")
    ]
    random.Random(1).shuffle(codings)
    rows = read(write_codings(tuple(codings)))
    places = [(r["transcript"], int(r["start"]), int(r["end"]), r["code"], r["coder"]) for r in rows]
    assert places == sorted(places)


def test_several_reasons_are_sorted_and_their_parts_stay_together(make_coding):
    evidence = (
        Evidence("r/2", "b", Span(5, 6)),
        Evidence("r/1", "a|\\", Span(9, 12)),
        Evidence("r/1", "a", Span(2, 3)),
    )
    row = read(write_codings((make_coding(0, "x" * 20, evidence=evidence),)))[0]
    assert row["rule"] == "r/1|r/1|r/2"
    assert row["cue"] == r"a|a\|\\|b"
    assert (row["cue_start"], row["cue_end"]) == ("2|9|5", "3|12|6")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_cues_can_be_told_apart_again(make_coding, cues):
    evidence = tuple(Evidence("r", cue, Span(n, n + 1)) for n, cue in enumerate(sorted(cues)))
    joined = read(write_codings((make_coding(0, "kata", evidence=evidence),)))[0]["cue"]
    parts = re.split(r"\|", re.sub(r"\\(.)", lambda m: {"|": "\0p", "\\": "\0b"}[m[1]], joined.replace("\0", "\0z")))
    restored = [part.replace("\0p", "|").replace("\0b", "\\").replace("\0z", "\0") for part in parts]
    assert restored == sorted(cues)


@given(st.text())
def test_any_quote_is_read_back(make_coding, quote):
    coding = make_coding(0, quote)
    assert read(write_codings((coding,)))[0]["quote"] == quote


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_for_excel_no_text_begins_like_a_formula(make_coding, start):
    data = write_codings((make_coding(0, f"{start}SUM(A1)", speaker=f"{start}x"),), excel=True, separator=";")
    assert data.startswith(b"\xef\xbb\xbf")
    row = read(data, ";")[0]
    assert (row["quote"], row["speaker"]) == (f"'{start}SUM(A1)", f"'{start}x")


def test_for_excel_other_text_stays_and_the_plain_file_is_never_guarded(make_coding):
    coding = make_coding(0, "=SUM(A1)", speaker="Bu Ani")
    assert read(write_codings((coding,), excel=True))[0]["speaker"] == "Bu Ani"
    assert read(write_codings((coding,)))[0]["quote"] == "=SUM(A1)"

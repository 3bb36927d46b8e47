"""A decision's line: it comes back whole, says when it was changed, and any program can check its hash."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Decision, Passage, Span
from qualcode.store.decision_lines import LineReader, OddLine, is_sealed, read_hash, seal
from tests.store.decided import decide

words = st.text(max_size=30)
passages = st.builds(
    lambda start, length, *rest: Passage(Span(start, start + length), *rest),
    st.integers(0, 9999),
    st.integers(1, 99),
    words,
    words,
    words,
    st.integers(1, 99),
    words,
    words,
    words,
)
decisions = st.builds(
    Decision,
    st.sampled_from(["accept", "recode", "move", "code", "undo", "propose", "nothing", "link", "fill"]),
    words,
    words,
    st.sampled_from(["review", "sheet"]),
    st.sampled_from(["blind", "suggestions"]),
    words,
    words,
    words,
    st.none() | passages,
    words,
    st.sampled_from(["supporting", "contrary"]),
    st.sampled_from(["actual", "wish"]),
    words,
    st.none() | passages,
    st.none() | st.sampled_from(["supporting", "contrary"]),
    words,
    words,
    words,
    words,
    words,
    words,
)


@given(decisions, st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), max_size=2).map(tuple))
def test_what_is_written_is_read(decision: Decision, parents: tuple[str, ...]) -> None:
    sealed, line = seal(decision, parents)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert LineReader().read(line[:-1]) == sealed
    assert replace(sealed, parents=(), hash="") == decision


def test_text_that_looks_like_the_line_itself_stays_text() -> None:
    trap = '","parents":["x"],"passage":{"quote":"","hash":"'
    passage = Passage(Span(0, 5), trap, trap, trap, 1, trap, trap, "7e47")
    sealed, line = seal(replace(decide(comment=trap), passage=passage), ())
    assert LineReader().read(line[:-1]) == sealed


def test_any_program_can_check_the_hash() -> None:
    sealed, line = seal(decide(), ("ab" * 32,))
    fields = json.loads(line)
    assert fields.pop("hash") == sealed.hash
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    assert sha256(body).hexdigest() == sealed.hash


@given(st.data())
def test_one_changed_byte_is_seen(data: st.DataObject) -> None:
    line = seal(decide(3), ())[1][:-1]
    at = data.draw(st.integers(0, len(line) - 1))
    byte = data.draw(st.integers(32, 126).filter(lambda value: value != line[at]))
    changed = line[:at] + bytes([byte]) + line[at + 1 :]
    assert not is_sealed(changed)
    with pytest.raises(OddLine):
        LineReader().read(changed)


def test_other_blanks_and_escapes_change_nothing() -> None:
    sealed, line = seal(decide(comment="paguyuban — kami"), ())
    anew = json.dumps(json.loads(line), indent=None).encode()
    assert anew != line[:-1]
    assert LineReader().read(anew) == sealed


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"<<<<<<< HEAD", "no line of JSON"),
        (b"[" * 100_000, "no line of JSON"),
        (b'{"who": "siti"}', "no decision"),
        (b"[1, 2]", "no decision"),
        (seal(decide(), ())[1].replace(b'"accept"', b'"reject"')[:-1], "changed after it was written"),
        (seal(replace(decide(), act="sing"), ())[1][:-1], "does not know"),  # type: ignore[arg-type]
    ],
)
def test_an_odd_line_says_why(line: bytes, why: str) -> None:
    with pytest.raises(OddLine, match=why):
        LineReader().read(line)


def test_a_changed_line_still_states_its_hash() -> None:
    sealed, line = seal(decide(), ())
    assert read_hash(line[:-1].replace(b"accept", b"reject")) == sealed.hash
    assert read_hash(b"nothing") == ""


def test_half_a_character_is_kept_as_json_writes_it() -> None:
    sealed, line = seal(decide(comment="a\udc80b"), ())
    assert LineReader().read(line[:-1]).comment == "a\udc80b"
    assert is_sealed(line[:-1])
    assert sealed.comment == "a\udc80b"

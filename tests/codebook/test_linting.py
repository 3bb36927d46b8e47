"""How a codebook does in a study, by counts."""

from pathlib import Path

import pytest

from qualcode.codebook.cue_tables import Traces
from qualcode.codebook.linting import lint
from qualcode.codebook.probing import loosen
from qualcode.codebook.reading import read_codebook
from qualcode.codebook.residual import take_in
from qualcode.language.units import split_units
from qualcode.model import Guide, Matrix
from qualcode.workflow.codebooks.trying import make_coder
from tests.factories import make_transcript

CODEBOOK = """\
codebook: clinic
version: 1
languages: [en]
codes:
  - id: WAIT
    label: Waiting
    definition: How long it took.
    exemplars: [{text: It took hours.}]
    cues: {en: {strong: [waiting room, hour], weak: [queue, bench]}, id: {strong: [antre]}}
  - id: ROOM
    label: The place
    definition: What the place is like.
    cues: {en: {strong: [room, window]}}
  - id: COST
    label: Money
    definition: What it costs.
    exemplars: [{text: It costs too much.}]
    subcodes: [{id: fee, label: a fee}, {id: debt, label: a debt}, {id: other, label: not told by a cue}]
    cues: {en: {strong: [{cue: cost, subcode: fee}, {cue: owe, subcode: debt}]}}
  - {id: CARE, label: Care, definition: How they were cared for., exemplars: [{text: She held my hand.}]}
false_friends: {en: [{phrase: happy hour, why: a time at the bar}]}
"""
TALK = {
    "a.txt": (
        "P: How was it?",
        "N: Two hours in the waiting room. A queue. The nurse sang. Happy hour was over.",
        "N: The rooms are cold. Rooms and rooms. My room. That room. It cost me.",
    ),
    "b.txt": ("P: And you?", "N: An hour, in a waiting room! The nurse sang to us.", "N: Every room smells."),
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Matrix]:
    path: Path = tmp_path_factory.mktemp("lint") / "codebook.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    codebook, problems = read_codebook(path, path.name)
    assert codebook is not None, problems
    transcripts = [make_transcript(name, *lines, language="en") for name, lines in TALK.items()]
    prepare = make_coder("sentence", Guide())
    codings = tuple(coding for each in transcripts for coding in prepare(codebook)(each))
    standing = tuple(coding for each in transcripts for coding in prepare(loosen(codebook))(each))
    coded = {(coding.transcript, coding.span) for coding in codings}
    uncoded = tuple(
        take_in(each.name, unit.span.of(each.text), "en")
        for each in transcripts
        for unit in split_units(each, "sentence")
        if (each.name, unit.span) not in coded
    )
    return {table.name: table for table in lint(codebook, Traces(codings, standing, uncoded, frozenset({"en"})), str)}


def rows_of(table: Matrix) -> dict[str, tuple[str, ...]]:
    return {
        row.key: tuple("; ".join(cell.lines) for cell in cells)
        for row, cells in zip(table.rows, table.cells, strict=True)
    }


def test_codes_unused_overloaded_or_without_example(tables: dict[str, Matrix]) -> None:
    table = tables["lint-codes"]
    assert rows_of(table) == {
        "WAIT": ("2", "2", "2 of 5", "no exemplar in id"),
        "ROOM": (
            "7", "2", "1 of 2", "overloaded: more than 3 times the middle code; no exemplar",
        ),
        "COST": ("1", "1", "1 of 2", "sub-codes that were not found: debt"),
        "CARE": ("0", "0", "0 of 0", "unused"),
    }  # fmt: skip
    assert [len(row[0].coding_ids) for row in table.cells] == [2, 7, 1, 0]


def test_cues_of_two_codes_on_the_same_words_are_counted_with_a_quote(tables: dict[str, Matrix]) -> None:
    assert rows_of(tables["lint-shared-words"]) == {
        "ROOM/en/strong/room & WAIT/en/strong/waiting room": (
            "2",
            "room (2)",
            "“Two hours in the waiting room.”",
        )
    }


def test_a_cue_shows_the_words_it_reaches_beyond_its_own(tables: dict[str, Matrix]) -> None:
    assert rows_of(tables["lint-reach"]) == {
        "ROOM/en/strong/room": ("8", "room (5), rooms (3)"),
        "WAIT/en/strong/hour": ("3", "hour (2), hours (1)"),
    }


def test_idle_cues_stand_and_silent_ones_do_not(tables: dict[str, Matrix]) -> None:
    assert rows_of(tables["lint-idle-cues"]) == {"WAIT/en/weak/queue": ("1", "queue (1)")}
    assert rows_of(tables["lint-silent-cues"]) == {
        "WAIT/en/weak/bench": ("",),
        "WAIT/id/strong/antre": ("no transcript is read for cues in this language",),
        "ROOM/en/strong/window": ("",),
        "COST/en/strong/owe": ("",),
    }


def test_what_stays_uncoded_is_proposed_with_a_quote(tables: dict[str, Matrix]) -> None:
    assert rows_of(tables["lint-uncoded"]) == {"nurse sing": ("2", "2", "nurse sang", "“The nurse sang.”")}

"""Coverage by informant: two who speak in one interview are kept apart."""

from dataclasses import replace

from qualcode.condense.coverage_by_case import PART
from tests.factories import code_words, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "P: Apa kabar?", "N: Baik sekali. Kami rutin bertemu.", "M: Saya jarang ikut.")
TALK = replace(
    TALK, turns=tuple(replace(turn, case={"N": "INF-01", "M": "INF-02"}.get(turn.speaker, "")) for turn in TALK.turns)
)
CODING = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")


def rows(transcript) -> dict[str, list[str]]:
    study = make_study([transcript], [replace(CODING, case=transcript.turns[1].case)])
    [matrix] = PART.build(make_material(study, [transcript]), str)
    return {row.key: [cell.lines[0] for cell in cells] for row, cells in zip(matrix.rows, matrix.cells, strict=True)}


def test_each_informants_words_are_their_own() -> None:
    found = rows(TALK)
    assert found["INF-01"] == ["5", "3", "2", "2", "1", "1.7 : 1"]
    assert found["INF-02"] == ["3", "0", "3", "1", "0", "nothing coded"]
    assert set(found["INF-03"]) == {"no interview"}
    assert "unnamed" not in found


def test_respondents_whom_no_case_names_have_a_row() -> None:
    nameless = replace(TALK, turns=tuple(replace(turn, case="") for turn in TALK.turns))
    assert rows(nameless)["unnamed"][:2] == ["8", "3"]

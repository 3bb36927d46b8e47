"""Contact summary sheets: what the codings show of one interview, and room for the researcher."""

from qualcode.condense.contact_summary import PART
from qualcode.model import Cell
from tests.factories import code_words, make_material, make_study, make_transcript

FIRST = make_transcript("a.txt", "P: Apa kabar?", "N: Baik sekali. Kami rutin bertemu. Ya.", case="INF-01")
SECOND = make_transcript("b.txt", "N: Entah ya.", case="INF-02")
MEETING = code_words(FIRST, "Kami rutin bertemu.", "CG.DLG", "contrary", elicited="prompted")
WISH = code_words(FIRST, "Ya.", "CG.TRU", modality="wish")


def sheets() -> dict[str, dict[str, tuple[Cell, ...]]]:
    study = make_study([FIRST, SECOND], [MEETING, WISH])
    built = PART.build(make_material(study, [FIRST, SECOND]), str)
    return {sheet.name: dict(zip((r.key for r in sheet.rows), sheet.cells, strict=True)) for sheet in built}


def test_each_interview_has_its_sheet() -> None:
    assert list(sheets()) == ["contact-summary@a.txt", "contact-summary@b.txt"]


def test_the_program_writes_nothing_into_the_researchers_column() -> None:
    assert all(cells[1] == Cell() for sheet in sheets().values() for cells in sheet.values())


def test_the_found_column_tells_who_how_much_and_what() -> None:
    sheet = {key: cells[0].lines for key, cells in sheets()["contact-summary@a.txt"].items()}
    assert sheet["contact"][0] == "INF-01 (public; Kepala bidang; Dinas; jurisdiction: kabupaten)"
    assert sheet["contact"][1] == "interviewer: P"
    assert sheet["issues"] == ("CG.DLG Dialogue: 1 suggested (1 contrary)",)
    assert sheet["against"] == ("CG.DLG − “Kami rutin bertemu.” (N, turn 2; INF-01)",)
    assert sheet["gaps"][0] == "silent: IM.ECO, CG.TRU, OB.COO"  # a wish is no answer
    assert sheet["uncoded"] == ("turn 2, 2 words: Baik sekali.",)
    assert sheet["quality"][0] == "prompted: 1 of 1 codings"


def test_an_interview_without_codings_has_a_sheet_all_the_same() -> None:
    sheet = {key: cells[0].lines for key, cells in sheets()["contact-summary@b.txt"].items()}
    assert (sheet["issues"], sheet["points"]) == (("none",), ("none",))
    assert sheet["contact"][1] == "interviewer: none named"


def test_twenty_words_of_a_passage_without_a_code_are_its_opening() -> None:
    whole, cut = ("N: " + " ".join(["kata"] * n) + "." for n in (20, 21))
    talks = [make_transcript("a.txt", whole, case="INF-01"), make_transcript("b.txt", cut, case="INF-02")]
    openings = [
        cells[0].lines[0]
        for sheet in PART.build(make_material(make_study(talks), talks), str)
        for row, cells in zip(sheet.rows, sheet.cells, strict=True)
        if row.key == "uncoded"
    ]
    assert [(line.count("kata"), line.endswith(" …")) for line in openings] == [(20, False), (20, True)]

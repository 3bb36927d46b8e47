"""What people noted beside codings and passages."""

from dataclasses import replace

from qualcode.condense.data_accounting import PART as LOG
from qualcode.condense.jottings import PART, count_jottings
from qualcode.model import Decision, Passage
from tests.factories import code_words, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Baik sekali. Kami rutin bertemu.", case="INF-01")
CODING = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")


def note(act, comment: str, hash_: str, quote: str = CODING.quote, **changes) -> Decision:
    start = TALK.text.index(quote)
    passage = Passage(replace(CODING.span, start=start, end=start + len(quote)), quote, "", "", 1, "N", "INF-01", "t")
    values = {"transcript": "a.txt", "passage": passage, "comment": comment, "hash": hash_} | changes
    return Decision(act, "siti", "2026-01-31T10:00:00+00:00", "review", "suggestions", **values)


ON_CODING = note("comment", "Is this dialogue?", "1" * 64, on=CODING.id, code="CG.DLG")
ON_WORDS = note("nothing", "Small talk, but warm.", "2" * 64, quote="Baik sekali.")
WITH_REASON = note("recode", "Rather trust.", "3" * 64, on=CODING.id, code="CG.DLG", to_code="CG.TRU")
SILENT = note("accept", "", "4" * 64, on=CODING.id, code="CG.DLG")
TAKEN_BACK = Decision("undo", "siti", "2026-02-01T10:00:00+00:00", "review", "suggestions", on="1" * 64, hash="5" * 64)


def make(*decisions: Decision):
    return replace(make_study([TALK], [CODING]), decisions=decisions)


def rows(study) -> list[tuple[tuple[str, ...], ...]]:
    [matrix] = PART.build(make_material(study), str)
    return [tuple(cell.lines for cell in row) for row in matrix.cells]


def test_jottings_come_in_the_order_of_the_text_with_what_they_stand_beside() -> None:
    assert rows(make(ON_CODING, ON_WORDS, WITH_REASON, SILENT)) == [
        (("Small talk, but warm.",), ("“Baik sekali.”", "no code"), ("siti 2026-01-31",), ("nothing else",)),
        (("Is this dialogue?",), ("“Kami rutin bertemu.”", "CG.DLG"), ("siti 2026-01-31",), ("nothing else",)),
        (
            ("Rather trust.",),
            ("“Kami rutin bertemu.”", "CG.TRU"),
            ("siti 2026-01-31",),
            ("recoded from CG.DLG to CG.TRU",),
        ),
    ]


def test_what_an_auditor_noted_while_coding_blind_is_none_of_the_studys() -> None:
    audited = replace(ON_CODING, who="dewi", tool="audit", seen="blind", hash="6" * 64)
    assert len(rows(make(ON_WORDS, audited))) == 1
    assert count_jottings(make(audited)).total() == 0


def test_a_jotting_opens_onto_its_coding_even_under_a_former_id() -> None:
    study = replace(make(replace(ON_CODING, on="old")), former_ids={"old": CODING.id})
    [matrix] = PART.build(make_material(study), str)
    assert matrix.cells[0][1].coding_ids == (CODING.id,)


def test_what_was_taken_back_is_left_out() -> None:
    assert rows(make(ON_CODING, TAKEN_BACK)) == []
    [matrix] = PART.build(make_material(make()), str)
    assert "qualcode review" in matrix.notes[-1]


def test_the_accounting_log_counts_them_by_interview() -> None:
    study = make(ON_CODING, ON_WORDS, SILENT)
    assert count_jottings(study) == {"a.txt": 2}
    [log] = LOG.build(make_material(study), str)
    column = [heading.key for heading in log.columns].index("jottings")
    row = [heading.key for heading in log.rows].index("INF-01")
    assert log.cells[row][column].lines == ("2",)

"""Cells that people type."""

from dataclasses import replace

from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.display.effects import PART as EFFECTS
from qualcode.display.role_ordered import PART as ROLES
from qualcode.evidence.narrowing import read_conditions
from qualcode.evidence.typed import find_open
from qualcode.model import Decision, Matrix, Study
from tests.display.studies import HEAD, block_of, cell_of, four_informants
from tests.factories import code_words

CELL = "role-ordered:INF-01:CG.DLG"


def fill(study: Study, text: str, on: str = CELL, who: str = "siti", when: str = "2026-01-31T08:00:00") -> Study:
    """The study with words typed on a cell as it is now."""
    display = EFFECTS if on.startswith("effects") else ROLES
    matrix = display.build(study, DisplayOptions(content="summary"), str)
    (cell,) = (cell for cell in find_open(matrix, study) if cell.id == on)
    typed = Decision("fill", who, when, "sheet", "suggestions", on=on, comment=text, basis=cell.basis)
    return replace(study, decisions=(*study.decisions, typed))


def show(study: Study, display=ROLES, where: tuple[str, ...] = (), content: str = "summary", **options) -> Matrix:
    return draw(display, study, DisplayOptions(content=content, where=read_conditions(where), **options), str)


def test_a_cell_without_words_says_how_many_codings_wait_and_opens_onto_them() -> None:
    matrix = show(four_informants())
    cell = cell_of(matrix, "INF-01", "CG.DLG")
    assert (cell.kind, cell.lines, len(cell.coding_ids)) == ("open", ("not summarised yet; codings: 2 suggested",), 2)
    assert cell_of(matrix, "INF-01", "IM.ECO").kind == "silent"
    assert cell_of(matrix, "INF-04", "CG.DLG").kind == "missing"


def test_words_stand_with_their_author_and_those_of_two_side_by_side() -> None:
    study = fill(four_informants(), "Sering bertemu,\nkadang tidak.")
    study = fill(study, "<b>Forum</b> =1+1", who="budi", when="2026-02-01")
    cell = cell_of(show(study), "INF-01", "CG.DLG")
    assert cell.kind == "written"
    assert cell.lines[:3] == ("Sering bertemu,", "kadang tidak.", "(siti 2026-01-31)")
    assert cell.lines[3:5] == ("<b>Forum</b> =1+1", "(budi 2026-02-01)")
    assert "budi, siti" in block_of(show(study))["Typed cells"]
    assert len(cell.coding_ids) == 2


def test_words_are_shown_only_where_summaries_are_asked_for() -> None:
    study = fill(four_informants(), "Sering.")
    assert show(study, content="presence") == show(four_informants(), content="presence")


def test_words_on_codings_that_changed_since_are_marked() -> None:
    study = fill(four_informants(), "Sering.")
    more = code_words(HEAD, "Kami percaya.", "CG.DLG", coder="ana", status="manual")
    after = replace(study, codings=(*study.codings, more))
    lines = cell_of(show(after), "INF-01", "CG.DLG").lines
    assert lines == ("Sering.", "(siti 2026-01-31, evidence changed since)", "codings: 1 accepted (+2 suggested)")
    first, *others = study.codings
    decided = replace(study, codings=(replace(first, status="accepted"), *others))
    assert "evidence changed since" in cell_of(show(decided), "INF-01", "CG.DLG").lines[1]


def test_words_on_the_whole_evidence_say_so_where_only_a_part_of_it_is_shown() -> None:
    study = four_informants(code_words(HEAD, "Kami percaya.", "CG.DLG", coder="ana", status="manual"))
    study = fill(study, "Sering.")
    part = cell_of(show(study, layer="human"), "INF-01", "CG.DLG")
    assert part.lines[1] == "(siti 2026-01-31, rests on codings that are not shown here)"
    same = cell_of(show(study, where=("case=INF-01",)), "INF-01", "CG.DLG")
    assert same.lines[1] == "(siti 2026-01-31)"


def test_a_judgement_rests_on_the_codings_of_its_row_and_stands_in_every_content() -> None:
    economy = code_words(HEAD, "Kami percaya.", "IM.ECO")
    study = fill(four_informants(economy), "langsung", "effects:IM.ECO:judged")
    for content in ("presence", "counts", "quotes"):
        cell = cell_of(show(study, EFFECTS, content=content), "IM.ECO", "judged")
        assert (cell.kind, cell.lines) == ("written", ("langsung", "(siti 2026-01-31)"))
    changed = replace(study, codings=tuple(c for c in study.codings if c != economy))
    assert "evidence changed since" in cell_of(show(changed, EFFECTS), "IM.ECO", "judged").lines[1]

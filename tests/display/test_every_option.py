"""Every option on every display: it changes what is shown and says so, or is refused in two lines."""

import pytest

from qualcode.display.contract import CONTENTS, Display, DisplayOptions
from qualcode.display.drawing import draw
from qualcode.errors import QualcodeError
from qualcode.evidence.narrowing import read_conditions
from qualcode.evidence.typed import find_open
from qualcode.model import Matrix
from qualcode.registry import find_parts
from tests.display.linked_talk import OFFICE, linked_study
from tests.factories import code_words

STUDY = linked_study(
    code_words(OFFICE, "Kami saling percaya.", "CG.DLG", status="manual", coder="ana"),
    code_words(OFFICE, "Dinas jalan sendiri juga di sana.", "IM.ECO", status="accepted", coder="ana"),
    code_words(OFFICE, "Dulu dinas rukun.", "CG.TRU", status="edited", coder="ana"),
    code_words(OFFICE, "Makanya pasar sepi.", "CG.TRU", status="accepted", coder="ana"),
)
DISPLAYS = [entry.load() for entry in find_parts("display").values()]
each_display = pytest.mark.parametrize("display", DISPLAYS, ids=lambda display: display.name)


def show(display: Display, **options: object) -> Matrix:
    given = {"content": display.contents[0], "quotes": 1} | options
    return draw(display, STUDY, DisplayOptions(**given), str)


def changes(display: Display, plain: Matrix, **options: object) -> bool:
    """Whether an option changes cells and block; False where it is refused with two plain lines."""
    try:
        other = show(display, **options)
    except QualcodeError as refused:
        if not refused.what.strip() or not refused.how.strip():
            pytest.fail("a refusal takes two lines")
        return False
    assert other.entry_rules != plain.entry_rules, f"{display.name} says nothing of {options}"
    return True


def refuse(display: Display, **options: object) -> str:
    """What an option is refused with, "" where it is not."""
    try:
        show(display, **options)
    except QualcodeError as refused:
        return refused.what
    return ""


@each_display
@pytest.mark.parametrize("layer", ["suggested", "accepted", "human"])
def test_a_layer_is_told_in_the_block(display: Display, layer: str) -> None:
    assert changes(display, show(display), layer=layer)
    found = show(display, layer=layer)
    statuses = {coding.id: coding.status for coding in STUDY.codings}
    allowed = {"suggested": {"suggested"}, "accepted": {"accepted", "edited"}}.get(
        layer, {"accepted", "edited", "manual"}
    )
    assert {statuses[id_] for row in found.cells for cell in row for id_ in cell.coding_ids} <= allowed


@each_display
@pytest.mark.parametrize("content", CONTENTS)
def test_a_content_is_shown_and_told_or_refused(display: Display, content: str) -> None:
    if content == display.contents[0]:
        return
    assert changes(display, show(display), content=content) == (content in display.contents)


@each_display
def test_a_number_of_quotes_is_told_unless_they_are_not_chosen(display: Display) -> None:
    if "quotes" in display.contents:
        few, many = (show(display, content="quotes", quotes=quotes) for quotes in (1, 3))
        assert (few == many) == display.fixed_quotes


def test_a_part_without_the_codes_of_a_display_is_not_put_down_to_the_codebook() -> None:
    narrowed = {display.name: refuse(display, where=read_conditions(["code=CG.TRU"])) for display in DISPLAYS}
    refusals = [told for told in narrowed.values() if told]
    assert refusals
    assert all("--where" in told for told in refusals)


@each_display
@pytest.mark.parametrize("where", ["code=CG", "case=INF-01", "role=Staf"])
def test_a_condition_narrows_or_is_refused(display: Display, where: str) -> None:
    changes(display, show(display), where=read_conditions([where]))


@each_display
def test_narrowing_leaves_no_other_informants_coding_behind_any_cell(display: Display) -> None:
    found = show(display, where=read_conditions(["case=INF-01"]))
    cases = {coding.id: coding.case for coding in STUDY.codings}
    assert {cases[id_] for row in found.cells for cell in row for id_ in cell.coding_ids} <= {"INF-01"}


@each_display
@pytest.mark.parametrize("axis", ["rows", "columns"])
def test_rows_and_columns_are_chosen_and_told(display: Display, axis: str) -> None:
    plain = show(display)
    last = getattr(plain, axis)[-1].key
    chosen = show(display, **{axis: (last,)})
    assert getattr(chosen, axis)[-1].key == last
    assert len(getattr(chosen, axis)) <= len(getattr(plain, axis))
    assert changes(display, plain, **{axis: (last,)})
    assert not changes(display, plain, **{axis: ("NO.SUCH",)})


@each_display
@pytest.mark.parametrize("word", ["name", "codings", "CG.DLG", "colour"])
def test_an_order_is_told_or_refused(display: Display, word: str) -> None:
    sorted_ = changes(display, show(display), sort=word)
    assert not (sorted_ and word == "colour")
    assert display.orders or sorted_ or word not in ("name", "codings")
    if sorted_ and not display.orders:  # those with an order of their own say which
        labels = [rule.label for rule in show(display, sort=word).entry_rules if rule.label.startswith("Order")]
        assert [label for label in labels if label != "Order of columns"] == ["Order of rows"]


@each_display
def test_people_are_counted_by_name_and_never_in_percentages(display: Display) -> None:
    for content in display.contents:
        matrix = show(display, content=content)
        lines = [line for row in matrix.cells for cell in row for line in cell.lines]
        assert not any("%" in line for line in lines)
        counted = [line for line in lines if " informants" in line]
        assert all("(" in line or line.startswith("0 of") for line in counted)


@each_display
def test_a_cell_rests_on_the_same_codings_whatever_content_is_shown(display: Display) -> None:
    bases: dict[str, set[str]] = {}
    for content in display.contents:
        for cell in find_open(display.build(STUDY, DisplayOptions(content=content), str), STUDY):
            bases.setdefault(cell.id, set()).add(cell.basis)
    assert all(len(found) == 1 for found in bases.values())

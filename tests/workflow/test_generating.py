"""Tactics for generating meaning, out of a study's folder: laid out, opened, answered, reported."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.narrowing import Condition
from qualcode.model import Prose
from qualcode.registry import find_parts, list_purposes
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.generating import (
    answer_aid,
    build_meaning_overview,
    find_table,
    gather_for_meaning,
    lay_out,
    list_left_open,
)
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.reporting import build_report
from qualcode.workflow.showing import find_shown
from qualcode.workflow.summarising import write_worksheets


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    (study_folder / "claims.yaml").write_text(
        "languages: [en]\nclaims:\n- {id: K1, text: Rain came., codes: [{code: H.RAIN}]}\n"
        "- {id: K2, text: Rain brought help., codes: [{code: H.HELP}], relation: {from: H.RAIN, to: H.HELP}}\n",
        encoding="utf-8",
    )
    (study_folder / "patterns.yaml").write_text(
        "patterns:\n- {name: Helping in need, kind: category, codes: [H.HELP]}\n", encoding="utf-8"
    )
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


def lay(opened: OpenStudy, *names: str, **changes):
    return lay_out(gather_for_meaning(opened, load_study(opened), "en", **changes), names)


def test_all_thirteen_are_laid_out_in_the_order_of_the_chapter(opened: OpenStudy) -> None:
    names = [worksheet.tactic for worksheet in lay(opened)]
    assert len(names) == 13
    assert (names[0], names[2], names[-1]) == ("noting-patterns", "clustering", "theoretical-coherence")
    overview = build_meaning_overview(gather_for_meaning(opened, load_study(opened), "en"))
    assert [row.key for row in overview.rows] == names


def test_every_cell_of_every_table_opens_onto_its_codings(opened: OpenStudy) -> None:
    study = load_study(opened)
    for worksheet in lay(opened):
        for table in worksheet.laid_out.tables:
            for r, row in enumerate(table.cells):
                for c, cell in enumerate(row):
                    shown = find_shown(opened, study, table.cell_id(r, c))
                    assert {quote.coding.id for quote in shown.quotes} == set(cell.coding_ids)


def test_claims_and_pattern_codes_are_handed_over(opened: OpenStudy) -> None:
    [worksheet] = lay(opened, "seeing-plausibility")
    [table] = worksheet.laid_out.tables
    assert {row.key for row in table.rows} == {"K1", "K2", "pattern-1"}
    [worksheet] = lay(opened, "chain-of-evidence")
    assert [row.key for row in worksheet.laid_out.tables[1].rows] == ["K2"]


def test_a_claim_that_only_a_memo_speaks_for_says_so(study_folder: Path, opened: OpenStudy) -> None:
    claims = study_folder / "claims.yaml"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(
        f"{text}- {{id: K3, text: Nobody helped., codes: [{{code: H.HELP, expects: contrary}}]}}\n", encoding="utf-8"
    )
    (study_folder / "memos").mkdir()
    memo = "---\ntitle: Alone\nkind: personal\nclaims: [K3]\n---\nA hunch.\n"
    (study_folder / "memos" / "alone.md").write_text(memo, encoding="utf-8")
    again = open_study(study_folder, Wishes(), study_folder)
    [table] = lay(again, "seeing-plausibility")[0].laid_out.tables
    rests = {row.key: cells[0].lines for row, cells in zip(table.rows, table.cells, strict=True)}
    assert rests["K3"] == ("a memo alone: Alone",)
    assert rests["K1"][0].startswith("one informant alone")


def test_a_part_of_the_study_is_told_as_such(opened: OpenStudy) -> None:
    [worksheet] = lay(opened, "counting", where=(Condition("polarity", "contrary"),))
    for table in worksheet.laid_out.tables:
        assert any(rule.label == "Narrowed to" for rule in table.entry_rules)
    contrary = {coding.id for coding in load_study(opened).codings if coding.polarity == "contrary"}
    table = worksheet.laid_out.tables[0]
    assert {id_ for row in table.cells for cell in row for id_ in cell.coding_ids} <= contrary


def test_a_misspelt_name_is_told_the_nearest(opened: OpenStudy) -> None:
    with pytest.raises(QualcodeError) as refused:
        lay(opened, "Clusterin")
    assert refused.value.how == "Did you mean `clustering`?"


def test_an_answer_is_kept_told_and_taken_back(opened: OpenStudy) -> None:
    answer_aid(opened, load_study(opened), "counting:1", " Talk. ", "siti", "2026-01-31T00:00:00Z")
    [worksheet] = lay(opened, "counting")
    assert "  siti, 2026-01-31: Talk." in list_left_open(worksheet, "en")
    other = replace(load_study(opened), codings=load_study(opened).codings[1:])
    [changed] = lay_out(gather_for_meaning(opened, other, "en"), ("counting",))
    assert "  siti, 2026-01-31: Talk. [changed since: the codings]" in list_left_open(changed, "en")
    answer_aid(opened, load_study(opened), "counting:1", "", "siti", "2026-02-01T00:00:00Z")
    [worksheet] = lay(opened, "counting")
    assert worksheet.questions[0].answers == ()


@pytest.mark.parametrize(
    "changes",
    [{"where": (Condition("polarity", "supporting"),)}, {"most": 1}, {"by": "sector"}],
    ids=lambda each: next(iter(each)),
)
def test_an_answer_is_not_called_outdated_where_only_a_part_is_shown(
    opened: OpenStudy, changes: dict[str, Any]
) -> None:
    for name, _ in list_purposes("meaning", "en"):
        answer_aid(opened, load_study(opened), f"{name}:1", "Talk.", "siti", "2026-01-31T00:00:00Z")
    for worksheet in lay(opened, **changes):
        [told] = worksheet.questions[0].answers
        assert told.changed == (), worksheet.tactic


def test_a_cell_to_fill_in_keeps_what_was_written(opened: OpenStudy) -> None:
    on = "counting:H.RAIN:yours"
    answer_aid(opened, load_study(opened), on, "The drought.", "siti", "2026-01-31T00:00:00Z")
    table = find_table(opened, load_study(opened), "counting")
    assert table is not None
    assert table.cells[0][-1].lines == ("The drought.", "(siti 2026-01-31)")
    narrowed = gather_for_meaning(opened, load_study(opened), "en", (Condition("polarity", "supporting"),))
    [worksheet] = lay_out(narrowed, ("counting",))
    assert "not shown here" in worksheet.laid_out.tables[0].cells[0][-1].lines[-1]


@pytest.mark.parametrize("on", ["counting:9", "counting:H.RAIN:for", "nothing:1"])
def test_what_no_aid_asks_is_refused(opened: OpenStudy, on: str) -> None:
    with pytest.raises(QualcodeError):
        answer_aid(opened, load_study(opened), on, "x", "siti", "2026-01-31T00:00:00Z")


def test_what_was_not_said_cannot_be_taken_back(opened: OpenStudy) -> None:
    with pytest.raises(QualcodeError, match="could be taken back"):
        answer_aid(opened, load_study(opened), "counting:1", " ", "siti", "2026-01-31T00:00:00Z")


def test_a_report_shows_worksheets_where_they_are_asked_for(opened: OpenStudy) -> None:
    study = load_study(opened)
    usual = {section.key for section in build_report(opened, study, DisplayOptions()).sections}
    assert not any(key.startswith("meaning") for key in usual)
    report = build_report(opened, study, DisplayOptions(), meaning=("all",))
    keys = [section.key for section in report.sections]
    assert len(keys) == len(set(keys))
    assert {f"meaning-{name}@questions" for name, _ in list_purposes("meaning", "en")} <= set(keys)
    matrices = [section.body for section in report.sections if not isinstance(section.body, Prose)]
    used = {id_ for matrix in matrices for row in matrix.cells for cell in row for id_ in cell.coding_ids}
    assert sorted(used) == sorted(quote.coding.id for quote in report.quotes)


def test_a_worksheet_that_somebody_filled_in_is_never_written_over(opened: OpenStudy) -> None:
    material = gather_for_meaning(opened, load_study(opened), "en")
    done = write_worksheets(opened, material, "counting", ())
    assert sorted(path.name for path in done.written) == ["meaning_counting.docx", "meaning_counting.md"]
    text = next(path for path in done.written if path.suffix == ".md").read_text(encoding="utf-8")
    assert text.count("| counting") == 2
    assert write_worksheets(opened, material, "counting", ()).written == ()


def test_what_each_is_for_is_told_in_both_languages() -> None:
    english, indonesian = dict(list_purposes("meaning", "en")), dict(list_purposes("meaning", "id"))
    assert english.keys() == indonesian.keys() == set(find_parts("meaning"))
    assert all(english[name] and english[name] != indonesian[name] for name in english)

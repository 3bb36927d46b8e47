"""Reports and what is behind their cells."""

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.display import dated
from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence import links, selection
from qualcode.model import Decision, Prose, Study, Words
from qualcode.registry import find_parts
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.displaying import build_display, list_displays
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.reporting import build_report
from qualcode.workflow.showing import find_shown


@pytest.fixture
def coded(study_folder: Path) -> tuple[OpenStudy, Study]:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened, load_study(opened)


def test_every_coding_behind_a_cell_is_quoted_once(coded: tuple[OpenStudy, Study]) -> None:
    report = build_report(*coded, DisplayOptions())
    matrices = [section.body for section in report.sections if not isinstance(section.body, Prose)]
    used = {id_ for matrix in matrices for row in matrix.cells for cell in row for id_ in cell.coding_ids}
    assert sorted(used) == sorted(quote.coding.id for quote in report.quotes)


def test_every_cell_of_every_display_opens(coded: tuple[OpenStudy, Study]) -> None:
    report = build_report(*coded, DisplayOptions(language="en"), ("all",))
    for section in report.sections:
        if isinstance(section.body, Prose):
            continue
        matrix = section.body
        for r, row in enumerate(matrix.cells):
            for c, cell in enumerate(row):
                shown = find_shown(*coded, matrix.cell_id(r, c))
                if cell.opens:  # onto a page of its own, which has the quotes
                    continue
                assert {quote.coding.id for quote in shown.quotes} == set(cell.coding_ids)


def test_notices_say_what_the_study_is(coded: tuple[OpenStudy, Study]) -> None:
    _, study = coded
    assert len(build_notices(study, "en")) == 1
    made_up = replace(study, settings=replace(study.settings, synthetic=True, notice=Words("Read me.")))
    assert len(build_notices(made_up, "en")) == 3
    first, *others = study.codings
    one = replace(study, codings=(replace(first, status="accepted"), *others))
    (partly,) = build_notices(one, "en")
    assert f"{len(others)} of {len(study.codings)} codings" in partly  # one decision makes not all decided
    decided = replace(study, codings=tuple(replace(coding, status="accepted") for coding in study.codings))
    assert build_notices(decided, "en") == ()


def test_a_report_shows_the_usual_few_displays_or_those_that_were_named(coded: tuple[OpenStudy, Study]) -> None:
    def keys(*displays: str) -> set[str]:
        return {section.key for section in build_report(*coded, DisplayOptions(), displays).sections}

    usual = {"role-ordered", "conceptually-clustered", "content-analytic", "code-by-case", "code-relations"}
    assert keys() & set(find_parts("display")) == usual
    assert keys("checklist", "code-relations") & set(find_parts("display")) == {"checklist", "code-relations"}
    assert keys("all") >= usual | {"checklist", "code-relations", "construct-table"}


def test_code_relations_come_with_their_counts_and_their_network_whatever_the_others_show(
    coded: tuple[OpenStudy, Study],
) -> None:
    report = build_report(*coded, DisplayOptions(content="quotes", language="en"))
    (section,) = (section for section in report.sections if section.key == "code-relations")
    cells = [cell for row in section.body.cells for cell in row if cell.coding_ids]
    assert any("suggested" in cell.lines[0] for cell in cells)
    assert section.figure.name == "code-relations"


def test_the_interviews_stand_in_the_report_with_the_words_of_every_coding(coded: tuple[OpenStudy, Study]) -> None:
    report = build_report(*coded, DisplayOptions())
    texts = {transcript.name: transcript.text for transcript in report.transcripts}
    assert texts.keys() == {account.transcript for account in coded[1].accounts}
    for quote in report.quotes:
        assert quote.coding.span.of(texts[quote.coding.transcript]) == quote.coding.quote


def test_the_interviews_can_be_left_out_and_the_quotes_stay(coded: tuple[OpenStudy, Study]) -> None:
    whole = build_report(*coded, DisplayOptions(language="en"))
    quoted = build_report(*coded, DisplayOptions(language="en"), interviews=False)
    assert quoted.quotes == whole.quotes
    assert quoted.transcripts == ()
    page, short = (find_parts("writers")["html"].load().write(report)["report.html"] for report in (whole, quoted))
    assert b"Quotes and interviews" in page
    assert b"Quotes and interviews" not in short


def test_a_misspelt_display_is_told_the_nearest_name(coded: tuple[OpenStudy, Study]) -> None:
    with pytest.raises(QualcodeError) as refused:
        build_display(coded[1], "Check List", DisplayOptions())
    assert refused.value.how == "Did you mean `checklist`?"


def test_what_a_display_is_for_is_told_in_both_languages() -> None:
    english, indonesian = dict(list_displays("en")), dict(list_displays("id"))
    assert english.keys() == indonesian.keys() == set(find_parts("display"))
    assert all(english[name] and english[name] != indonesian[name] for name in english)


def test_a_cell_of_axes_that_were_named_opens_too(coded: tuple[OpenStudy, Study]) -> None:
    one, other = [code.id for code in coded[1].codebook.codes][:2]
    shown = find_shown(*coded, f"variable-by-variable:{one}:{other}")
    assert shown.heading.startswith(("Variable-by-variable", "Matriks variabel"))


def test_an_id_that_names_no_cell_is_refused(coded: tuple[OpenStudy, Study]) -> None:
    with pytest.raises(QualcodeError, match="no cell"):
        find_shown(*coded, "role-ordered:NOBODY:NOTHING")


def test_an_unknown_display_is_refused_with_the_known_ones(coded: tuple[OpenStudy, Study]) -> None:
    with pytest.raises(QualcodeError, match="role-ordered"):
        build_display(coded[1], "nosuch", DisplayOptions())


def test_a_template_stands_among_all_displays_once_somebody_wrote_in_it(coded: tuple[OpenStudy, Study]) -> None:
    opened, study = coded
    options = DisplayOptions(language="en")

    def keys(of: Study, *names: str) -> set[str]:
        return {section.key for section in build_report(opened, of, options, names).sections}

    assert "case-analysis-meeting" not in keys(study, "all")
    assert "case-analysis-meeting" in keys(study, "case-analysis-meeting")
    on = "case-analysis-meeting:themes:notes"
    typed = Decision("fill", "siti", "2026-01-31", "sheet", "suggestions", on=on, comment="Rain.")
    assert "case-analysis-meeting" in keys(replace(study, decisions=(typed,)), "all")


def test_on_paper_tables_are_short_and_rest_on_the_same_codings(coded: tuple[OpenStudy, Study]) -> None:
    report = build_report(*coded, DisplayOptions(language="en"))
    sections = {section.key: section for section in report.sections}
    for key in ("role-ordered", "conceptually-clustered", "claims"):
        body, paper = sections[key].body, sections[key].on_paper
        columns = [place for place, column in enumerate(body.columns) if column in paper.columns]
        assert [[row[place].coding_ids for place in columns] for row in body.cells] == [
            [cell.coding_ids for cell in row] for row in paper.cells
        ]
        assert sum(len(line) for row in paper.cells for cell in row for line in cell.lines) < sum(
            len(line) for row in body.cells for cell in row for line in cell.lines
        )
        assert body.entry_rules != paper.entry_rules  # what stands in the cells is said as it is
    assert {line for row in sections["role-ordered"].on_paper.cells for cell in row for line in cell.lines} & set("+−±")
    assert sections["code-by-case"].on_paper is None
    assert [
        section.step.partition(":")[0]
        for section in report.sections
        if section.key in ("coverage", "role-ordered", "claims")
    ] == ["Step 1", "Step 2", "Step 3"]


def test_a_content_that_was_asked_for_stands_on_paper_too(coded: tuple[OpenStudy, Study]) -> None:
    report = build_report(*coded, DisplayOptions(language="en"), short_on_paper=False)
    assert not any(section.on_paper for section in report.sections)
    assert report.on_paper == ""
    assert "--content quotes" in build_report(*coded, DisplayOptions(language="en")).on_paper


def test_all_displays_look_for_links_dates_and_codings_that_count_once(
    coded: tuple[OpenStudy, Study], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    for module, name in ((links, "find_links"), (selection, "_select"), (dated, "_date")):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, name=name, real=real: found.append(name) or real(*given))
    opened, study = coded
    build_report(opened, replace(study), DisplayOptions(), ("all",))
    assert found.count("find_links") == found.count("_date") == 1
    assert found.count("_select") == 2  # without wishes, and with them for links that people drew


def test_a_part_of_a_study_is_looked_through_anew(coded: tuple[OpenStudy, Study]) -> None:
    _, study = coded
    assert len(selection.select(study).counted) > 1
    assert len(selection.select(replace(study, codings=study.codings[:1])).counted) <= 1
    assert selection.select(study) is selection.select(study)


def test_informants_are_those_who_were_interviewed(study_folder: Path) -> None:
    with (study_folder / "cases.csv").open("a", encoding="utf-8") as file:
        file.write("C9,,,Chief,public\n")
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    overview = build_report(opened, load_study(opened), DisplayOptions(language="en")).sections[0].body.paragraphs
    assert overview[0].startswith("2 interviews with 2 informants;")
    assert overview[1] == "Informants without an interview: C9."


def test_a_codebook_without_a_title_is_called_by_its_name(coded: tuple[OpenStudy, Study]) -> None:
    opened, study = coded
    study = replace(study, codebook=replace(study.codebook, name="kecil", title=Words()))
    [overview] = [s.body for s in build_report(opened, study, DisplayOptions(language="en")).sections[:1]]
    assert isinstance(overview, Prose)
    [line] = [line for line in overview.paragraphs if line.startswith("Codebook: ")]
    assert line.startswith("Codebook: kecil, version ")

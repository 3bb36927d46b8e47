"""Drafts of standards, from a study's files to Word and back."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Done


@pytest.fixture
def coded(run_folder: Path) -> Path:
    return run_folder


def read_docx(path: Path) -> str:
    document = Document(BytesIO(path.read_bytes()))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def test_drafts_are_written_in_both_formats_and_stay_as_people_filled_them_in(
    coded: Path, qualcode: Callable[..., Done]
) -> None:
    done = qualcode("standards", coded, "--write", "--lang", "en")
    names = {path.name for path in (coded / "standards").iterdir()}
    assert names == {f"{name}_en.{ending}" for name in ("coreq", "srqr", "quality") for ending in ("docx", "md")}
    assert done.out.count("written ") == 6
    filled = coded / "standards" / "coreq_en.md"
    filled.write_text("mine", encoding="utf-8")
    again = qualcode("standards", coded, "--write", "--lang", "en")
    assert again.out.count("kept as it is ") == 6
    assert filled.read_text(encoding="utf-8") == "mine"


def test_a_draft_names_every_item_its_files_and_that_it_is_a_draft(coded: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("standards", coded, "coreq", "--write", "--lang", "en")
    text = read_docx(coded / "standards" / "coreq_en.docx")
    assert all(f"{number}. " in text for number in range(1, 33))
    assert "Draft: to be completed and checked by the authors." in text
    assert "[log.jsonl]" in text
    assert "nothing on file" in text


def test_a_draft_comes_in_indonesian(coded: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("standards", coded, "--write", "--lang", "id")
    for name in ("coreq", "srqr", "quality"):
        text = read_docx(coded / "standards" / f"{name}_id.docx")
        assert "Draf: untuk dilengkapi dan diperiksa oleh para penulis." in text
        assert "To be answered" not in text
        assert "nothing on file" not in text


def test_a_synthetic_study_says_so_on_its_drafts(coded: Path, qualcode: Callable[..., Done]) -> None:
    settings = coded / "study.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nsynthetic: yes\n", encoding="utf-8")
    qualcode("standards", coded, "srqr", "--write", "--lang", "en")
    document = Document(BytesIO((coded / "standards" / "srqr_en.docx").read_bytes()))
    header = "\n".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)
    assert "Synthetic interviews" in header
    assert "Synthetic interviews" in (coded / "standards" / "srqr_en.md").read_text(encoding="utf-8")


def test_every_quote_that_a_draft_refers_to_is_in_it(coded: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("standards", coded, "coreq", "--write", "--lang", "en")
    text = (coded / "standards" / "coreq_en.md").read_text(encoding="utf-8")
    referred = {part.split(")")[0] for part in text.split("](#")[1:]}
    assert referred
    assert all(f'<a id="{anchor}"></a>' in text for anchor in referred)


def test_an_item_opens_onto_the_codings_that_it_counts(coded: Path, qualcode: Callable[..., Done]) -> None:
    done = qualcode("show", coded, "coreq:29:records", "--lang", "en")
    assert "The rain came late" in done.out
    missing = qualcode("show", coded, "coreq:99:records", "--lang", "en")
    assert missing.status == 1


def test_the_log_makes_the_draft_and_a_torn_line_of_it_does_not_stop_it(
    coded: Path, qualcode: Callable[..., Done]
) -> None:
    log = coded / "log.jsonl"
    line = json.loads(log.read_text(encoding="utf-8").splitlines()[0]) | {"version": "0.0.9", "when": "2020-01-01"}
    log.write_text(f"{json.dumps(line)}\n{{torn\n{log.read_text(encoding='utf-8')}", encoding="utf-8")
    done = qualcode("standards", coded, "coreq", "--lang", "en")
    assert "qualcode 0.0.9, " in done.out


def test_answers_are_kept_and_taken_back(coded: Path, qualcode: Callable[..., Done]) -> None:
    done = qualcode("standards", coded, "srqr", "--answer", "s21", "Nobody paid.", "--coder", "ana")
    assert done.status == 0
    assert "> Nobody paid. (ana, " in qualcode("standards", coded, "srqr", "--lang", "en").out
    assert '"--answer"' in (coded / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    qualcode("standards", coded, "srqr", "--answer", "S21", "", "--coder", "ana")
    assert "Nobody paid." not in qualcode("standards", coded, "srqr", "--lang", "en").out


def test_answers_touch_no_coding(coded: Path, qualcode: Callable[..., Done]) -> None:
    before = (coded / "results" / "codings.csv").read_bytes()
    qualcode("standards", coded, "coreq", "--answer", "2", "PhD", "--coder", "ana")
    qualcode("report", coded, "--lang", "en")
    assert (coded / "results" / "codings.csv").read_bytes() == before


def test_what_there_is_not_is_refused_with_what_there_is(coded: Path, qualcode: Callable[..., Done]) -> None:
    assert "Did you mean `coreq`?" in qualcode("standards", coded, "corek").err
    assert "srqr has no item 99" in qualcode("standards", coded, "srqr", "--answer", "99", "x", "--coder", "a").err
    assert qualcode("standards", coded, "--answer", "2", "x").status == 2
    assert qualcode("standards").status == 2


def test_a_draft_comes_as_csv(coded: Path, qualcode: Callable[..., Done]) -> None:
    done = qualcode("standards", coded, "srqr", "--csv", "--lang", "en")
    assert len(done.out.splitlines()) >= 22

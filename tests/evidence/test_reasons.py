"""Why a coding was made, in words: what only a question said is told as such, wherever the reason is shown."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from qualcode.evidence.reasons import is_of_question, quote_reason
from qualcode.messages import translator
from qualcode.model import Coding, Evidence, Span
from qualcode.store.codings import read_codings, write_codings
from qualcode.workflow.coding import code_study
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.sheets.sending import send_out
from qualcode.writers._words import describe_reasons, name_rules
from tests.factories import code_words, make_transcript

INTERVIEW = make_transcript("a.txt", "P: Apakah ada musyawarah?", "N: Ya, duduk bareng.", case="INF-01")


def reason(words: str, rule: str) -> Evidence:
    start = INTERVIEW.text.index(words)
    return Evidence(rule, words, Span(start, start + len(words)))


@pytest.fixture
def coding() -> Coding:
    reasons = (reason("musyawarah", "CG.DLG/id/asked/musyawarah"), reason("duduk", "CG.DLG/id/strong/duduk"))
    return replace(code_words(INTERVIEW, "Ya, duduk bareng.", "CG.DLG"), evidence=reasons)


def test_words_of_the_question_are_told_from_words_of_the_answer(coding: Coding) -> None:
    asked, said = coding.evidence
    assert (is_of_question(asked, coding), is_of_question(said, coding)) == (True, False)
    t = translator("en")
    assert quote_reason(asked, coding, t) == "“musyawarah” (in the question)"
    assert quote_reason(said, coding, t) == "“duduk”"
    assert "guide question 3: “musyawarah”" in quote_reason(replace(asked, rule="guide/3"), coding, t)


def test_reports_and_the_terminal_say_so(coding: Coding) -> None:
    why = describe_reasons(coding, translator("en"))
    assert why == "Why: keyword of a question “musyawarah” (in the question); keyword “duduk”"
    assert "CG.DLG/" not in why  # rules are for auditors


def test_reasons_are_told_in_plain_words_each_once_and_rules_to_auditors(coding: Coding) -> None:
    rules = (
        "X/id/answer/(form:surat/form:suratnya)",
        "X/en/answer/letter",
        "X/assent",
        "X/id/answer_contrary/a/strong/b",
    )
    several = replace(coding, evidence=tuple(reason("duduk", rule) for rule in rules))
    indonesian = describe_reasons(several, translator("id"))
    assert indonesian.count("kata kunci dalam jawaban “duduk”") == 1
    assert "mengiyakan pertanyaan" in indonesian
    assert "kata kunci yang menyangkal dalam jawaban “duduk”" in indonesian
    assert set(name_rules(several)) == set(rules)
    assert describe_reasons(replace(coding, evidence=(reason("duduk", "other machine"),)), str) == "Why: “duduk”"


def test_a_sheet_says_so_in_excel_and_in_word(study_folder: Path, tmp_path: Path) -> None:
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    (sheet, codings), _ = read_codings(opened.place.codings)
    asked = Evidence("H.RAIN/en/asked/rain", "rain", Span(21, 25))
    write_codings(opened.place.codings, sheet, (replace(codings[0], evidence=(asked,)), *codings[1:]))
    send_out(opened, tmp_path / "a.xlsx", "2026-01-01T00:00:00+00:00")
    send_out(opened, tmp_path / "a.docx", "2026-01-01T00:00:00+00:00")
    cells = [str(cell.value) for sheet in load_workbook(tmp_path / "a.xlsx") for row in sheet for cell in row]
    assert any("“rain” (in the question)" in cell for cell in cells)
    comments = [comment.text for comment in Document(io.BytesIO((tmp_path / "a.docx").read_bytes())).comments]
    assert any("“rain” (in the question)" in comment for comment in comments)

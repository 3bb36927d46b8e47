"""The codebook that comes with qualcode, and the examples of the page on codebooks."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from qualcode.codebook.combinations import parse_rule
from qualcode.codebook.patterns import Pattern
from qualcode.codebook.reading import read_codebook
from qualcode.coders.findings import TextReader
from qualcode.coders.rule_set import RuleSet
from qualcode.coders.rules import prepare
from qualcode.model import Code, Codebook, Coding, Cue, Span, Transcript, Turn
from qualcode.shipped import find_shipped, list_codebooks
from tests.conftest import Done
from tests.pages import ROOT, find_blocks

LANGUAGES = ("id", "en")
CODES = ["CG.DLG", "CG.TRU", "CG.COM", "CG.UND", "CG.OUT", "OB.STR", "OB.TEC", "OB.COO", "OB.RES", "IM.ECO", "IM.CMP"]


def get_codebook(name: str) -> Codebook:
    codebook, problems = read_codebook(list_codebooks()[name], f"{name}.yaml")
    assert problems == ()
    assert codebook is not None
    return codebook


BLITAR = get_codebook("blitar")


@pytest.mark.parametrize("name", list_codebooks())
def test_a_shipped_codebook_reads_the_same_where_yaml_has_no_c(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    codebook = get_codebook(name)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert get_codebook(name) == codebook


@pytest.mark.parametrize("name", list_codebooks())
def test_a_shipped_codebook_has_no_problem(name: str) -> None:
    assert get_codebook(name).codes


def test_the_codes_of_the_study_and_no_others() -> None:
    assert [code.id for code in BLITAR.codes] == CODES
    assert Counter(family.kind for family in BLITAR.families) == {"element": 1, "obstacle": 1, "impact": 1}
    assert [rule.id for rule in BLITAR.boundary_rules] == [f"B{n}" for n in range(1, 15)]


@pytest.mark.parametrize("code", BLITAR.codes, ids=lambda code: code.id)
def test_an_entry_is_complete_in_both_languages(code: Code) -> None:
    assert code.use_when
    assert code.do_not_use_when
    assert code.boundary_with
    for language in LANGUAGES:
        assert getattr(code.short, language)
        assert len(getattr(code.definition, language)) > len(getattr(code.short, language))
        assert {example.language for example in code.exemplars} >= {language}
        assert {miss.language for miss in code.near_misses} >= {language}
        lists = {(cue.weight, cue.polarity) for cue in code.cues if cue.language == language}
        assert lists == {(weight, "supporting") for weight in ("strong", "weak", "answer", "asked")} | {
            ("strong", "contrary"),
            ("answer", "contrary"),
        }


def test_every_example_says_that_it_is_made_up() -> None:
    for code in BLITAR.codes:
        assert all(example.constructed for example in (*code.exemplars, *code.near_misses))


def test_boundary_rules_speak_of_codes_that_are_there() -> None:
    questions = " ".join(rule.question.en for rule in BLITAR.boundary_rules)
    assert set(re.findall(r"(?:CG|OB|IM)\.[A-Z]{3}", questions)) <= set(CODES)


CODE_TRANSCRIPT = prepare(BLITAR, "turn")


def code_passage(text: str, language: str, question: str = "") -> tuple[Coding, ...]:
    turns = (
        Turn(1, "Q", "interviewer", Span(0, len(question))),
        Turn(2, "R", "respondent", Span(len(question) + 1, len(question) + 1 + len(text))),
    )
    text = f"{question}\n{text}"
    text_hash = sha256(text.encode()).hexdigest()
    return CODE_TRANSCRIPT(Transcript("example.txt", text, turns, language, text_hash, text_hash)).codings


@pytest.mark.parametrize("code", BLITAR.codes, ids=lambda code: code.id)
def test_exemplars_are_found_and_near_misses_are_not(code: Code) -> None:
    for exemplar in code.exemplars:
        found = {BLITAR.find(coding.code) for coding in code_passage(exemplar.text, exemplar.language)}
        assert code in found, exemplar.text
    for miss in code.near_misses:
        codings = code_passage(miss.text, miss.language)
        found = {BLITAR.find(coding.code) for coding in codings if coding.modality == "actual"}
        assert code not in found, miss.text


def spell_out(cue: Cue) -> Iterator[str]:
    """Words that the cue is made of: each alternative once, with one of the parties beside a weak cue. The phrases of
    a combination follow one another."""
    rule = parse_rule(cue.pattern)
    phrases = [rule] if isinstance(rule, Pattern) else rule.parts
    elements = [element for phrase in phrases for element in phrase.elements]
    party = {"id": " camat", "en": " mayor"}[cue.language] if cue.weight == "weak" else ""
    for number in range(max(len(element.atoms) for element in elements)):
        atoms = [element.atoms[number % len(element.atoms)] for element in elements]
        words = ["anything" if atom.kind == "any" else atom.text.replace("*", "") for atom in atoms]
        yield " ".join(words) + party


def list_questions(code: Code, language: str) -> list[str]:
    return [
        words for cue in code.cues if cue.weight == "asked" and cue.language == language for words in spell_out(cue)
    ]


RULES = {language: RuleSet(BLITAR, language, of_questions=True) for language in LANGUAGES}


def ask(words: str, language: str) -> set[str]:
    """The codes that a question of these words may ask for."""
    return {finding.code.id for finding in TextReader(RULES[language], words).read(0, len(words)).findings}


@pytest.mark.parametrize("code", BLITAR.codes, ids=lambda code: code.id)
def test_every_cue_finds_the_words_that_it_is_made_of(code: Code) -> None:
    questions = {language: list_questions(code, language)[0] + " so do tell me" for language in LANGUAGES}
    for cue in code.cues:
        for words in spell_out(cue):
            if cue.weight == "asked":
                assert code.id in ask(words, cue.language), words
                continue
            question = questions[cue.language] if cue.weight == "answer" else ""
            codings = code_passage(words, cue.language, question)
            fired = {evidence.rule for coding in codings for evidence in coding.evidence}
            # Or one of the code's combinations stands for it.
            assert cue.rule in fired or any(rule.startswith(f"{code.id}/") and "near: " in rule for rule in fired), (
                words
            )


def test_each_block_of_the_page_is_a_codebook_without_problems(tmp_path: Path) -> None:
    blocks = find_blocks(ROOT / "docs" / "codebook.md", "yaml")
    assert len(blocks) >= 3
    for line, block in blocks:
        path = tmp_path / "codebook.yaml"
        path.write_text(block, encoding="utf-8")
        codebook, problems = read_codebook(path, f"docs/codebook.md, block of line {line}")
        assert problems == ()
        assert codebook is not None


def test_the_whole_codebook_of_the_page_bears_out_its_own_examples(
    tmp_path: Path, qualcode: Callable[..., Done]
) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text(find_blocks(ROOT / "docs" / "codebook.md", "yaml")[0][1], encoding="utf-8")
    assert qualcode("codebook", "test", path).status == 0


def test_the_page_names_every_key() -> None:
    from qualcode.codebook import code_entry, cues, reading

    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    for key in (*reading.KEYS, *code_entry.KEYS, *cues.LISTS, *reading.KINDS):
        assert f"`{key}`" in page, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_that_nobody_has_filled_in_is_warned_of(language: str) -> None:
    _, problems = read_codebook(find_shipped("codebooks") / "templates" / f"{language}.yaml", "codebook.yaml")
    (told,) = problems
    assert told.severity == "warning"
    assert "only shows where cues go" in told.what

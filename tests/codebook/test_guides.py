"""guide.yaml: what it may say, and every mistake with its line."""

from pathlib import Path

import pytest

from qualcode.codebook.guides import read_guide
from qualcode.model import Guide, GuideQuestion, Problem, Words
from tests.factories import make_codebook


def read(tmp_path: Path, text: str) -> tuple[Guide, tuple[Problem, ...]]:
    path = tmp_path / "guide.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    return read_guide(path, "guide.yaml", make_codebook())


WHOLE = """\
questions:
  - id: A1
    text: {id: Apa peran Anda?, en: What is your role?}
    codes: []
  - text: {id: Apakah pihak saling percaya?, en: Do the parties trust one another?}
    probes:
      - {id: Siapa yang ingkar janji?, en: Who broke a promise?}
    codes: [CG.TRU, CG.DLG.forum]
"""


def test_a_whole_guide(tmp_path: Path) -> None:
    guide, found = read(tmp_path, WHOLE)
    assert found == ()
    assert guide.questions == (
        GuideQuestion("A1", Words("Apa peran Anda?", "What is your role?"), ()),
        GuideQuestion(
            "Q2",
            Words("Apakah pihak saling percaya?", "Do the parties trust one another?"),
            ("CG.TRU", "CG.DLG.forum"),
            (Words("Siapa yang ingkar janji?", "Who broke a promise?"),),
        ),
    )
    assert [question.line for question in guide.questions] == [2, 5]


def test_a_guide_of_one_language_is_plain_text(tmp_path: Path) -> None:
    text = "languages: [id]\nquestions:\n  - {text: Bagaimana rapatnya?, codes: [CG.DLG]}\n"
    guide, found = read(tmp_path, text)
    assert found == ()
    assert list(guide.questions[0].list_wordings("id")) == ["Bagaimana rapatnya?"]
    assert list(guide.questions[0].list_wordings("en")) == []


def test_a_guide_without_questions_is_as_good_as_none(tmp_path: Path) -> None:
    assert read(tmp_path, "questions: []\n") == (Guide(), ())


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (
            "{text: How do they meet?, codes: [CG.DLGG]}",
            ":3: the codebook has no code `CG.DLGG`. Did you mean",
        ),
        ("{text: How do they meet?}", ":3: the question names no codes. Write `codes: [...]`"),
        ("{codes: [CG.DLG]}", ":3: text is missing"),
        ('{text: "", codes: [CG.DLG]}', ":3: text is empty"),
        ("{text: How do they meet?, codes: CG.DLG}", ":3: codes should be a list"),
        ("{text: How do they meet?, codes: [CG.DLG, CG.DLG]}", ":3: the code CG.DLG stands twice in one question"),
        ("{text: How do they meet?, code: [CG.DLG]}", ":3: unknown key `code` in a question. Did you mean `codes`?"),
        ("{id: 3 b, text: How do they meet?, codes: []}", ":3: `3 b` cannot be an id"),
        ("How do they meet?", ":3: a question should be a list of `key: value` lines"),
    ],
)
def test_every_mistake_has_its_line_and_its_remedy(tmp_path: Path, item: str, problem: str) -> None:
    guide, found = read(tmp_path, f"languages: [en]\nquestions:\n  - {item}\n")
    assert guide == Guide()
    assert any(f"guide.yaml{problem}" in str(each) for each in found), [str(each) for each in found]


def test_what_stands_twice_is_named_and_all_problems_come_at_once(tmp_path: Path) -> None:
    text = (
        "languages: [en]\nquestions:\n  - {id: Q2, text: Do you trust them?, codes: [CG.TRU]}\n"
        "  - {text: 'Do you  trust THEM', codes: [CG.DLG]}\n  - {text: x, codes: [NO]}\nquestion: 1\n"
    )
    _, found = read(tmp_path, text)
    whole = "\n".join(map(str, found))
    assert "guide.yaml:4: two questions are called `Q2`. The first is on line 3" in whole
    assert "guide.yaml:4: the question “Do you  trust THEM” stands twice" in whole
    assert "guide.yaml:5: the codebook has no code `NO`" in whole
    assert "guide.yaml:6: unknown key `question` in the file" in whole


def test_a_wording_without_matter_is_a_warning(tmp_path: Path) -> None:
    text = "languages: [en]\nquestions:\n  - {text: And what more?, probes: [Do they meet?], codes: [CG.DLG]}\n"
    guide, [problem] = read(tmp_path, text)
    assert (problem.severity, problem.where) == ("warning", "guide.yaml:3")
    assert len(guide.questions) == 1


def test_a_file_that_is_no_yaml_says_so(tmp_path: Path) -> None:
    guide, [problem] = read(tmp_path, "questions: [\n")
    assert guide == Guide()
    assert "not valid YAML" in problem.what

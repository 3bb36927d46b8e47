"""Every block of the page on the rule language does what it says."""

import re
from pathlib import Path

import pytest

from qualcode.codebook.combinations import KEYS, WITHIN
from qualcode.codebook.cues import LISTS
from qualcode.codebook.reading import read_codebook
from qualcode.coders.rules import prepare
from qualcode.model import Codebook, Span, Transcript, Turn
from tests.pages import find_blocks

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
BLOCKS = [block for _, block in find_blocks(PAGE, "rule")]
BESIDE = ("actors", "word_fields", "false_friends", "lemma_exceptions")
HEAD = """\
codebook: page
version: 1
languages: [id]
families: {{F: {{label: f, kind: {kind}}}}}
codes:
  - id: A
    family: F
    label: a
    definition: a
    exemplars: [{{text: a}}]
"""


def is_said(line: str) -> bool:
    key, _, said = line.partition(": ")
    return key in ("finds", "passes", "question") or (key == "contrary" and said.endswith("."))


def split_block(block: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The YAML of each key, and what is said with the verdict on it."""
    settings: dict[str, str] = {}
    key = ""
    for line in block.splitlines():
        if not is_said(line):
            key = key if line.startswith(" ") else line.partition(":")[0]
            settings[key] = settings.get(key, "") + line + "\n"
    return settings, [line.partition(": ")[::2] for line in block.splitlines() if is_said(line)]


def indent(text: str, by: int) -> str:
    return "".join(" " * by + line + "\n" for line in text.splitlines())


def build(folder: Path, settings: dict[str, str], language: str) -> Codebook:
    cues = "".join(settings.get(key, "") for key in LISTS)
    text = HEAD.format(kind="obstacle" if "obstacle" in settings else "element")
    text += f"    cues:\n      {language}:\n{indent(cues, 8)}"
    for key in BESIDE:
        if key in settings:
            text += f"{key}:\n  {language}:{settings[key].partition(':')[2]}"
    path = folder / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    codebook, problems = read_codebook(path, "codebook.yaml")
    assert problems == ()
    assert codebook is not None
    return codebook


def talk(spoken: list[tuple[str, str]], language: str) -> Transcript:
    """What is said in a block, as one conversation without the brackets; turns are numbered as its lines are."""
    text = ""
    turns = []
    for number, (verdict, said) in enumerate(spoken):
        plain = re.sub(r"[\[\]]", "", said)
        span = Span(len(text), len(text) + len(plain))
        if verdict == "question":
            turns.append(Turn(number, "I", "interviewer", span, None, ""))
        else:
            turns.append(Turn(number, "R", "respondent", span, None, "r"))
        text += plain + "\n\n"
    return Transcript("talk.txt", text, tuple(turns), language, "s", "t")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0])
def test_a_block_holds(tmp_path: Path, block: str) -> None:
    """A block with questions is one conversation; of others each line is said alone."""
    settings, spoken = split_block(block)
    language = settings.get("language", ": id").split()[1]
    speech = settings.get("speech", f": {language}").split()[1]
    code = prepare(build(tmp_path, settings, language), "sentence")
    assert any(verdict != "question" for verdict, _ in spoken)
    talks = [spoken] if any(verdict == "question" for verdict, _ in spoken) else [[line] for line in spoken]
    for lines in talks:
        codings = code(talk(lines, speech)).codings
        asked: list[str] = []
        for number, (verdict, said) in enumerate(lines):
            marked = re.findall(r"\[(.*?)\]", said)
            if verdict == "question":
                asked = marked or asked
                continue
            fired = [
                (coding.polarity, sorted({evidence.cue for evidence in coding.evidence}))
                for coding in codings
                if coding.turn == number
            ]
            polarity = "contrary" if verdict == "contrary" else "supporting"
            assert fired == ([] if verdict == "passes" else [(polarity, sorted(set(marked or asked)))]), said


def test_the_page_shows_every_kind_of_pattern() -> None:
    cues = " ".join(BLOCKS)
    signs = ("form:", "*", "(", "|", "token:", "ordered: yes", *WITHIN[1:], *LISTS, *BESIDE, *KEYS)
    assert [sign for sign in signs if sign not in cues] == []

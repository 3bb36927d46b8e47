"""Every block of the page on the rule language does what it says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.coders.rules import prepare
from qualcode.model import Codebook, Transcript

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
BLOCKS = re.findall(r"^```rule\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
KINDS = ("strong", "weak", "contrary")


def is_sentence(key: str, value: str) -> bool:
    return key in ("finds", "passes") or (key == "contrary" and value.endswith("."))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0])
def test_a_block_holds(
    block: str, make_codebook: Callable[..., Codebook], make_transcript: Callable[..., Transcript]
) -> None:
    lines = [line.partition(": ")[::2] for line in block.splitlines()]
    settings = {key: value for key, value in lines if not is_sentence(key, value)}
    cues = {kind: settings[kind] for kind in KINDS if kind in settings}
    language = settings.get("language", "id")
    codebook = make_codebook(
        {"OB.X" if "obstacle" in settings else "A": cues},
        actors=settings.get("actors", ""),
        false_friends=settings.get("false_friends", ""),
        language=language,
    )
    code = prepare(codebook, "sentence")
    sentences = [(key, value) for key, value in lines if is_sentence(key, value)]
    assert sentences
    for verdict, sentence in sentences:
        said = re.sub(r"[\[\]]", "", sentence)
        codings = code(make_transcript(said, language=settings.get("speech", language)))
        fired = [(coding.polarity, sorted({evidence.cue for evidence in coding.evidence})) for coding in codings]
        polarity = "contrary" if verdict == "contrary" else "supporting"
        wanted = sorted(set(re.findall(r"\[(.*?)\]", sentence)))
        assert fired == ([] if verdict == "passes" else [(polarity, wanted)]), sentence


def test_the_page_shows_every_kind_of_pattern() -> None:
    cues = " ".join(BLOCKS)
    assert all(sign in cues for sign in ("form:", "*", "(", "|", "token:", "weak:", "contrary:", "false_friends:"))

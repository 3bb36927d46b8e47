"""A code's entry as lines."""

from pathlib import Path

from qualcode.codebook.describe import describe_code
from qualcode.codebook.reading import read_codebook

TEXT = """\
codebook: clinic
version: 1
languages: [en]
codes:
  - id: WAIT
    label: Waiting
    definition: How long it took.
    source: the clinic's own
    use_when: [queues are spoken of]
    do_not_use_when: [results come late]
    exemplars: [{text: For hours.}, {text: "[sighs] All day.", constructed: no}]
    near_misses: [{text: Nobody told me., why: about being told, goes_to: INFO}]
    subcodes: [{id: queue, label: the queue}]
    boundary_with: [INFO]
    cues: {en: {strong: [long queue, waiting room]}}
  - {id: INFO, label: Told, definition: What was explained., exemplars: [{text: She drew it.}]}
boundary_rules:
  - {id: B1, question: "WAIT or INFO?", rule: Time is WAIT.}
  - {id: B2, question: Something else, rule: Not shown.}
"""


def test_an_entry_says_what_the_codebook_says(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(TEXT, encoding="utf-8")
    codebook, problems = read_codebook(tmp_path / "codebook.yaml", "codebook.yaml")
    assert codebook is not None, problems
    assert describe_code(codebook, codebook.codes[0], "en", str) == (
        "How long it took.",
        "Source: the clinic's own",
        "Use when: queues are spoken of",
        "Do not use when: results come late",
        "Example, made up: “For hours.”",
        "Example: “[sighs] All day.”",
        "Not this code: “Nobody told me.” (about being told) → INFO",
        "WAIT.queue: the queue",
        "Easily confused with: INFO Told",
        "B1 WAIT or INFO? Time is WAIT.",
        "Cues: 2",
    )


def test_the_ids_of_codes_are_listed_with_their_subcodes(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(TEXT, encoding="utf-8")
    codebook, problems = read_codebook(tmp_path / "codebook.yaml", "codebook.yaml")
    assert codebook is not None, problems
    assert codebook.list_ids() == ("WAIT", "WAIT.queue", "INFO")

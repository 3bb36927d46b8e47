"""Real files that are not the project's own: read where they lie beside it, or not at all."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from qualcode.readers.contract import Draft
from qualcode.registry import find_parts

LAYOUTS = Path(__file__).resolve().parents[2] / "../shared/data/layouts"
pytestmark = pytest.mark.skipif(
    not LAYOUTS.is_dir(), reason="the folder of real layouts does not lie beside the project"
)


def read(name: str) -> tuple[Draft, ...]:
    path = LAYOUTS / name
    before = sha256(path.read_bytes()).hexdigest()
    readers = {ending: entry for entry in find_parts("readers").values() for ending in entry.keywords["extensions"]}
    drafts: tuple[Draft, ...] = readers[path.suffix].load().read(path)
    assert sha256(path.read_bytes()).hexdigest() == before
    return drafts


def test_a_print_of_another_program() -> None:
    (draft,) = read("pdf_maxqda_export_P1.pdf")
    assert Counter(p.words.split(":")[0] for p in draft.passages)["Participant"] == 47
    assert not any(p.words.isdecimal() for p in draft.passages)


def test_a_coded_oral_history() -> None:
    (draft,) = read("csv_ohd_speaker_words_tags.csv")
    assert len(draft.passages) == 352
    assert {p.speaker for p in draft.passages} == {None, "DB", "LG", "KRISTIN"}


def test_a_transcript_a_row() -> None:
    assert [draft.suffix for draft in read("csv_one_transcript_per_row.csv")] == [f"#{n}" for n in range(1, 9)]


def test_surveys() -> None:
    assert [draft.passages[0].speaker for draft in read("qualcoder_survey456.csv")] == ["ID4", "ID5", "ID6"]
    drafts = read("csv_cp1252_encoding.csv")
    assert len(drafts) == 174
    assert drafts[0].notes[0].startswith("read as Windows-1252")


def test_a_parliament() -> None:
    (draft,) = read("json_qmsum_committee.json")
    assert len(draft.passages) == 316


@pytest.mark.parametrize("name", ["qualcoder_ID1.docx", "qualcoder_ID2.odt"])
def test_short_documents(name: str) -> None:
    (draft,) = read(name)
    assert len(draft.passages) == 3

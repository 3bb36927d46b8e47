"""What changed between two states of a codebook, in the words of the file."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from qualcode.codebook.diffing import Difference, compare, find_renamed, rename, tabulate
from qualcode.codebook.reading import read_codebook
from qualcode.model import Codebook

CODEBOOK = """\
codebook: clinic
version: 1
languages: [en]
families: {CARE: {label: Care}}
codes:
  - id: CARE.WAIT
    family: CARE
    label: Waiting
    definition: How long it took.
    use_when: [queues are spoken of]
    exemplars: [{text: It took hours.}]
    near_misses: [{text: Nobody told me., why: about being told, goes_to: CARE.INFO}]
    subcodes: [{id: queue, label: the queue}]
    cues: {en: {strong: [hour, {cue: long queue, subcode: queue}], weak: [line]}}
  - id: CARE.INFO
    family: CARE
    label: Told
    definition: What was explained.
    exemplars: [{text: She drew it.}]
boundary_rules: [{id: B1, question: "CARE.WAIT or CARE.INFO?", rule: Time is CARE.WAIT.}]
actors: {en: [nurse]}
false_friends: {en: [{phrase: happy hour, why: a bar}]}
lemma_exceptions: {en: {nursing: nursing}}
"""


@pytest.fixture
def read(tmp_path: Path):
    def get(*changes: tuple[str, str]) -> Codebook:
        text = CODEBOOK
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "codebook.yaml").write_text(text, encoding="utf-8")
        codebook, problems = read_codebook(tmp_path / "codebook.yaml", "codebook.yaml")
        assert codebook is not None, problems
        return codebook

    return get


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("version: 1", "version: 2", Difference("", "changed", "version", "1", "2")),
        ("How long it took", "How long", Difference("CARE.WAIT", "changed", "definition",
            "en: How long it took.", "en: How long.")),
        ("weak: [line]", "weak: []", Difference("CARE.WAIT", "removed", "cues", "en, weak: line")),
        ("weak: [line]", "weak: [line, row]", Difference("CARE.WAIT", "added", "cues", now="en, weak: row")),
        ("{text: It took hours.}", "{text: It took hours.}, {text: We sat.}",
            Difference("CARE.WAIT", "added", "exemplars", now="“We sat.” (en)")),
        ("goes_to: CARE.INFO", "goes_to: ''", Difference("CARE.WAIT", "changed", "near_misses",
            "“Nobody told me.” (en; about being told) → CARE.INFO", "“Nobody told me.” (en; about being told)")),
        ("Time is CARE.WAIT", "Time goes there", Difference("B1", "changed", "rule",
            "en: Time is CARE.WAIT.", "en: Time goes there.")),
        ("[nurse]", "[nurse, doctor]", Difference("", "added", "actors", now="en: doctor")),
        ("why: a bar", "why: a pub", Difference("", "changed", "false_friends",
            "en: happy hour (a bar)", "en: happy hour (a pub)")),
        ("nursing: nursing", "nursing: nurse", Difference("", "changed", "lemma_exceptions",
            "en: nursing: nursing", "en: nursing: nurse")),
        ("label: Care}", "label: Care, kind: impact}", Difference("", "changed", "families",
            "CARE: en: Care (other)", "CARE: en: Care (impact)")),
    ],
)  # fmt: skip
def test_a_change_is_told_field_by_field(read, old: str, new: str, difference: Difference) -> None:
    assert compare(read(), read((old, new))) == (difference,)


def test_layout_and_order_make_no_difference(read) -> None:
    was = read()
    now = read(("{strong: [hour, {cue: long queue, subcode: queue}], weak: [line]}",
                "{weak: [line], strong: [{subcode: queue, cue: long queue}, hour]}"))  # fmt: skip
    assert compare(was, now) == ()
    assert was.hash == now.hash


def test_a_code_with_the_same_label_under_another_id_is_renamed(read) -> None:
    was, now = read(), read(("CARE.WAIT", "CARE.TIME"))
    assert find_renamed(was, now) == {"CARE.WAIT": "CARE.TIME"}
    assert compare(was, now) == (Difference("CARE.TIME", "renamed", "id", "CARE.WAIT", "CARE.TIME"),)


def test_an_id_is_renamed_where_it_stands_whole() -> None:
    renamed = {"A.B": "A.C", "T": "U"}
    text = "A.B or A.B.sub, not A.BB, XA.B, A.B-x or x.T; T. Then (T)"
    assert rename(text, renamed) == "A.C or A.C.sub, not A.BB, XA.B, A.B-x or x.T; U. Then (U)"


def test_codes_that_come_and_go(read) -> None:
    was = read()
    now = read(("id: CARE.INFO", "id: CARE.KIND"), ("label: Told", "label: Kindness"), ("CARE.INFO", "CARE.KIND"))
    codes = [each for each in compare(was, now) if each.field == "codes"]
    assert codes == [
        Difference("CARE.KIND", "added", "codes", now="CARE.KIND: en: Kindness"),
        Difference("CARE.INFO", "removed", "codes", was="CARE.INFO: en: Told"),
    ]


def test_whatever_field_of_a_code_changes_something_is_told(read) -> None:
    was = read()
    code = was.codes[0]
    for field in fields(code):
        if field.name in ("id", "line", "hash", "changed", "do_not_use_when", "boundary_with"):
            continue
        empty = replace(code, **{field.name: type(getattr(code, field.name))()})
        if empty != code:
            told = compare(was, replace(was, codes=(empty, *was.codes[1:])))
            assert {each.field for each in told} == {field.name}


def test_the_table_has_a_row_a_difference(read) -> None:
    was, now = read(), read(("version: 1", "version: 2"))
    table = tabulate(was, now, compare(was, now), str)
    assert [(row.label, *(cell.lines[0] for cell in cells)) for row, cells in zip(table.rows, table.cells, strict=True)]
    assert table.cells[0][0].lines == ("changed",)
    assert [rule.value.split(",")[0] for rule in table.entry_rules[:2]] == ["clinic 1", "clinic 2"]

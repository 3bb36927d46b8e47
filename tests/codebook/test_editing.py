"""A codebook that grows by careful edits of its file."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.codebook.diffing import Difference, compare
from qualcode.codebook.editing import NewCode, add_code, merge_codes, rename_code, split_code
from qualcode.codebook.reading import read_codebook
from qualcode.codebook.references import find_mentions
from qualcode.errors import QualcodeError
from qualcode.model import Change, Code, Codebook
from qualcode.shipped import list_codebooks

CHANGE = Change("2025-03-01", "RS", "it's: a # reason")
CLINIC = """\
# Our codebook.
codebook: clinic
version: "1.0"
languages: [en]
families: {CARE: {label: Care}}
codes:
  # ---- Waiting
  - id: CARE.WAIT    # the first
    family: CARE
    label: Waiting
    definition: >-
      How long it took; what was told then is CARE.INFO.
    use_when: [queues are spoken of]
    exemplars:
      - text: It took hours, said CARE.WAIT.   # a real one
        constructed: no
    near_misses:
      - {text: Nobody told me., why: being told, goes_to: CARE.INFO}
      - {text: Lovely chairs., why: the place}
    subcodes: [{id: queue, label: the queue}]
    cues:
      en:
        strong:
          - waiting room
          - {cue: long queue, subcode: CARE.WAIT.queue}
        weak: [hour, minute]
    boundary_with: [CARE.INFO, CARE.KIND]
    changed:
      - {date: 2024-01-01, by: RS, why: CARE.WAIT was new}

  # ---- Being told
  - id: CARE.INFO
    family: CARE
    label: Told
    definition: What was explained.
    do_not_use_when: [a wait (CARE.WAIT), small talk]
    exemplars: [{text: "She drew it, for me."}]
    near_misses: [{text: I sat there., why: waiting, goes_to: CARE.WAIT}]
    subcodes: [{id: paper, label: on paper}, {id: queue, label: told in the queue}]
    cues: {en: {strong: [explain, 'hour'], contrary: [never told]}, id: {strong: [jelas]}}
    boundary_with: [CARE.WAIT]
  - {id: CARE.KIND, family: CARE, label: Kindness, definition: Were they kind., exemplars: [{text: Lovely.}],
     boundary_with: [CARE.WAIT, CARE.INFO]}

boundary_rules:
  - {id: B1, question: CARE.WAIT or CARE.INFO, rule: Time before being told is CARE.INFO.}
  - {id: B2, question: CARE.WAIT or CARE.KIND, rule: A chair is CARE.KIND.}
false_friends: {en: [{phrase: happy hour, why: a bar, code: CARE.WAIT}]}
"""

Read = Callable[[str], Codebook]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The codebook that a text holds, which must have no error."""

    def get(text: str) -> Codebook:
        (tmp_path / "codebook.yaml").write_text(text, encoding="utf-8", newline="")
        codebook, problems = read_codebook(tmp_path / "codebook.yaml", "codebook.yaml")
        assert codebook is not None, [str(problem) for problem in problems]
        return codebook

    return get


def get_code(codebook: Codebook, code_id: str) -> Code:
    return next(code for code in codebook.codes if code.id == code_id)


def list_changes(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


class TestAdd:
    """`add_code`."""

    def test_it_stands_behind_its_family_and_nothing_else_changes(self, read: Read) -> None:
        new = NewCode("CARE.COST", "CARE", "Money: what it cost", "What was paid.", "It cost 'a lot', #really.")
        after = add_code(CLINIC, new, CHANGE)
        code = get_code(read(after), "CARE.COST")
        assert (code.label.en, code.definition.en, code.exemplars[0].text) == (new.label, new.definition, new.exemplar)
        assert code.changed == (CHANGE,)
        assert [each.id for each in read(after).codes][-1] == "CARE.COST"
        assert all(line.startswith("+") for line in list_changes(CLINIC, after))

    def test_texts_in_a_codebook_of_two_languages_say_which(self, read: Read) -> None:
        text = CLINIC.replace("languages: [en]\n", "")
        with pytest.raises(QualcodeError, match="two languages"):
            add_code(text, NewCode("CARE.COST", "CARE", "x", "y"), CHANGE)
        assert "label: {id: Biaya}" in add_code(text, NewCode("CARE.COST", "CARE", "Biaya", "y", "", "id"), CHANGE)

    def test_an_id_that_is_taken_is_refused(self) -> None:
        with pytest.raises(QualcodeError, match="already"):
            add_code(CLINIC, NewCode("CARE.INFO", "CARE", "x", "y"), CHANGE)


class TestRename:
    """`rename_code`."""

    def test_whatever_names_the_code_names_it_anew(self, read: Read) -> None:
        after = rename_code(CLINIC, "CARE.WAIT", "CARE.TIME", CHANGE)
        codebook = read(after)
        differences = compare(read(CLINIC), codebook)
        assert differences[0] == Difference("CARE.TIME", "renamed", "id", "CARE.WAIT", "CARE.TIME")
        assert {each.field for each in differences} == {"id", "exemplars", "changed"}  # passages and logs stay
        code = get_code(codebook, "CARE.TIME")
        assert [cue.subcode for cue in code.cues if cue.subcode] == ["CARE.TIME.queue"]
        assert code.subcodes[0].id == "CARE.TIME.queue"
        assert codebook.false_friends[0].code == "CARE.TIME"
        assert codebook.boundary_rules[1].question.en == "CARE.TIME or CARE.KIND"

    def test_comments_layout_passages_and_logs_stay(self, read: Read) -> None:
        after = rename_code(CLINIC, "CARE.WAIT", "CARE.TIME", CHANGE)
        for kept in ("- id: CARE.TIME    # the first", "said CARE.WAIT.   # a real one", "why: CARE.WAIT was new}"):
            assert kept in after
        changed = list_changes(CLINIC, after)
        assert len([line for line in changed if line.startswith("+")]) == 10
        assert changed[-1].startswith("+ false_friends")

    def test_back_again_is_the_file_as_it_was_but_for_the_log(self, read: Read) -> None:
        there = rename_code(CLINIC, "CARE.WAIT", "CARE.TIME", CHANGE)
        back = rename_code(there, "CARE.TIME", "CARE.WAIT", CHANGE)
        line = "      - {date: 2025-03-01, by: RS, why: 'it''s: a # reason'}\n"
        assert back.replace(line, "") == CLINIC

    def test_an_id_that_may_be_a_word_is_renamed_only_where_it_stands_for_the_code(self, read: Read) -> None:
        text = CLINIC.replace("CARE.", "")
        after = rename_code(text, "WAIT", "TIME", CHANGE)
        codebook = read(after)
        assert get_code(codebook, "INFO").boundary_with == ("TIME",)
        assert codebook.boundary_rules[0].question.en == "TIME or INFO"
        named = [after.splitlines()[line - 1] for line in find_mentions(after, "WAIT")]
        assert named == [
            "      - text: It took hours, said WAIT.   # a real one",
            "    do_not_use_when: [a wait (WAIT), small talk]",
        ]

    @pytest.mark.parametrize(("old", "new"), [("CARE.NONE", "X"), ("CARE.WAIT", "CARE.INFO"), ("CARE.WAIT.queue", "X")])
    def test_what_is_no_code_and_what_is_one_already_is_refused(self, old: str, new: str) -> None:
        with pytest.raises(QualcodeError):
            rename_code(CLINIC, old, new, CHANGE)


class TestSplit:
    """`split_code`."""

    @pytest.mark.parametrize("into", [("CARE.WAIT", "CARE.ROOM"), ("CARE.TIME", "CARE.ROOM"), ("A", "B", "C")])
    def test_each_part_is_a_copy_of_the_entry(self, read: Read, into: tuple[str, ...]) -> None:
        before = get_code(read(CLINIC), "CARE.WAIT")
        codebook = read(split_code(CLINIC, "CARE.WAIT", into, CHANGE))
        assert [code.id for code in codebook.codes] == [*into, "CARE.INFO", "CARE.KIND"]
        for code_id in into:
            code = get_code(codebook, code_id)
            assert code.label == before.label
            assert [cue.pattern for cue in code.cues] == [cue.pattern for cue in before.cues]
            assert code.subcodes[0].id == f"{code_id}.queue"
            assert code.exemplars == before.exemplars
            assert code.changed == (*before.changed, CHANGE)
        assert codebook.false_friends[0].code == into[0]

    def test_the_rest_of_the_file_stays(self, read: Read) -> None:
        after = split_code(CLINIC, "CARE.WAIT", ("CARE.WAIT", "CARE.ROOM"), CHANGE)
        assert all(line.startswith("+") for line in list_changes(CLINIC, after))
        assert after.count("# ---- Being told") == after.count("# ---- Waiting") == 1

    @pytest.mark.parametrize("into", [(), ("X",), ("X", "X"), ("X", "CARE.INFO")])
    def test_it_takes_two_new_ones(self, into: tuple[str, ...]) -> None:
        with pytest.raises(QualcodeError):
            split_code(CLINIC, "CARE.WAIT", into, CHANGE)


class TestMerge:
    """`merge_codes`."""

    def test_what_the_code_held_joins_the_other(self, read: Read) -> None:
        before = read(CLINIC)
        codebook = read(merge_codes(CLINIC, "CARE.INFO", "CARE.WAIT", CHANGE))
        assert [code.id for code in codebook.codes] == ["CARE.WAIT", "CARE.KIND"]
        code, was = codebook.codes[0], get_code(before, "CARE.WAIT")
        assert (code.label, code.use_when) == (was.label, was.use_when)
        assert [each.text for each in code.exemplars] == ["It took hours, said CARE.WAIT.", "She drew it, for me."]
        assert [(cue.rule, cue.subcode) for cue in code.cues] == [
            ("CARE.WAIT/en/strong/waiting room", ""),
            ("CARE.WAIT/en/strong/long queue", "CARE.WAIT.queue"),
            ("CARE.WAIT/en/strong/explain", ""),
            ("CARE.WAIT/en/weak/hour", ""),
            ("CARE.WAIT/en/weak/minute", ""),
            ("CARE.WAIT/en/contrary/never told", ""),
            ("CARE.WAIT/id/strong/jelas", ""),
        ]
        assert [subcode.id for subcode in code.subcodes] == ["CARE.WAIT.queue", "CARE.WAIT.paper"]
        assert code.changed == (*was.changed, CHANGE)

    def test_what_told_the_two_apart_goes(self, read: Read) -> None:
        after = merge_codes(CLINIC, "CARE.INFO", "CARE.WAIT", CHANGE)
        codebook = read(after)
        code = codebook.codes[0]
        assert [miss.text for miss in code.near_misses] == ["Lovely chairs."]
        assert [words.en for words in code.do_not_use_when] == ["small talk"]
        assert code.boundary_with == ("CARE.KIND",)
        assert codebook.codes[1].boundary_with == ("CARE.WAIT",)
        named = [after.splitlines()[line - 1] for line in find_mentions(after, "CARE.INFO")]
        assert named == ["  - {id: B1, question: CARE.WAIT or CARE.INFO, rule: Time before being told is CARE.WAIT.}"]

    def test_the_other_way_round(self, read: Read) -> None:
        codebook = read(merge_codes(CLINIC, "CARE.WAIT", "CARE.INFO", CHANGE))
        code = codebook.codes[0]
        assert (code.id, code.label.en) == ("CARE.INFO", "Told")
        assert {cue.pattern for cue in code.cues} == {"explain", "hour", "never told", "jelas", "waiting room",
                                                      "long queue", "minute"}  # fmt: skip
        assert [cue.subcode for cue in code.cues if cue.subcode] == ["CARE.INFO.queue"]
        assert codebook.false_friends[0].code == "CARE.INFO"

    def test_a_code_is_not_merged_into_itself_or_into_none(self) -> None:
        for gone, into in (("CARE.WAIT", "CARE.WAIT"), ("CARE.WAIT", "CARE.NONE"), ("CARE.NONE", "CARE.WAIT")):
            with pytest.raises(QualcodeError):
                merge_codes(CLINIC, gone, into, CHANGE)


def test_the_shipped_codebook_takes_a_step_in_whatever_line_ends(read: Read) -> None:
    text = list_codebooks()["blitar"].read_text(encoding="utf-8").replace("\n", "\r\n")
    codes = [code.id for code in read(text).codes]
    after = merge_codes(split_code(text, codes[-1], (codes[-1], "X.Y"), CHANGE), codes[0], codes[1], CHANGE)
    assert [code.id for code in read(after).codes] == [*codes[1:], "X.Y"]
    assert after.count("\n") == after.count("\r\n")

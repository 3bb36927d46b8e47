"""A codebook in: what it becomes, and every problem with its line."""

from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.model import Codebook, Exemplar, Family, NearMiss, Problem, Subcode, Words

CLINIC = """\
codebook: clinic
version: 1.10
languages: [en]
families:
  CARE: {label: Care}
codes:
  - id: CARE.WAIT
    family: CARE
    label: Waiting
    definition: How long it took to be seen.
    exemplars:
      - {text: We sat there for hours., constructed: no}
    near_misses:
      - {text: They never told me., why: about being told, goes_to: CARE.INFO}
    subcodes:
      - {id: queue, label: the queue}
    cues:
      en:
        strong: [waiting room, {cue: long (queue|line), subcode: queue}]
        weak: [hour]
        contrary: [no]
    boundary_with: [CARE.INFO]
    changed:
      - {date: 2025-03-01, by: RS, why: late results moved}
  - id: CARE.INFO
    family: CARE
    label: Being told
    definition: Whether things were explained.
    exemplars: [{text: She drew it for me.}]
  - id: CARE.KIND
    family: CARE
    label: Kindness
    definition: Whether people were kind.
    exemplars: [{text: They were lovely.}]
"""


def read(folder: Path, text: str) -> tuple[Codebook | None, tuple[Problem, ...]]:
    path = folder / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    return read_codebook(path, "codebook.yaml")


def get_codebook(folder: Path, text: str) -> Codebook:
    codebook, problems = read(folder, text)
    assert problems == ()
    assert codebook is not None
    return codebook


def change(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


class TestWhatIsRead:
    """A codebook on another topic than the one that comes with qualcode, in one language."""

    @pytest.fixture
    def codebook(self, tmp_path: Path) -> Codebook:
        return get_codebook(tmp_path, CLINIC)

    def test_its_head(self, codebook: Codebook) -> None:
        assert (codebook.name, codebook.version, codebook.languages) == ("clinic", "1.10", ("en",))
        assert codebook.families == (Family("CARE", Words(en="Care")),)
        assert [code.id for code in codebook.codes] == ["CARE.WAIT", "CARE.INFO", "CARE.KIND"]

    def test_a_code(self, codebook: Codebook) -> None:
        code = codebook.codes[0]
        assert code.label == Words(en="Waiting")
        assert code.exemplars == (Exemplar("We sat there for hours.", "en", constructed=False),)
        assert code.near_misses == (NearMiss("They never told me.", "en", "about being told", "CARE.INFO"),)
        assert code.subcodes == (Subcode("CARE.WAIT.queue", Words(en="the queue")),)
        assert code.boundary_with == ("CARE.INFO",)
        assert (code.changed[0].date, code.line) == ("2025-03-01", 7)

    def test_cues_with_their_lists_lines_and_addresses(self, codebook: Codebook) -> None:
        cues = codebook.codes[0].cues
        assert [(cue.rule, cue.weight, cue.polarity, cue.subcode, cue.line) for cue in cues] == [
            ("CARE.WAIT/en/strong/waiting room", "strong", "supporting", "", 19),
            ("CARE.WAIT/en/strong/long (queue/line)", "strong", "supporting", "CARE.WAIT.queue", 19),
            ("CARE.WAIT/en/weak/hour", "weak", "supporting", "", 20),
            ("CARE.WAIT/en/contrary/no", "strong", "contrary", "", 21),
        ]
        assert cues[1].pattern == "long (queue|line)"

    def test_a_cue_keeps_its_address_when_others_come_and_go(self, codebook: Codebook, tmp_path: Path) -> None:
        more = get_codebook(tmp_path, change(CLINIC, "strong: [waiting room,", "strong: [endless wait, waiting room,"))
        assert {cue.rule for cue in codebook.codes[0].cues} < {cue.rule for cue in more.codes[0].cues}


class TestBothLanguages:
    """Where a codebook says nothing of languages, it is written in both."""

    TEXT = """\
codebook: pasar
version: 1
codes:
  - id: SEWA
    label: {id: Sewa lapak, en: Stall rent}
    definition:
      id: Cerita tentang sewa.
      en: Talk of rent.
    exemplars: [{text: Sewanya naik., lang: id}]
    use_when: [{id: "no: tidak", en: "no: not"}]
"""

    def test_words_stand_in_both(self, tmp_path: Path) -> None:
        code = get_codebook(tmp_path, self.TEXT).codes[0]
        assert code.label == Words("Sewa lapak", "Stall rent")
        assert code.use_when == (Words("no: tidak", "no: not"),)
        assert code.family == "", "no families are needed"

    def test_a_language_left_out_is_a_warning(self, tmp_path: Path) -> None:
        codebook, (problem,) = read(tmp_path, change(self.TEXT, ", en: Stall rent", ""))
        assert codebook is not None
        assert (problem.where, problem.severity) == ("codebook.yaml:5", "warning")
        assert "no English words" in problem.what

    def test_plain_text_does_not_say_which_it_is(self, tmp_path: Path) -> None:
        codebook, (problem,) = read(tmp_path, change(self.TEXT, "{id: Sewa lapak, en: Stall rent}", "Sewa"))
        assert codebook is None
        assert (problem.where, problem.what) == ("codebook.yaml:5", "label of SEWA is in one language only")

    def test_an_example_must_say_its_language(self, tmp_path: Path) -> None:
        _, (problem,) = read(tmp_path, change(self.TEXT, ", lang: id}", "}"))
        assert (problem.where, problem.what) == ("codebook.yaml:9", "lang is missing")


ERRORS = [
    ("codebook: clinic", "codebok: clinic", 1, "unknown key `codebok` in the codebook"),
    ("codebook: clinic\n", "", 1, "codebook is missing"),
    ("version: 1.10", "version:", 2, "version is missing"),
    ("version: 1.10", "version: [1]", 2, "version should be text"),
    ("languages: [en]", "languages: [en, fr]", 3, "the language `fr` is not known"),
    ("{label: Care}", "{lable: Care}", 5, "unknown key `lable` in the family CARE"),
    ("{label: Care}", "{label: Care, kind: thing}", 5, "kind cannot be `thing`"),
    ("  - id: CARE.INFO", "  - id: care info", 25, "`care info` cannot be an id"),
    ("  - id: CARE.KIND", "  - id: CARE.INFO", 30, "the code `CARE.INFO` stands twice (first in line 25)"),
    ("  - id: CARE.KIND", "  - id: CARE.INFO.x", 30, "`CARE.INFO.x` is an id under the code `CARE.INFO`"),
    ("    label: Kindness\n", "", 30, "label of CARE.KIND is missing"),
    ("    definition: Whether people were kind.\n", "", 30, "definition of CARE.KIND is missing"),
    ("    family: CARE\n    label: Kindness", "    label: Kindness", 30, "family is missing"),
    (
        "    family: CARE\n    label: Kindness",
        "    family: CARR\n    label: Kindness",
        31,
        "the family `CARR` is not in",
    ),
    ("[{text: They were lovely.}]", "They were lovely.", 34, "exemplars should be a list"),
    ("[{text: They were lovely.}]", "[They were lovely.]", 34, "an exemplar should be a list of `key: value` lines"),
    ("{text: They were lovely.}", "{constructed: no}", 34, "text is missing"),
    ("{text: They were lovely.}", "{text: x, constructed: perhaps}", 34, "constructed cannot be `perhaps`"),
    ("goes_to: CARE.INFO", "goes_to: CARE.IFNO", 14, "there is no code `CARE.IFNO`"),
    ("goes_to: CARE.INFO", "goes_to: CARE.WAIT", 14, "CARE.WAIT refers to itself"),
    ("boundary_with: [CARE.INFO]", "boundary_with: [INFO]", 22, "there is no code `INFO`"),
    ("{id: queue,", "{id: CARE.INFO.queue,", 16, "the sub-code `CARE.INFO.queue` does not lie under CARE.WAIT"),
    ("subcode: queue}", "subcode: quee}", 19, "CARE.WAIT has no sub-code `CARE.WAIT.quee`"),
    ("[waiting room,", '["waiting (room", ', 19, "parenthesis without its partner"),
    ("[waiting room,", '["",', 19, "the cue is empty"),
    ("[waiting room,", "[{queue: x},", 19, "unknown key `queue` in a cue"),
    ("[waiting room,", "[[waiting],", 19, "the cue should be text"),
    ("weak: [hour]", "weak: hour", 20, "weak should be a list"),
    ("weak: [hour]", "weak: [Waiting  Room]", 20, "stands twice in CARE.WAIT (first in line 19)"),
    ("weak: [hour]", "week: [hour]", 20, "unknown key `week` in cues of CARE.WAIT"),
    ("      en:\n        strong", "      fr:\n        strong", 18, "unknown key `fr` in cues of CARE.WAIT"),
    ("    label: Kindness", "    label: Kindness\n    label: Warmth", 33, "the key `label` stands twice"),
]


@pytest.mark.parametrize(("old", "new", "line", "what"), ERRORS)
def test_an_error_says_what_where_and_how(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    codebook, problems = read(tmp_path, change(CLINIC, old, new))
    assert codebook is None
    (problem,) = [problem for problem in problems if what in problem.what]
    assert (problem.where, problem.severity) == (f"codebook.yaml:{line}", "error")
    assert problem.how


def test_exemplars_that_are_no_list_are_told_once(tmp_path: Path) -> None:
    _, (problem,) = read(
        tmp_path, change(CLINIC, "exemplars: [{text: They were lovely.}]", "exemplars: {text: Lovely.}")
    )
    assert (problem.severity, problem.what) == ("error", "exemplars should be a list")


def test_a_near_name_is_suggested(tmp_path: Path) -> None:
    _, problems = read(tmp_path, change(CLINIC, "goes_to: CARE.INFO", "goes_to: CARE.IFNO"))
    assert problems[0].how == "Did you mean `CARE.INFO`?"


def test_that_there_is_nothing_to_choose_from_is_said(tmp_path: Path) -> None:
    _, (problem,) = read(
        tmp_path,
        change(
            CLINIC, "label: Kindness", "label: Kindness\n    cues:\n      en: {strong: [{cue: smile, subcode: long}]}"
        ),
    )
    assert problem.how == "Known: none"


def test_a_list_of_something_else_is_no_code(tmp_path: Path) -> None:
    codebook, problems = read(tmp_path, CLINIC + "  - just a word\n")
    assert codebook is None
    assert (problems[0].where, problems[0].what) == (
        "codebook.yaml:35",
        "a code should be a list of `key: value` lines",
    )


WARNINGS = [
    ("    exemplars: [{text: They were lovely.}]\n", "", 30, "CARE.KIND has no exemplar"),
    ("label: Kindness", "label: being told", 30, "CARE.KIND has the same label as CARE.INFO (line 25)"),
    (", why: about being told", "", 14, "the near miss does not say why"),
    (
        "exemplars: [{text: They were lovely.}]",
        "exemplars: [{text: They were lovely.}]\n    cues:\n      en: {strong: [hour]}",
        36,
        'the cue "hour" of CARE.KIND is also one of CARE.WAIT (line 20)',
    ),
    (
        "families:\n",
        "false_friends:\n  en: [{phrase: hour, why: x}]\nfamilies:\n",
        22,
        'the cue "hour" of CARE.WAIT is also a false friend (line 5)',
    ),
    ("families:\n", "false_friends:\n  en: [{phrase: happy hour}]\nfamilies:\n", 5, "does not say why"),
]


@pytest.mark.parametrize(("old", "new", "line", "what"), WARNINGS)
def test_a_warning_leaves_the_codebook_usable(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    codebook, (problem,) = read(tmp_path, change(CLINIC, old, new))
    assert codebook is not None
    assert (problem.where, problem.severity) == (f"codebook.yaml:{line}", "warning")
    assert what in problem.what


def test_the_same_words_in_two_languages_are_two_cues(tmp_path: Path) -> None:
    cues = "\n    cues:\n      id: {strong: [hour]}"
    text = change(CLINIC, "exemplars: [{text: They were lovely.}]", "exemplars: [{text: They were lovely.}]" + cues)
    assert get_codebook(tmp_path, text).codes[2].cues[0].language == "id"


def test_a_false_friend_of_another_code_is_in_no_cues_way(tmp_path: Path) -> None:
    text = change(CLINIC, "families:\n", "false_friends:\n  en: [{phrase: hour, why: x, code: CARE.INFO}]\nfamilies:\n")
    assert get_codebook(tmp_path, text).false_friends[0].code == "CARE.INFO"


@pytest.mark.parametrize("codes", ["codes:\n", "codes: []\n", ""])
def test_a_codebook_without_codes_is_refused(tmp_path: Path, codes: str) -> None:
    codebook, problems = read(tmp_path, "codebook: empty\nversion: 1\n" + codes)
    assert codebook is None
    assert [problem.what for problem in problems] == ["the codebook has no codes"]


def test_all_problems_come_at_once_and_in_the_order_of_lines(tmp_path: Path) -> None:
    text = CLINIC
    chosen = {4: 0, 9: 0, 18: 0, 29: 0, 31: 0}  # one from each part of the file, none touching another
    for number in chosen:
        old, new, _, _ = ERRORS[number]
        text = change(text, old, new)
    _, problems = read(tmp_path, text)
    lines = [int(problem.where.rpartition(":")[2]) for problem in problems]
    assert len(problems) >= len(chosen)
    assert lines == sorted(lines)


def test_what_stands_beside_the_codes(tmp_path: Path) -> None:
    beside = """\
boundary_rules:
  - {id: B1, question: WAIT or INFO, rule: Time is WAIT.}
actors:
  en: [(doctor|nurse)]
lemma_exceptions:
  en: {Nursing: nursing}
"""
    codebook = get_codebook(tmp_path, CLINIC + beside)
    assert codebook.boundary_rules[0].rule == Words(en="Time is WAIT.")
    assert codebook.actors[0].rule == "actors/en/(doctor/nurse)"
    assert codebook.lemma_exceptions == {"en": {"nursing": "nursing"}}


@pytest.mark.parametrize(
    ("beside", "line", "what"),
    [
        ("boundary_rules: [{id: B1, question: x}]", 35, "rule of B1 is missing"),
        (
            "boundary_rules:\n  - {id: B1, question: x, rule: y}\n  - {id: B1, question: x, rule: y}",
            37,
            "the boundary rule `B1` stands twice",
        ),
        ("actors: {en: ['(a']}", 35, "parenthesis without its partner"),
        ("false_friends: {en: [happy hour]}", 35, "a false friend should be a list of `key: value` lines"),
        ("false_friends: {en: [{phrase: x y, why: z, code: NONE}]}", 35, "there is no code `NONE`"),
        ("lemma_exceptions: {en: [nursing]}", 35, "lemma_exceptions should be a list of `key: value` lines"),
    ],
)
def test_what_is_wrong_beside_the_codes(tmp_path: Path, beside: str, line: int, what: str) -> None:
    codebook, problems = read(tmp_path, f"{CLINIC}{beside}\n")
    assert codebook is None
    (problem,) = [problem for problem in problems if what in problem.what]
    assert problem.where == f"codebook.yaml:{line}"


def test_a_file_that_is_no_yaml_is_one_problem(tmp_path: Path) -> None:
    codebook, problems = read(tmp_path, "codes: [unclosed\n")
    assert codebook is None
    assert len(problems) == 1


@pytest.mark.parametrize(
    "text", ["just words", "- a\n- b\n", "codes: {a: 1}\n", "families: [x]\n", "codes: [[], 1, {}]\n"]
)
def test_another_shape_is_refused_without_a_fall(tmp_path: Path, text: str) -> None:
    codebook, problems = read(tmp_path, text)
    assert codebook is None
    assert problems


def test_a_reason_in_two_languages_is_one_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path, change(CLINIC, "why: about being told", "why: {en: about being told}"))
    assert [problem.what for problem in problems] == ["why should be text"]


def test_where_a_text_comes_from_may_be_said_in_each_language(tmp_path: Path) -> None:
    label = "    label: Being told\n"
    codebook = get_codebook(tmp_path, change(CLINIC, label, f"{label}    source: {{id: menurut RS, en: after RS}}\n"))
    assert codebook.codes[1].source == Words("menurut RS", "after RS")


def test_labels_alike_in_both_languages_are_told_once(tmp_path: Path) -> None:
    both = "codebook: b\nversion: '1'\nlanguages: [id, en]\ntitle: {id: b, en: b}\ncodes:\n" + "".join(
        f"- {{id: {code}, label: {{id: x, en: y}}, definition: {{id: d, en: d}}, exemplars: [{{text: t, lang: en}}]}}\n"
        for code in ("A", "B")
    )
    _, problems = read(tmp_path, both)
    assert [problem.what for problem in problems if "same label" in problem.what] == [
        "B has the same label as A (line 6)"
    ]

"""Combinations on one line: what is read, what is refused, and that both say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.combinations import WIDEST, WITHIN, Combination, find_faults, parse_rule
from qualcode.codebook.patterns import Pattern, PatternError, parse_pattern


@pytest.mark.parametrize(
    "text", ["saling percaya", "form:rapat (rutin|bulanan)", 'token: [{"LOWER": "a"}, {"OP": "*"}]']
)
def test_a_phrase_stays_a_phrase(text: str) -> None:
    assert parse_rule(text) == parse_pattern(text)


def test_a_combination_is_read() -> None:
    near = parse_rule(
        "near: anggaran, (potong|pangkas); window: 4; ordered: yes; unless: potong rambut; within: answer"
    )
    assert near == Combination(
        "near",
        (parse_pattern("anggaran"), parse_pattern("(potong|pangkas)")),
        (parse_pattern("potong rambut"),),
        4,
        ordered=True,
        within="answer",
    )
    assert parse_rule("percaya; unless: percaya diri") == Combination(
        "cue", (parse_pattern("percaya"),), (parse_pattern("percaya diri"),)
    )


PHRASES = st.lists(st.sampled_from(["rapat", "tatap muka", "form:rapat", "(a1|b1) * kumpul*"]), min_size=2, unique=True)
PATTERNS = PHRASES.map(lambda phrases: tuple(map(parse_pattern, phrases[:3])))


@given(
    st.builds(
        Combination,
        st.sampled_from(["near", "all"]),
        PATTERNS,
        PATTERNS | st.just(()),
        st.integers(9, WIDEST),
        st.booleans(),
        st.sampled_from(WITHIN),
    )
)
def test_what_is_written_on_one_line_is_read_back(combination: Combination) -> None:
    if combination.kind == "all":
        combination = Combination("all", combination.parts, combination.unless, within=combination.within)
    given = ["within"] if combination.within != "sentence" else []
    if not list(find_faults(combination, given)):
        assert parse_rule(combination.text) == combination


def test_layout_and_what_goes_without_saying_leave_the_line_alone() -> None:
    texts = ("near: a1, b1", "near:  a1 ,b1;window: 5; ordered: no", " near: a1, b1; unless: c1; within: sentence")
    lines = [rule.text for rule in map(parse_rule, texts)]
    assert lines == ["near: a1, b1", "near: a1, b1", "near: a1, b1; unless: c1"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("near: rapat", "only one phrase"),
        ("all: a1, b1, c1, d1, e1, f1", "6 phrases; 5 is the most"),
        ("near: a1,, b1", "empty"),
        ("near: a1, (b1", "parenthesis"),
        ("near: a1, b1; all: c1, d1", "`near` and `all` stand in one cue"),
        ("a1; near: b1, c1", "`cue` and `near` stand in one cue"),
        ("near: a1, b1; near: c1, d1", "`near` stands twice"),
        ("unless: a1; within: answer", "no words to look for"),
        ("near: a1, b1; windo: 3", '"windo: 3" is no part'),
        ("near: a1, b1; window: many", "window cannot be `many`"),
        ("near: a1, b1; window: 31", "window cannot be `31`"),
        ("near: a1, b1; window: -1", "window cannot be `-1`"),
        ("near: a1, tatap muka, b1; window: 1; ordered: yes", None),  # `tatap-muka` is one word
        ("near: a1, (b1|c1) d1, e1; window: 1; ordered: yes", "leaves no room"),
        ("near: a1, (b1|c1) d1, e1; window: 0", "leaves no room"),
        ("near: a1, b1; ordered: perhaps", "ordered cannot be `perhaps`"),
        ("near: a1, b1; within: answer", "`within` says nothing"),
        ("a1; unless: b1; window: 3", "`window` says nothing"),
        ("all: a1, b1; ordered: yes", "`ordered` says nothing"),
        ("all: a1, b1; within: turn", "within cannot be `turn`"),
        ("all: a1, yang", "nearly every sentence"),
        ("rapat; lalu", '"lalu" is no part'),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(text: str, what: str | None) -> None:
    if what is None:
        assert isinstance(parse_rule(text), Combination)
        return
    with pytest.raises(PatternError) as refused:
        parse_rule(text)
    assert what in refused.value.what
    assert refused.value.how.endswith(".")


@given(st.text(st.sampled_from("near:alluswdo;,()|* 5"), max_size=40) | st.text(max_size=40))
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    try:
        rule = parse_rule(text)
    except PatternError:
        return
    assert isinstance(rule, Pattern | Combination)

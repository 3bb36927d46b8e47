import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Span
from qualcode.review.asking import NotUnderstood, read_request

KNOWN = {"epoch": "e", "version": 3, "transcripts": ["a.txt"]}


def ask(*choices, known=KNOWN):
    return read_request(json.dumps({"choices": choices, "known": known}).encode())


def test_a_choice_with_everything():
    choice = {"act": "code", "transcript": "a.txt", "start": 3, "end": 9, "code": "CG.TRU", "polarity": "contrary"}
    (asked,), known = ask(choice | {"comment": "really?"})
    assert (asked.choice.act, asked.choice.span, asked.choice.polarity) == ("code", Span(3, 9), "contrary")
    assert (asked.choice.comment, asked.state) == ("really?", "")
    assert (known.epoch, known.version, known.transcripts) == ("e", 3, ("a.txt",))


@pytest.mark.parametrize(
    "choice",
    [
        {"act": "rename", "code": "A"},
        {"act": "join"},
        {"act": "accept", "on": 7},
        {"act": "accept", "on": None},
        {"act": "polarity", "on": "x", "polarity": "maybe"},
        {"act": "code", "start": "3", "end": 9},
        {"act": "code", "start": -1, "end": 9},
        {"act": "code", "start": 1},
        {"act": "code", "start": True, "end": 9},
        {"act": "code", "start": 1, "end": 10**40},
        {"act": ["accept"]},
        "accept",
    ],
)
def test_what_the_page_would_not_send_is_refused(choice):
    with pytest.raises(NotUnderstood):
        ask(choice)


@pytest.mark.parametrize("known", [None, [], {}, KNOWN | {"version": "3"}, KNOWN | {"transcripts": ["a"] * 500}])
def test_a_window_must_say_what_it_knows(known):
    with pytest.raises(NotUnderstood):
        ask(known=known)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda i: st.lists(i) | st.dictionaries(st.text(), i)
)


REQUEST = st.fixed_dictionaries({"known": st.just(KNOWN) | ANY}, optional={"choices": st.just([]) | ANY})


@given(st.binary() | (ANY | REQUEST).map(lambda value: json.dumps(value).encode()))
def test_anything_is_read_or_refused(body):
    try:
        asked, known = read_request(body)
    except NotUnderstood:
        return
    said = json.loads(body)
    assert len(asked) == len(said.get("choices", []))
    assert (known.epoch, known.version) == (said["known"]["epoch"], said["known"]["version"])


@given(
    st.fixed_dictionaries(
        {"act": st.sampled_from(["accept", "code", "undo"])},
        optional={"on": ANY, "start": ANY, "end": ANY, "state": ANY},
    )
)
def test_any_choice_is_read_or_refused(choice):
    try:
        (asked,), _ = ask(choice)
    except NotUnderstood:
        return
    assert isinstance(asked.choice.on, str)

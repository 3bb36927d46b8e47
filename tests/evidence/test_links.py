"""What a speaker says comes of what."""

import pytest

from qualcode.evidence import links
from qualcode.evidence.links import Link, find_links, find_reason
from qualcode.model import Coding, Evidence, Span
from tests.factories import code_words, make_study, make_transcript


def link(line: str, one: str, other: str, *, cues: tuple[str, str] | None = None, language: str = "id") -> Link | None:
    """The link between OB.COO on the words `one` and CG.DLG on the words `other` of one answer."""
    talk = make_transcript("a.txt", f"N: {line}", case="INF-01", language=language)
    codings = []
    for words, code, cue in zip((one, other), ("OB.COO", "CG.DLG"), cues or ("", ""), strict=True):
        start = talk.text.index(cue)
        evidence = (Evidence("rule", cue, Span(start, start + len(cue))),) if cue else ()
        codings.append(code_words(talk, words, code, evidence=evidence))
    links = find_links(make_study([talk], codings), codings)
    assert len(links) <= 1
    return links[0] if links else None


def told(found: Link | None) -> tuple[str, str, str, str] | None:
    return (found.kind, found.first.code, found.second.code, found.word) if found else None


WHOLE = "Rapat jarang karena dinas jalan sendiri."


def test_a_link_word_between_two_cues_of_a_sentence_states_a_link() -> None:
    found = link(WHOLE, WHOLE, WHOLE, cues=("jalan sendiri", "Rapat jarang"))
    assert told(found) == ("stated", "OB.COO", "CG.DLG", "karena")


def test_the_word_says_which_is_the_cause() -> None:
    line = "Rapat jarang sehingga dinas jalan sendiri."
    assert told(link(line, line, line, cues=("jalan sendiri", "Rapat jarang"))) == (
        "stated", "CG.DLG", "OB.COO", "sehingga",
    )  # fmt: skip


def test_a_reason_put_first_is_understood_by_its_comma() -> None:
    line = "Karena dinas jalan sendiri, rapat jarang."
    assert told(link(line, line, line, cues=("jalan sendiri", "rapat jarang"))) == (
        "stated", "OB.COO", "CG.DLG", "Karena",
    )  # fmt: skip


def test_a_link_word_that_stands_elsewhere_is_only_nearby() -> None:
    line = "Dinas jalan sendiri, rapat jarang, saya pulang karena capek."
    found = link(line, line, line, cues=("jalan sendiri", "rapat jarang"))
    assert told(found) == ("nearby", "OB.COO", "CG.DLG", "karena")
    assert told(link(WHOLE, WHOLE, WHOLE)) == ("nearby", "CG.DLG", "OB.COO", "karena")  # no cue tells where


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dinas jalan sendiri. Makanya rapat jarang.", ("stated", "OB.COO", "CG.DLG", "Makanya")),
        ("Dinas jalan sendiri. Nah, akibatnya rapat jarang.", ("stated", "OB.COO", "CG.DLG", "akibatnya")),
        ("Dinas jalan sendiri. Lalu rapat jarang.", ("nearby", "OB.COO", "CG.DLG", "")),
        ("Dinas jalan sendiri. Ya karena hujan, rapat jarang.", ("nearby", "OB.COO", "CG.DLG", "")),
        ("Dinas jalan sendiri. Rapat jarang soalnya hujan.", ("nearby", "OB.COO", "CG.DLG", "")),
        ("Dinas jalan sendiri. Soalnya rapat jarang, Mas.", ("stated", "CG.DLG", "OB.COO", "Soalnya")),
    ],
)
def test_a_sentence_is_tied_to_the_one_before_by_the_word_that_opens_it(line: str, expected: tuple) -> None:
    one, other = line.split(". ", 1)
    assert told(link(line, one + ".", other)) == expected


def test_stretches_that_people_coded_are_linked_by_the_words_between_them() -> None:
    talk = make_transcript("a.txt", f"N: {WHOLE}", case="INF-01")
    human = [
        code_words(talk, "Rapat jarang", "CG.DLG", status="manual", coder="ana"),
        code_words(talk, "dinas jalan sendiri", "OB.COO", status="manual", coder="ana"),
    ]
    assert find_links(make_study([talk], human), human) == ()  # nobody knows what stands between them
    machine = code_words(talk, WHOLE, "CG.TRU")
    [found] = find_links(make_study([talk], [*human, machine]), human)
    assert told(found) == ("stated", "OB.COO", "CG.DLG", "karena")


def test_words_between_are_known_from_the_coding_that_reaches_over_them() -> None:
    line = "Dinas itu sering jalan sendiri, sehingga rapat jarang sekali."
    talk = make_transcript("a.txt", f"N: {line}", case="INF-01")
    ends = [code_words(talk, "jalan sendiri", "OB.COO"), code_words(talk, "rapat jarang", "CG.DLG")]
    whole, within = code_words(talk, line, "CG.TRU"), code_words(talk, "Dinas itu sering jalan", "CG.TRU")

    def tell(*codings: Coding) -> list[tuple[str, str, str, str] | None]:
        return [told(found) for found in find_links(make_study([talk], codings), ends)]

    assert tell(*ends, whole, within) == [("stated", "OB.COO", "CG.DLG", "sehingga")]
    assert tell(*ends, within) == []  # nobody knows what stands between them


def test_a_denied_reason_is_denied() -> None:
    line = "Rapat jarang bukan karena dinas jalan sendiri."
    assert told(link(line, line, line, cues=("jalan sendiri", "Rapat jarang")))[0] == "denied"


def test_what_stands_apart_is_not_linked() -> None:
    line = "Dinas jalan sendiri. Kemarin saya ke pasar beli sayur dan ikan. Rapat jarang."
    assert link(line, "Dinas jalan sendiri.", "Rapat jarang.") is None


def test_two_coders_on_one_sentence_give_one_link() -> None:
    talk = make_transcript("a.txt", f"N: {WHOLE}", case="INF-01")
    codings = [code_words(talk, WHOLE, code, coder=coder) for code in ("CG.DLG", "OB.COO") for coder in ("a", "b")]
    assert len(find_links(make_study([talk], codings), codings)) == 1


def test_english_links_too() -> None:
    line = "Meetings are rare because offices work alone."
    assert told(link(line, line, line, cues=("work alone", "Meetings are rare"), language="en"))[3] == "because"


@pytest.mark.parametrize(
    ("line", "cue", "word"),
    [
        ("Rapat jarang karena hujan.", "Rapat jarang", "karena"),
        ("Rapat jarang karena hujan.", "hujan", ""),  # what is coded is the reason, not what it explains
        ("Hujan terus sehingga rapat jarang.", "rapat jarang", "sehingga"),
        ("Karena hujan, rapat jarang.", "rapat jarang", "Karena"),
        ("Rapat jarang karena hujan.", "", "karena"),  # nobody can tell which part is coded
        ("Rapat jarang.", "Rapat jarang", ""),
    ],
)
def test_a_sentence_may_give_a_reason_that_bears_no_code(line: str, cue: str, word: str) -> None:
    talk = make_transcript("a.txt", f"N: {line}", case="INF-01")
    start = talk.text.index(cue)
    evidence = (Evidence("rule", cue, Span(start, start + len(cue))),) if cue else ()
    coding = code_words(talk, line, "CG.DLG", evidence=evidence)
    assert find_reason(coding, "id") == word


def test_the_rest_of_a_long_turn_is_not_copied_for_each_coding(monkeypatch: pytest.MonkeyPatch) -> None:
    class Whole(list[Coding]):
        """A list of which no part may be copied."""

        def __getitem__(self, place):  # type: ignore[no-untyped-def, override]
            assert not isinstance(place, slice)
            return super().__getitem__(place)

    monkeypatch.setattr(links, "sorted", lambda *given, **how: Whole(sorted(*given, **how)), raising=False)
    assert told(link(WHOLE, WHOLE, WHOLE, cues=("jalan sendiri", "Rapat jarang")))

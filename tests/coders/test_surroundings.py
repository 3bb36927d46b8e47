"""Cues of several phrases in what people say: what is coded, on which words, and which way."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.coders.combinations import Answer, Combinations
from qualcode.coders.findings import TextReader
from qualcode.coders.rule_set import RuleSet
from qualcode.coders.rules import PART
from qualcode.coders.said import Said
from qualcode.language.pipeline import make_doc_of_tokens, make_matcher
from qualcode.language.sentences import find_sentences
from qualcode.model import Codebook, Coding, Guide, Span, Transcript

Make = Callable[..., Codebook]
Talk = Callable[..., Transcript]


def code(codebook: Codebook, transcript: Transcript, unit: str = "sentence") -> tuple[Coding, ...]:
    return PART.prepare(codebook, unit, Guide())(transcript).codings


def brief(codings: tuple[Coding, ...]) -> list[str]:
    """`A+ cue|cue`: code, polarity and the words that fired."""
    return [
        f"{coding.code}{'+' if coding.polarity == 'supporting' else '-'} "
        + "|".join(evidence.cue for evidence in sorted(coding.evidence, key=lambda evidence: evidence.span))
        for coding in codings
    ]


# In these codebooks semicolons part cues, so that a combination with an `unless` stands alone.
@pytest.mark.parametrize(
    ("cue", "said", "codings"),
    [
        ("near: janji, (ingkar|tepat)", "Janji ndak ditepati.", ["A- Janji ndak ditepati"]),
        ("near: janji, (ingkar|tepat)", "Mereka tidak pernah ingkar soal janji.", ["A- ingkar soal janji"]),
        ("near: tidak cukup, dana", "Dananya tidak cukup.", ["A+ Dananya tidak cukup"]),
        ("near: tidak cukup, dana", "Bukan tidak cukup dananya.", ["A- tidak cukup dananya"]),
        ("near: dana, kurang", "Dana, kata orang, kurang.", ["A+ Dana, kata orang, kurang"]),
        ("near: dana, cair", "Dana cair. Cair juga dananya.", ["A+ Dana cair", "A+ Cair juga dananya"]),
        ("near: dana, cair", "Dana cair dana.", ["A+ Dana cair|cair dana"]),
        ("near: dana, cair", "Dana. Cair.", []),
        ("all: dinas, bantu", "Dinas, entah kapan dan bagaimana caranya, mau bantu.", ["A+ Dinas|bantu"]),
        ("all: dinas, bantu", "Dinas tidak mau bantu.", ["A- Dinas|bantu"]),
    ],
)
def test_what_is_coded(make_codebook: Make, make_transcript: Talk, cue: str, said: str, codings: list[str]) -> None:
    assert brief(code(make_codebook({"A": {"strong": cue}}), make_transcript(said))) == codings


def make_apart(make_codebook: Make, cue: str, **kinds: str) -> Codebook:
    """A codebook whose one strong cue is a combination with clauses, which `make_codebook` would part."""
    from dataclasses import replace

    codebook = make_codebook({"A": {"strong": "@", **kinds}})
    [first] = codebook.codes
    cues = (replace(first.cues[0], pattern=cue, rule=f"A/id/strong/{cue}"), *first.cues[1:])
    return replace(codebook, codes=(replace(first, cues=cues),))


@pytest.mark.parametrize("unit", ["sentence", "paragraph", "turn"])
def test_an_answer_is_one_turn_whatever_the_unit(make_codebook: Make, make_transcript: Talk, unit: str) -> None:
    codebook = make_apart(make_codebook, "all: dinas, bantu; within: answer")
    talk = make_transcript("Dinas datang. Ya.\n\nMereka bantu.", ("interviewer", "Bantu apa?"), "Dinas lagi.", "Bantu.")
    [coding] = code(codebook, talk, unit)
    assert [evidence.cue for evidence in coding.evidence] == ["Dinas", "bantu"]
    assert coding.turn == 1
    assert coding.quote.startswith("Dinas datang.")
    assert all(evidence.span.of(talk.text) == evidence.cue for evidence in coding.evidence)


def test_words_denied_in_a_neighbouring_sentence_turn_the_cue_round(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_apart(make_codebook, "all: janji, tepat; within: neighbour")
    assert brief(code(codebook, make_transcript("Mereka janji. Tidak pernah ditepati."))) == ["A- janji|ditepati"]
    assert brief(code(codebook, make_transcript("Mereka janji. Ya. Tidak ditepati."))) == []


def test_a_combination_swallows_what_stands_in_its_stretch(make_codebook: Make, make_transcript: Talk) -> None:
    kinds = {"strong": "near: janji, dinas", "weak": "janji;dinas", "contrary": "janji dinas kosong"}
    codebook = make_codebook({"A": kinds, "B": {"strong": "janji"}})
    said = make_transcript("Janji dari dinas itu ada.", "Janji dinas kosong.")
    assert brief(code(codebook, said)) == [
        "A+ Janji dari dinas",
        "B+ Janji",
        "A- Janji dinas kosong",
        "B+ Janji",
    ]


def test_a_stretch_hides_no_cue_that_says_the_opposite(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"strong": "near: janji, dinas", "contrary": "janji kosong"}})
    assert brief(code(codebook, make_transcript("Janji kosong dari dinas."))) == [
        "A- Janji kosong",
        "A+ Janji kosong dari dinas",
    ]


def test_no_part_is_found_in_a_false_friend(make_codebook: Make, make_transcript: Talk) -> None:
    said = make_transcript("Percaya diri ketemu dinas.")
    for friend, codings in (("percaya diri", []), ("percaya diri@B", ["A+ Percaya diri ketemu dinas"])):
        codebook = make_codebook({"A": {"strong": "near: percaya, dinas"}, "B": {}}, false_friends=friend)
        assert brief(code(codebook, said)) == codings


def test_a_weak_combination_needs_company(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"weak": "near: janji, manis;kosong"}}, actors="dinas")
    said = make_transcript("Janji yang manis.", "Janji manis, kosong.", "Janji manis dari dinas.")
    assert brief(code(codebook, said)) == ["A+ Janji manis|kosong", "A+ Janji manis"]


TALK = st.lists(st.sampled_from(["rapat", "merapat", "dinas", "dinasnya", "dana", "itu", "lagi"]), max_size=14)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=TALK, window=st.integers(0, 4), ordered=st.booleans())
def test_near_equals_the_shortest_matches_of_spacys_matcher(
    make_codebook: Make, words: list[str], window: int, ordered: bool
) -> None:
    cue = f"near: rapat, dinas; window: {window}; ordered: {'yes' if ordered else 'no'}"
    rules = RuleSet(make_apart(make_codebook, cue), "id")
    text = " ".join(words)
    said = Said(text, 0, len(text), rules.signer.sign(text), "id")
    ours = {(start, end) for start, end, _ in rules.find(said, no_answer).cues}
    matcher = make_matcher("id")
    gap = {"OP": f"{{0,{window}}}"}
    for first, last in [("rapat", "dinas")] if ordered else [("rapat", "dinas"), ("dinas", "rapat")]:
        matcher.add(first, [[{"LEMMA": first}, gap, {"LEMMA": last}]])
    theirs = {(start, end) for _, start, end in matcher(make_doc_of_tokens(words, "id"))}
    inside = {(a, b) for a, b in theirs for c, d in theirs if (c, d) != (a, b) and a <= c and d <= b}
    assert ours == theirs - inside


def no_answer(said: Said) -> tuple[Answer, int]:
    raise AssertionError("nothing here looks beyond its sentence")


SAID = "dinas janji bantu bantuan . dana, cair saling percaya ndak diri kain rapat"


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(SAID.split(" ")), max_size=12))
def test_a_text_is_only_read_whole_where_a_cue_may_stand(make_codebook: Make, words: list[str]) -> None:
    cues = "near: dana, cair;all: dinas, bantu;rapat;near: percaya, janji, ndak"
    rules = RuleSet(make_codebook({"A": {"strong": cues}}, false_friends="kain rapat"), "id")
    text = " ".join(words)
    reader = TextReader(rules, text, [Span(0, len(text))])
    for start, end in find_sentences(text):
        assert sorted(reader.read(start, end).findings, key=repr) == sorted(
            reader.read_whole(start, end).findings, key=repr
        )


def test_a_sentence_that_lacks_a_phrase_of_each_never_reaches_combinations(
    make_codebook: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Combinations, "find", lambda self, heard, around, among: asked.append(heard) or [])
    cues = "near: dana, pencairan;all: dinas, bantuan;rapat;percaya"
    rules = RuleSet(make_codebook({"A": {"strong": cues}}), "id")
    for said in ("Rapat dan percaya.", "Dana ada.", "Dinas rajin.", "Dananya rapat dinas.", "Bantuan."):
        TextReader(rules, said).read(0, len(said))
    assert asked == []
    TextReader(rules, "Bantuan dinas.").read(0, 14)
    assert len(asked) == 1

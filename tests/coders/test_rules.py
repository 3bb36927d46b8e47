"""Coding by rules, as a reader of codings meets it."""

import dataclasses
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.codebook.patterns import PatternError
from qualcode.coders.rules import PART, prepare
from qualcode.errors import QualcodeError
from qualcode.language.units import split_units
from qualcode.model import Codebook, Coding, Guide, Transcript
from qualcode.registry import find_parts

Make = Callable[..., Codebook]
Talk = Callable[..., Transcript]

TRUST = {"A": {"strong": "saling percaya;terbuka", "weak": "percaya;dekat", "contrary": "ndak percaya;curiga"}}


def code(codebook: Codebook, transcript: Transcript, unit: str = "sentence") -> tuple[Coding, ...]:
    return PART.prepare(codebook, unit, Guide())(transcript).codings


def brief(codings: tuple[Coding, ...]) -> list[str]:
    """`A+ cue|cue`: code, polarity and the words that fired."""
    return [
        f"{coding.code}{'+' if coding.polarity == 'supporting' else '-'} "
        + "|".join(evidence.cue for evidence in sorted(coding.evidence, key=lambda evidence: evidence.span))
        for coding in codings
    ]


def test_the_part_is_in_the_register() -> None:
    assert find_parts("coders")["rules"].load() is PART


@pytest.mark.parametrize(
    ("said", "codings"),
    [
        ("Kami saling percaya.", ["A+ saling percaya"]),
        ("Kami ndak saling percaya.", ["A- saling percaya"]),
        ("Kami mboten saling percaya.", ["A- saling percaya"]),
        ("Tidak hanya saling percaya, kami guyub.", ["A+ saling percaya"]),
        ("Sebelum saling percaya ya ribut.", ["A+ saling percaya"]),
        ("Kami curiga.", ["A- curiga"]),
        ("Kami tidak curiga.", ["A+ curiga"]),
        ("Kami enggak percaya.", ["A- enggak percaya"]),
        ("Saling percaya dan terbuka.", ["A+ Saling percaya|terbuka"]),
        ("Terbuka sih, tapi kami curiga.", ["A- curiga", "A+ Terbuka"]),
        ("Tidak ada apa-apa.", []),
        ("", []),
    ],
)
def test_cues_and_negation_give_the_polarity(
    make_codebook: Make, make_transcript: Talk, said: str, codings: list[str]
) -> None:
    assert brief(code(make_codebook(TRUST), make_transcript(said))) == codings


@pytest.mark.parametrize(
    ("said", "codings"),
    [
        ("Kami percaya.", []),
        ("Kami percaya, kami dekat.", ["A+ percaya|dekat"]),
        ("Percaya, ya percaya.", []),  # the same cue twice is no second cue
        ("Kami percaya sama dinas.", ["A+ percaya"]),
        ("Percaya. Dinasnya baik.", []),  # the actor stands in another unit
        ("Percaya, terbuka.", ["A+ Percaya|terbuka"]),
    ],
)
def test_a_weak_cue_needs_another_cue_or_an_actor(
    make_codebook: Make, make_transcript: Talk, said: str, codings: list[str]
) -> None:
    assert brief(code(make_codebook(TRUST, actors="dinas;pemerintah"), make_transcript(said))) == codings


def test_an_actor_inside_the_cue_does_not_speak_for_it(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"weak": "temu pengrajin"}}, actors="pengrajin")
    assert code(codebook, make_transcript("Ada temu pengrajin.")) == ()
    assert len(code(codebook, make_transcript("Ada temu pengrajin untuk pengrajin."))) == 1


def test_in_a_false_friend_no_cue_fires(make_codebook: Make, make_transcript: Talk) -> None:
    codes = {"A": {"strong": "percaya;diri"}, "B": {"strong": "percaya"}}
    everywhere = make_codebook(codes, false_friends="percaya diri")
    only_b = make_codebook(codes, false_friends="percaya diri@B")
    said = make_transcript("Saya percaya diri.")
    assert brief(code(everywhere, said)) == []
    assert brief(code(only_b, said)) == ["A+ percaya|diri"]
    assert brief(code(everywhere, make_transcript("Percaya diri, dan percaya kami."))) == ["A+ percaya", "B+ percaya"]


def test_the_longest_cue_stands_for_the_shorter_ones_inside_it(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"strong": "rapat;rapat koordinasi"}, "B": {"strong": "koordinasi"}})
    assert brief(code(codebook, make_transcript("Ada rapat koordinasi."))) == ["A+ rapat koordinasi", "B+ koordinasi"]


def test_a_contrary_cue_wins_over_a_supporting_one_in_it(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"strong": "form:janji;tepat", "contrary": "form:janji doang;form:janji;tepat"}})
    assert brief(code(codebook, make_transcript("Janji doang."))) == ["A- Janji doang"]
    assert brief(code(codebook, make_transcript("Janji."))) == ["A- Janji"]


def test_a_weak_cue_swallows_no_strong_one(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"strong": "kerja sama", "weak": "kerja sama baik"}})
    assert brief(code(codebook, make_transcript("Ada kerja sama baik."))) == ["A+ kerja sama"]


@pytest.mark.parametrize(
    ("said", "codings"),
    [
        ("Kendala pada dana.", ["OB.X+ Kendala|dana"]),
        ("Dana tidak ada, itu kendala.", ["OB.X+ Dana|kendala"]),
        ("Tidak ada kendala.", ["OB.X- kendala"]),
        ("Sudah diatasi.", ["OB.X- diatasi"]),
    ],
)
def test_an_obstacle_denied_is_contrary_but_a_lack_of_means_is_no_denial(
    make_codebook: Make, make_transcript: Talk, said: str, codings: list[str]
) -> None:
    codebook = make_codebook({"OB.X": {"strong": "kendala", "weak": "dana", "contrary": "diatasi"}})
    assert brief(code(codebook, make_transcript(said))) == codings


@pytest.mark.parametrize(
    ("said", "codings"),
    [
        ("Data dinas tidak sama, beda.", ["OB.X+ Data dinas tidak sama, beda"]),
        ("Data dinas yang beda itu sudah beres.", ["OB.X- Data dinas yang beda"]),
        ("Data dinas yang beda dan lain-lain, sudah beres.", ["OB.X+ Data dinas yang beda"]),
    ],
)
def test_an_obstacle_told_in_several_words_is_turned_by_its_solution_alone(
    make_codebook: Make, make_transcript: Talk, said: str, codings: list[str]
) -> None:
    codebook = make_codebook({"OB.X": {"strong": "near: data, beda"}})
    assert brief(code(codebook, make_transcript(said))) == codings


def test_a_coding_says_all_about_itself(make_codebook: Make, make_transcript: Talk) -> None:
    transcript = make_transcript(("interviewer", "Saling percaya?"), "Ya. Kami saling\npercaya, Pak.")
    (coding,) = code(make_codebook(TRUST), transcript)
    assert coding.quote == "Kami saling\npercaya, Pak." == coding.span.of(transcript.text)
    assert (coding.transcript, coding.turn, coding.speaker, coding.case) == ("talk.txt", 2, "X", "x")
    assert (coding.coder, coding.status, coding.score, coding.elicited) == ("rules", "suggested", None, "prompted")
    assert (coding.codebook, coding.code_hash, coding.text_sha256) == ("small@1", "A#", "t" * 64)
    (evidence,) = coding.evidence
    assert evidence.rule == "A/id/strong/1"
    assert evidence.cue == "saling\npercaya" == evidence.span.of(transcript.text)


@pytest.mark.parametrize(
    ("said", "modality", "directness"),
    [
        ("Kami terbuka.", "actual", "unknown"),
        ("Semoga terbuka.", "wish", "unknown"),
        ("Jare terbuka.", "actual", "second-hand"),
        ("Seandainya terbuka, enak.", "hypothetical", "unknown"),
        ("Semoga terbuka, tapi ya kami saling percaya.", "actual", "unknown"),
    ],
)
def test_wishes_and_hearsay_are_marked(
    make_codebook: Make, make_transcript: Talk, said: str, modality: str, directness: str
) -> None:
    (coding,) = code(make_codebook(TRUST), make_transcript(said))
    assert (coding.modality, coding.directness) == (modality, directness)


def test_in_a_turn_cues_of_several_sentences_meet(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook(TRUST, actors="dinas")
    transcript = make_transcript("Kami percaya. Dinasnya baik.\n\nTidak. Saling percaya.")
    assert brief(code(codebook, transcript, "sentence")) == ["A+ Saling percaya"]
    assert brief(code(codebook, transcript, "paragraph")) == ["A+ percaya", "A+ Saling percaya"]
    assert brief(code(codebook, transcript, "turn")) == ["A+ percaya|Saling percaya"]


def test_english_is_read_by_english_cues_and_indonesian_by_both(make_codebook: Make, make_transcript: Talk) -> None:
    english = make_codebook({"A": {"strong": "forum;trust"}}, language="en")
    indonesian = make_codebook({"A": {"strong": "rapat"}})
    assert brief(code(english, make_transcript("Mereka trusted kami."))) == ["A+ trusted"]
    assert brief(code(english, make_transcript("They don't trust us.", language="en"))) == ["A- trust"]
    assert code(indonesian, make_transcript("They had a rapat.", language="en")) == ()


def test_a_token_pattern_is_the_last_resort(make_codebook: Make, make_transcript: Talk) -> None:
    pattern = 'token: [{"LOWER": "naik"}, {"LIKE_NUM": true}, {"LOWER": "persen", "OP": "?"}]'
    codebook = make_codebook({"A": {"strong": pattern}})
    assert brief(code(codebook, make_transcript("Omzet naik\n50 persen. Naik sepeda."))) == ["A+ naik\n50 persen"]
    assert brief(code(codebook, make_transcript("Tidak naik 50."))) == ["A- naik 50"]


def test_a_token_pattern_without_a_sure_word_is_tried_everywhere(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"strong": 'token: [{"LIKE_NUM": true}, {"IS_TITLE": true}]'}})
    assert brief(code(codebook, make_transcript("Ada 50 Orang di sana."))) == ["A+ 50 Orang"]


def test_a_token_pattern_that_spacy_does_not_know_is_refused(make_codebook: Make) -> None:
    with pytest.raises(PatternError, match="FOO") as refused:
        PART.prepare(make_codebook({"A": {"strong": 'token: [{"FOO": "naik"}]'}}), "sentence", Guide())
    assert refused.value.how


def test_another_unit_is_refused(make_codebook: Make) -> None:
    with pytest.raises(QualcodeError, match="sentence, turn or paragraph"):
        PART.prepare(make_codebook(TRUST), "word", Guide())


@pytest.mark.parametrize(
    "said",
    ["😀😀 saling percaya 👍🏽", "é saling percaya", "שלום saling percaya مرحبا", "[tertawa] saling percaya <b>{{x}}"],
)
def test_offsets_count_code_points(make_codebook: Make, make_transcript: Talk, said: str) -> None:
    transcript = make_transcript("😀.", said)
    (coding,) = code(make_codebook(TRUST), transcript)
    assert coding.span.of(transcript.text) == coding.quote == said
    assert [evidence.span.of(transcript.text) for evidence in coding.evidence] == ["saling percaya"]


def test_speech_without_full_stops_is_coded_in_linear_steps(make_codebook: Make, make_transcript: Talk) -> None:
    codebook = make_codebook({"A": {"strong": "rapat;rapat rapat", "weak": "dinas"}}, false_friends="rapat dinas")
    (coding,) = code(codebook, make_transcript("rapat " * 3_000 + "dinas"))
    assert len(coding.evidence) == 2_999
    assert [coding.code for coding in code(codebook, make_transcript("dinas " * 3_000))] == []


MARKS = [",", ".", "?", "...", "\n", "😀"]
SAID = (
    "Kami percaya ndak saling diri dinas curiga terbuka tidak hanya rapat koordinasi dekat semoga katanya tapi sebelum"
)
SPEECH = st.lists(st.sampled_from(SAID.split() + MARKS), max_size=25).map(" ".join)
CODES = {
    **TRUST,
    "B": {"strong": "rapat koordinasi;percaya*", "weak": "rapat;koordinasi"},
    "OB.X": {"strong": "tidak terbuka", "weak": "koordinasi", "contrary": "(saling|kami) percaya"},
}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spoken=st.lists(st.tuples(st.sampled_from(["interviewer", "respondent"]), SPEECH), max_size=4), dice=st.randoms()
)
@pytest.mark.parametrize("unit", ["sentence", "paragraph", "turn"])
def test_laws(
    make_codebook: Make, make_transcript: Talk, unit: str, spoken: list[tuple[str, str]], dice: random.Random
) -> None:
    codebook = make_codebook(CODES, actors="dinas", false_friends="percaya diri;rapat koordinasi@OB.X")
    transcript = make_transcript(*spoken)
    codings = code(codebook, transcript, unit)
    units = {unit.span: unit.turn for unit in split_units(transcript, unit)}
    asked = [turn.span for turn in transcript.turns if turn.role == "interviewer"]

    assert [coding.id for coding in codings] == [coding.id for coding in code(codebook, transcript, unit)]
    assert list(codings) == sorted(codings, key=lambda coding: (coding.span, coding.code, coding.polarity))
    assert len({(coding.span, coding.code, coding.polarity) for coding in codings}) == len(codings)
    for coding in codings:
        assert coding.quote == transcript.text[coding.span.start : coding.span.end]
        assert units[coding.span] == coding.turn
        assert coding.evidence == tuple(sorted(coding.evidence)) != ()
        for evidence in coding.evidence:
            assert evidence.cue == transcript.text[evidence.span.start : evidence.span.end]
            is_said = coding.span.start <= evidence.span.start < evidence.span.end <= coding.span.end
            assert is_said or (
                coding.elicited == "prompted"
                and any(turn.start <= evidence.span.start and evidence.span.end <= turn.end for turn in asked)
            )

    shuffled = [
        dataclasses.replace(code, cues=tuple(dice.sample(code.cues, len(code.cues)))) for code in codebook.codes
    ]
    dice.shuffle(shuffled)
    assert code(dataclasses.replace(codebook, codes=tuple(shuffled)), transcript, unit) == codings


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=SPEECH.filter(lambda said: not {"ndak", "tidak"} & set(said.split())))
def test_before_never_negates(make_codebook: Make, make_transcript: Talk, before: str) -> None:
    codings = code(make_codebook({"A": {"strong": "percaya"}}), make_transcript(f"{before} sebelum percaya"))
    assert {coding.polarity for coding in codings} == {"supporting"}


class TestJavaneseTak:
    """`tak` before a verb is "I" in Javanese company, "not" elsewhere."""

    CODES = {"T": {"strong": "percaya;bantu", "contrary": "tidak percaya"}}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("said", "polarity"),
        [
            ("Ya tak percaya ae.", "supporting"),
            ("Dinas tak percaya lagi.", "contrary"),
            ("Tak bantu sedikit-sedikit.", "contrary"),
            ("Lha piye maneh, wong yo ngono. Tak bantu sedikit-sedikit.", "supporting"),
        ],
    )
    def test_it_is_told_by_its_company(
        self, make_codebook: Make, make_transcript: Talk, said: str, polarity: str
    ) -> None:
        (coding,) = code(make_codebook(self.CODES), make_transcript(said))
        assert coding.polarity == polarity


class TestCodingAgain:
    """With another cue only what it can bear on is coded."""

    TALK = (
        ("interviewer", "Apa saling percaya?"), "Iya. Orangnya sering duduk di teras rumah kami.",
        ("interviewer", "Contohnya?"), "Dinas datang. Sampai malam mereka duduk di teras rumah kami.",
        ("interviewer", "Dananya?"), "Dana cair. Kami guyub.",
        ("interviewer", "Terus?"), "Ya begitu saja.",
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("cues", "touched", "kept"),
        [
            ({}, {}, {2, 4, 6, 8}),
            ({"strong": "saling percaya;terbuka;guyub"}, {6}, {2, 4, 8}),
            ({"asked": "dana"}, {5, 6}, {2, 4}),  # the question after it hangs on it
            ({"strong": "terbuka"}, {1}, set()),  # all others hang on the first one
        ],
    )
    def test_what_is_kept(
        self, make_codebook: Make, make_transcript: Talk, cues: dict[str, str], touched: set[int], kept: set[int]
    ) -> None:
        talk = make_transcript(*self.TALK)
        first = prepare(make_codebook(TRUST | {"B": {"strong": "dinas"}}), "sentence")(talk)
        again = prepare(make_codebook({"A": TRUST["A"] | cues, "B": {"strong": "dinas"}}), "sentence")
        whole, part = again(talk), again(talk, first.inquiries, frozenset(touched))
        assert part.kept == kept
        stand = [coding for coding in first.codings if coding.turn in kept]
        assert {c.id for c in (*stand, *part.codings)} == {c.id for c in whole.codings}
        assert part.inquiries == whole.inquiries

    def test_where_the_interview_becomes_a_guided_one_all_is_coded(
        self, make_codebook: Make, make_transcript: Talk
    ) -> None:
        talk = make_transcript(*self.TALK)
        before, after = ({"A": {"strong": strong}} for strong in ("terbuka", "saling percaya"))
        first = prepare(make_codebook(before), "sentence")(talk)
        again = prepare(make_codebook(after), "sentence")
        assert again(talk, first.inquiries, frozenset({1})) == again(talk)

    def test_what_was_understood_of_another_talk_is_not_believed(
        self, make_codebook: Make, make_transcript: Talk
    ) -> None:
        code_it = prepare(make_codebook(TRUST), "sentence")
        talk = make_transcript(*self.TALK)
        other = code_it(make_transcript(("interviewer", "Apa?"), "Ya."))
        assert code_it(talk, other.inquiries) == code_it(talk)

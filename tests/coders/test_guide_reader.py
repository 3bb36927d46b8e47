"""Which question of the guide is asked, and what that does to a coding."""

import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.coders.contract import CodedTranscript
from qualcode.coders.guide_reader import BARELY, CLEARLY, GuideReader
from qualcode.coders.rules import PART
from qualcode.model import Codebook, Coding, Guide, GuideQuestion, Span, Transcript, Turn, Words

Make = Callable[..., Codebook]
Talk = Callable[..., Transcript]

INDONESIAN = {
    "Q1": "Bagaimana pertemuan rutin antara para pihak diadakan?",
    "Q2": "Sejauh mana para pihak saling percaya dan terbuka?",
    "Q3": "Hambatan apa yang dihadapi dalam pelaksanaan program?",
    "Q4": "Apakah para pihak memegang kesepakatan yang ditandatangani?",
    "Q5": "Apa dampak program ini bagi penghasilan keluarga?",
}
ENGLISH = {
    "Q1": "How often do the parties hold regular meetings?",
    "Q2": "How far do the parties trust one another and speak openly?",
    "Q3": "Which obstacles does the programme face?",
    "Q4": "Do the parties keep the agreements that they signed?",
    "Q5": "How has the programme affected the income of families?",
}


def make_guide(questions: dict[str, str], language: str, codes: dict[str, Sequence[str]] | None = None) -> Guide:
    return Guide(
        tuple(
            GuideQuestion(id_, Words(**{language: text}), tuple((codes or {}).get(id_, ("A",))))
            for id_, text in questions.items()
        )
    )


def find(codebook: Codebook, guide: Guide, said: str, language: str, share: float = CLEARLY) -> dict[str, str]:
    """The questions asked in what an interviewer says, each with the words that ask it."""
    turn = Turn(1, "P", "interviewer", Span(0, len(said)))
    reader = GuideReader(guide, codebook, language)
    return {question.id: span.of(said) for question, span in reader.find(reader.hear(said, turn), share)}


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        # as it stands, in other forms, in another order, in colloquial words
        ("Bagaimana pertemuan rutin antara para pihak diadakan?", {"Q1": "pertemuan rutin antara para pihak"}),
        ("Apa ada yang rutin bertemu, Pak?", {"Q1": "rutin bertemu"}),
        ("Keterbukaan dan kepercayaan di antara mereka gimana, Bu?", {"Q2": "Keterbukaan dan kepercayaan"}),
        (
            "Lalu yang ditandatangani itu, sepakatnya masih dipegang nggak?",
            {"Q4": "ditandatangani itu, sepakatnya masih dipegang"},
        ),
        # after a long preamble that looks back, and with an example behind
        (
            "Baik, terima kasih, tadi Bapak cerita soal jalan desa, sawah, dan anak-anak yang merantau ke "
            "Malaysia. Saya pindah ke hal lain. Hambatan apa yang Bapak hadapi selama pelaksanaan?",
            {"Q3": "Hambatan apa yang Bapak hadapi selama pelaksanaan"},
        ),
        ("Programnya berdampak ke penghasilan? Misalnya buat ibu-ibu?", {"Q5": "Programnya berdampak ke penghasilan"}),
        # in two sentences
        ("Berikutnya hambatan, Pak. Apa yang dihadapi di pelaksanaan?", {"Q3": "dihadapi di pelaksanaan"}),
        ("Soal percaya. Terbuka tidak?", {"Q2": "percaya. Terbuka"}),
        # probes and talk that only touch a word of it
        ("Contohnya?", {}),
        ("Terus bagaimana, Pak?", {}),
        ("Para pihak itu siapa saja?", {}),
        ("Keluarga Bapak di sini semua?", {}),
        ("", {}),
    ],
)
def test_a_question_is_known_however_it_is_put(make_codebook: Make, said: str, asked: dict[str, str]) -> None:
    assert find(make_codebook({"A": {}}), make_guide(INDONESIAN, "id"), said, "id") == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("And are there regular meetings, would you say, ones that you hold every month?", ["Q1"]),
        ("I'd like to turn to openness now. How openly do people speak, and is there trust?", ["Q2"]),
        ("What obstacles did you face?", ["Q3"]),
        ("Signed agreements: are those kept?", ["Q4"]),
        ("Were families' incomes affected?", ["Q5"]),
        ("Where did you face the camera?", []),
        ("And the family, are they well?", []),
        ("Why?", []),
    ],
)
def test_so_it_is_in_english(make_codebook: Make, said: str, asked: list[str]) -> None:
    assert list(find(make_codebook({"A": {}}), make_guide(ENGLISH, "en"), said, "en")) == asked


def test_one_word_of_three_barely_asks(make_codebook: Make) -> None:
    codebook, guide = make_codebook({"A": {}}), make_guide({"Q1": "Sejauh mana mereka percaya dan terbuka?"}, "id")
    assert find(codebook, guide, "Percaya nggak, Bu?", "id", CLEARLY) == {}
    assert find(codebook, guide, "Percaya nggak, Bu?", "id", BARELY) == {"Q1": "Percaya"}


def test_words_that_many_questions_have_tell_none_apart(make_codebook: Make) -> None:
    guide = make_guide({"Q1": "Pihak dinas?", "Q2": "Pihak warga?", "Q3": "Pihak swasta?"}, "id")
    codebook = make_codebook({"A": {}})
    assert find(codebook, guide, "Pihak lain?", "id") == {}
    assert find(codebook, guide, "Kalau dari swasta?", "id") == {"Q3": "swasta"}


def test_a_probe_asks_its_question_too(make_codebook: Make) -> None:
    question = GuideQuestion("Q1", Words("Saling percaya?"), ("A",), (Words("Siapa mengingkari janji?"),))
    assert find(make_codebook({"A": {}}), Guide((question,)), "Ada yang janjinya diingkari?", "id") == {
        "Q1": "janjinya diingkari"
    }


def test_a_lemma_set_by_hand_holds_for_the_guide(make_codebook: Make) -> None:
    guide = make_guide({"Q1": "Hasilnya?"}, "id")
    assert find(make_codebook({"A": {}}), guide, "Penghasilan Bapak?", "id") == {"Q1": "Penghasilan"}
    by_hand = make_codebook({"A": {}}, lemmas={"penghasilan": "penghasilan"})
    assert find(by_hand, guide, "Penghasilan Bapak?", "id") == {}


CODES = {"A": {"strong": "saling percaya", "weak": "dekat"}, "B": {"strong": "rapat"}, "C": {"strong": "anggaran"}}
ANSWER = "Kami sudah lama kenal satu sama lain di kampung ini."


def code(codebook: Codebook, transcript: Transcript, guide: Guide) -> CodedTranscript:
    return PART.prepare(codebook, "sentence", guide)(transcript)


def brief(codings: Sequence[Coding]) -> list[tuple[str, str, str]]:
    return [(c.code, "|".join(f"{e.rule} {e.cue}" for e in c.evidence), c.elicited) for c in codings]


TRUST = {"Q2": "Apakah mereka saling percaya dan terbuka?"}


def test_the_answer_gets_the_question_s_code_and_says_so(make_codebook: Make, make_transcript: Talk) -> None:
    talk = make_transcript(("interviewer", "Apa mereka terbuka, percaya begitu?"), ANSWER)
    coded = code(make_codebook(CODES), talk, make_guide(TRUST, "id"))
    assert brief(coded.codings) == [("A", "guide/Q2 terbuka, percaya", "prompted")]
    assert (coded.asked, coded.questions) == (("A",), ("Q2",))
    [evidence] = coded.codings[0].evidence
    assert evidence.cue == evidence.span.of(talk.text)


def test_where_guide_and_cues_part_the_guide_wins(make_codebook: Make, make_transcript: Talk) -> None:
    talk = make_transcript(("interviewer", "Apakah di rapat mereka saling percaya dan terbuka?"), ANSWER)
    codebook = make_codebook(CODES)
    assert code(codebook, talk, make_guide(TRUST, "id", {"Q2": ("C",)})).asked == ("C",)
    assert code(codebook, talk, Guide()).asked == ("A", "B")


def test_what_the_guide_does_not_hold_is_left_to_the_cues(make_codebook: Make, make_transcript: Talk) -> None:
    talk = make_transcript(("interviewer", "Rapatnya bagaimana?"), ANSWER)
    coded = code(make_codebook(CODES), talk, make_guide(TRUST, "id"))
    assert (coded.asked, coded.questions) == (("B",), ())


def test_a_question_touched_on_gives_way_to_cues_and_helps_where_there_are_none(
    make_codebook: Make, make_transcript: Talk
) -> None:
    codebook, guide = make_codebook(CODES), make_guide({"Q2": "Apakah mereka dekat, percaya dan terbuka?"}, "id")
    with_cue = make_transcript(("interviewer", "Di rapat mereka terbuka?"), ANSWER)
    assert (code(codebook, with_cue, guide).asked, code(codebook, with_cue, guide).questions) == (("B",), ())
    without = make_transcript(("interviewer", "Mereka terbuka?"), ANSWER)
    assert (code(codebook, without, guide).asked, code(codebook, without, guide).questions) == (("A",), ("Q2",))


def test_a_probe_leaves_the_guide_s_question_in_force(make_codebook: Make, make_transcript: Talk) -> None:
    asked = ("interviewer", "Mereka saling percaya, terbuka?")
    talk = make_transcript(asked, "Begini.", ("interviewer", "Bagaimana itu, Pak?"), ANSWER)
    coded = code(make_codebook(CODES), talk, make_guide(TRUST, "id"))
    assert [(c.turn, c.code, c.elicited) for c in coded.codings] == [(4, "A", "prompted")]


def test_a_question_for_no_code_prompts_nothing(make_codebook: Make, make_transcript: Talk) -> None:
    guide = make_guide({"Q1": "Apa peran Bapak di rapat?"}, "id", {"Q1": ()})
    talk = make_transcript(("interviewer", "Peran Bapak di rapat?"), f"{ANSWER} Kami saling percaya.")
    assert brief(code(make_codebook(CODES), talk, guide).codings) == [
        ("A", "A/id/strong/1 saling percaya", "volunteered")
    ]


def test_a_guide_may_ask_for_several_codes_and_for_sub_codes(make_codebook: Make, make_transcript: Talk) -> None:
    talk = make_transcript(("interviewer", "Mereka saling percaya, terbuka?"), f"{ANSWER} Anggaran ada.")
    several = code(make_codebook(CODES), talk, make_guide(TRUST, "id", {"Q2": ("A", "C", "GONE")}))
    assert several.asked == ("A", "C")
    assert [(c.code, c.elicited) for c in several.codings] == [("C", "prompted")]
    finer = code(make_codebook(CODES), talk, make_guide(TRUST, "id", {"Q2": ("A.near",)}))
    assert finer.asked == ("A.near",)
    assert brief(finer.codings)[0] == ("A.near", "guide/Q2 percaya, terbuka", "prompted")


WORDS = "rapat anggaran mereka saling percaya terbuka dekat pihak hambatan program dihadapi ya tidak bagaimana ? ."
SPEECH = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)
SPOKEN = st.lists(st.tuples(st.sampled_from(["interviewer", "respondent"]), SPEECH), max_size=5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoken=SPOKEN)
def test_a_guide_whose_questions_are_never_asked_changes_no_coding(
    make_codebook: Make, make_transcript: Talk, spoken: list[tuple[str, str]]
) -> None:
    codebook, talk = make_codebook(CODES), make_transcript(*spoken)
    guide = make_guide({"Q1": "Berapa ekor bebek dipelihara?", "Q2": "Kolam ikannya dikuras?"}, "id", {"Q2": ("B",)})
    assert code(codebook, talk, guide) == code(codebook, talk, Guide())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoken=SPOKEN, dice=st.randoms())
def test_the_order_of_questions_changes_nothing(
    make_codebook: Make, make_transcript: Talk, spoken: list[tuple[str, str]], dice: random.Random
) -> None:
    codebook, talk = make_codebook(CODES), make_transcript(*spoken)
    guide = make_guide({**INDONESIAN, "T1": "Saling percaya?", "T2": "Percaya?"}, "id", {"T2": ("B",), "Q3": ("C",)})
    shuffled = list(guide.questions)
    dice.shuffle(shuffled)
    assert code(codebook, talk, Guide(tuple(shuffled))) == code(codebook, talk, guide)

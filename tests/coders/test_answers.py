"""Which findings count in an answer, given what was asked."""

from collections.abc import Callable

import pytest

from qualcode.coders.answers import JUST_BEFORE
from qualcode.coders.questions import FREE, GUIDED
from qualcode.coders.rules import prepare
from qualcode.model import Codebook, Coding, Transcript

Make = Callable[..., Codebook]
Talk = Callable[..., Transcript]
Ask = Callable[..., list[str]]

CODES = {
    "T": {
        "strong": "saling percaya",
        "contrary": "curiga",
        "weak": "nyaman",
        "asked": "hubungan;dengan dinas",
        "answer": "akrab;janji",
        "answer-contrary": "jauh",
    },
    "M": {"strong": "rapat"},
    "OB.R": {"strong": "dana kurang", "contrary": "dana cukup", "asked": "anggaran;biayanya"},
}
QUESTION = "Bagaimana hubungan dengan dinas?"
LONG = "Tiap sore kami duduk di teras rumah Pak Slamet minum kopi."
SIGNS = {"supporting": "+", "contrary": "-"}


@pytest.fixture
def ask(make_codebook: Make, make_transcript: Talk) -> Ask:
    """The codings of an answer: code, sign and the first words."""

    def code(answer: str, question: str = QUESTION, unit: str = "sentence") -> list[str]:
        transcript = make_transcript(("interviewer", question), ("respondent", answer))
        codings: tuple[Coding, ...] = prepare(make_codebook(CODES), unit)(transcript).codings
        return [f"{coding.code}{SIGNS[coding.polarity]} {coding.quote.split()[0]}" for coding in codings]

    return code


class TestWordsOfAnswers:
    def test_they_count_where_the_question_asked(self, ask: Ask) -> None:
        assert ask("Ya akrab.") == ["T+ Ya"]
        assert ask("Ya jauh.") == ["T- Ya"]

    def test_they_count_nowhere_else(self, ask: Ask) -> None:
        assert ask("Ya akrab.", question="Sudah lama di sini?") == []

    def test_a_weak_cue_counts_there_too(self, ask: Ask) -> None:
        assert ask("Ya nyaman.") == ["T+ Ya"]
        assert ask("Ya nyaman.", question="Sudah lama di sini?") == []

    def test_only_a_not_right_before_turns_them_round(self, ask: Ask) -> None:
        assert ask("Belum dengar ada janji.") == ["T+ Belum"]
        assert ask("Belum ada janji.") == ask("Belum janji.") == ["T- Belum"]

    def test_the_contrary_goes_before(self, ask: Ask) -> None:
        assert ask("Dulu akrab, sekarang jauh.") == ["T- Dulu"]

    def test_a_better_cue_says_what_they_say(self, ask: Ask) -> None:
        assert ask("Akrab tapi curiga.") == ["T- Akrab"]


class TestASentenceWithoutACue:
    def test_it_answers_the_question(self, ask: Ask) -> None:
        assert ask(LONG) == ["T+ Tiap"]

    def test_it_must_say_something(self, ask: Ask) -> None:
        words = LONG.split()
        assert ask(" ".join(words[: FREE.fewest_words]) + ".") == ["T+ Tiap"]
        assert ask(" ".join(words[: FREE.fewest_words - 1]) + ".") == []

    def test_a_question_back_is_none(self, ask: Ask) -> None:
        assert ask("Lho, Mas ini dari kampus mana kok tanya begitu terus?") == []

    def test_it_says_of_the_code_what_the_answer_said_before(self, ask: Ask) -> None:
        assert ask(f"Ya jauh. {LONG} Kami saling percaya. {LONG}") == ["T- Ya", "T- Tiap", "T+ Kami", "T+ Tiap"]

    def test_an_obstacle_is_there_until_a_cue_denies_it(self, ask: Ask) -> None:
        assert ask(f"Dana cukup. {LONG}", question="Kalau anggaran dan biayanya?") == ["OB.R- Dana", "OB.R+ Tiap"]

    def test_after_a_no_it_says_what_is_not_so(self, ask: Ask) -> None:
        assert ask(f"Ndak, Mas. {LONG}") == ["T- Tiap"]
        assert ask(f"Ndak, Mas. Ya akrab. {LONG}") == ["T+ Ya", "T+ Tiap"]
        assert ask(f"Ndak, Mas. {LONG}", question="Kalau anggaran dan biayanya?") == ["OB.R+ Tiap"]

    def test_before_the_first_cue_it_says_what_that_cue_says(self, ask: Ask) -> None:
        assert ask(f"{LONG} Ya jauh. Kami saling percaya.") == ["T- Tiap", "T- Ya", "T+ Kami"]
        assert ask(f"{LONG} Dana cukup.", question="Kalau anggaran dan biayanya?") == ["OB.R+ Tiap", "OB.R- Dana"]

    @pytest.mark.parametrize("but", ["Tapi", "Cuma", "Ya, tapi", "Namun"])
    def test_a_but_says_the_opposite(self, ask: Ask, but: str) -> None:
        said = LONG[0].lower() + LONG[1:]
        signs = [coding[:2] for coding in ask(f"Ya akrab. {but} {said} {LONG}")]
        assert signs == ["T+", "T-", "T+"]
        assert [coding[:2] for coding in ask(f"Ya jauh. {but} {said}")] == ["T-", "T+"]
        assert [coding[:5] for coding in ask(f"{but} {said}", question="Kalau anggaran dan biayanya?")] == ["OB.R+"]

    def test_a_not_says_the_opposite(self, ask: Ask) -> None:
        said = "Tiap sore kami tidak lagi duduk di teras rumah Pak Slamet."
        assert [coding[:2] for coding in ask(f"Ya akrab. {said}")] == ["T+", "T-"]
        assert [coding[:2] for coding in ask(f"Ya jauh. {said}")] == ["T-", "T+"]
        assert [coding[:2] for coding in ask(f"Ya akrab. Tapi {said}")] == ["T+", "T+"]
        assert [coding[:5] for coding in ask(said, question="Kalau anggaran dan biayanya?")] == ["OB.R+"]

    def test_a_wish_is_one(self, make_codebook: Make, make_transcript: Talk) -> None:
        talk = make_transcript(("interviewer", QUESTION), ("respondent", "Semoga nanti " + LONG))
        (coding,) = prepare(make_codebook(CODES), "sentence")(talk).codings
        assert coding.modality == "wish"


class TestHowFarTheQuestionReaches:
    def test_it_fades(self, ask: Ask) -> None:
        assert len(ask(" ".join([LONG] * (FREE.farthest + 3)))) == FREE.farthest

    @pytest.mark.parametrize(("said", "more"), [("Mm-hm.", 0), ("Oh, begitu, Pak.", 0), ("Contohnya?", FREE.farthest)])
    def test_a_turn_that_only_listens_does_not_ask_again(
        self, make_codebook: Make, make_transcript: Talk, said: str, more: int
    ) -> None:
        answer = " ".join([LONG] * FREE.farthest)
        talk = make_transcript(
            ("interviewer", QUESTION), ("respondent", answer), ("interviewer", said), ("respondent", answer)
        )
        assert len(prepare(make_codebook(CODES), "sentence")(talk).codings) == FREE.farthest + more

    def test_a_strong_cue_bears_a_weak_one_out_for_a_few_sentences(self, ask: Ask) -> None:
        between = "Lalu hujan. "
        near, far = between * (JUST_BEFORE - 1), between * JUST_BEFORE
        story = "Bagaimana ceritanya?"
        assert ask(f"Kami saling percaya. {near}Ya nyaman.", question=story) == ["T+ Kami", "T+ Ya"]
        assert ask(f"Kami saling percaya. {far}Ya nyaman.", question=story) == ["T+ Kami"]

    def test_a_cue_of_its_code_takes_it_up_again(self, ask: Ask) -> None:
        assert len(ask(" ".join([LONG] * FREE.farthest) + f" Ya akrab. {LONG}")) == FREE.farthest + 2

    def test_it_ends_where_the_talk_turns_elsewhere(self, ask: Ask) -> None:
        assert ask(f"{LONG} Lalu rapat, rapat lagi. {LONG}") == ["T+ Tiap", "M+ Lalu"]
        assert ask(f"Lalu rapat, rapat lagi. {LONG} Ya akrab. {LONG}") == ["M+ Lalu", "T+ Ya", "T+ Tiap"]

    @pytest.mark.parametrize(
        "evasion", ["Wah, itu saya kurang tahu.", "Mboten ngertos kulo.", "Tanya saja ke Pak Camat."]
    )
    def test_who_does_not_answer_gives_none(self, ask: Ask, evasion: str) -> None:
        assert ask(f"{evasion} {LONG}") == []

    def test_it_reaches_over_several_speakers(self, make_codebook: Make, make_transcript: Talk) -> None:
        talk = make_transcript(("interviewer", QUESTION), ("respondent", "Ya akrab."), ("respondent", "Ya jauh."))
        codings = prepare(make_codebook(CODES), "sentence")(talk).codings
        assert [(coding.turn, coding.polarity) for coding in codings] == [(2, "supporting"), (3, "contrary")]

    @pytest.mark.parametrize("unit", ["turn", "paragraph"])
    def test_a_whole_turn_may_be_the_unit(self, ask: Ask, unit: str) -> None:
        assert ask(f"Wah. {LONG}", unit=unit) == ["T+ Wah."]


class TestAnAnswerThatKeepsToItsQuestion:
    """A cue of what was asked stands in it."""

    @pytest.fixture
    def ask(self, make_codebook: Make, make_transcript: Talk) -> Ask:
        codes = CODES | {"M": {"strong": "rapat;near: undangan, balai", "weak": "forum"}}

        def code(answer: str, question: str = QUESTION) -> list[str]:
            transcript = make_transcript(("interviewer", question), ("respondent", answer))
            return [
                f"{c.code} {c.quote.split()[0]}" for c in prepare(make_codebook(codes), "sentence")(transcript).codings
            ]

        return code

    def test_words_of_another_code_need_a_second_place(self, ask: Ask) -> None:
        assert ask("Ya akrab. Ada undangan di balai.") == ["T Ya"]
        assert ask("Ya akrab. Ada undangan di balai. Habis itu forum lagi.") == ["T Ya", "M Ada", "M Habis"]

    def test_a_phrase_of_another_code_stands_alone(self, ask: Ask) -> None:
        assert ask("Ya akrab. Lalu rapat.") == ["T Ya", "M Lalu"]

    def test_other_answers_take_them_alone(self, ask: Ask) -> None:
        assert ask("Ya begitu. Ada undangan di balai.") == ["M Ada"]
        assert ask("Ada undangan di balai.", question="Sudah lama di sini?") == ["M Ada"]

    def test_in_a_guided_interview_a_phrase_needs_it_too(self, make_codebook: Make, make_transcript: Talk) -> None:
        def code(answer: str) -> list[str]:
            talk = make_transcript(
                ("interviewer", QUESTION), ("respondent", answer), ("interviewer", "Rapat?"), ("respondent", "Jarang."),
                ("interviewer", "Kalau anggaran dan biayanya?"), ("respondent", "Ada."),
            )  # fmt: skip
            return [coding.code for coding in prepare(make_codebook(CODES), "sentence")(talk).codings]

        assert code("Ya akrab. Lalu rapat.") == ["T"]
        assert code("Ya akrab. Lalu rapat. Rapat lagi.") == ["T", "M", "M"]
        assert code("Ya begitu. Lalu rapat.") == ["M"]


class TestFreeTalk:
    """A question that a single cue names may only touch on its code."""

    CODES = CODES | {"T": CODES["T"] | {"asked": "hubungan"}}

    @pytest.fixture
    def ask(self, make_codebook: Make, make_transcript: Talk) -> Ask:
        def code(answer: str, question: str = "Bagaimana hubungan dengan orang dinas di sini?") -> list[str]:
            talk = make_transcript(("interviewer", question), ("respondent", answer))
            return [c.quote.split()[0] for c in prepare(make_codebook(self.CODES), "sentence")(talk).codings]

        return code

    def test_a_cue_of_it_must_stand_in_the_answer(self, ask: Ask) -> None:
        assert ask(LONG) == []
        assert ask(f"Ya akrab. {LONG}") == ["Ya", "Tiap"]

    def test_of_a_slight_question_two_and_only_they_count(self, ask: Ask) -> None:
        assert ask(f"Ya akrab. {LONG}", question="Hubungan dengan dinas?") == []
        assert ask(f"Ya akrab, ada janji. {LONG}", question="Hubungan dengan dinas?") == ["Ya"]

    def test_what_is_no_question_is_slight_where_questions_are_marked(
        self, make_codebook: Make, make_transcript: Talk
    ) -> None:
        said = "Wah, hubungan dengan orang dinas sudah lama."
        for first, found in (("Sudah lama?", 0), ("Sudah lama.", 1)):
            talk = make_transcript(
                ("interviewer", first), ("respondent", "Sudah."), ("interviewer", said), ("respondent", "Ya akrab.")
            )
            assert len(prepare(make_codebook(self.CODES), "sentence")(talk).codings) == found


class TestABareYes:
    def test_to_a_leading_question_is_marked(self, make_codebook: Make, make_transcript: Talk) -> None:
        talk = make_transcript(("interviewer", "Jadi sudah saling percaya, Pak?"), ("respondent", "Ya, betul, Mas."))
        (coding,) = prepare(make_codebook(CODES), "sentence")(talk).codings
        assert coding.elicited == "prompted"
        assert {evidence.rule for evidence in coding.evidence} == {"T/id/strong/1", "T/assent"}

    def test_agrees_with_what_was_said(self, ask: Ask) -> None:
        assert ask("Nggih.", question="Apakah dulu curiga?") == ["T- Nggih."]

    def test_to_an_open_question_is_nothing(self, ask: Ask) -> None:
        assert ask("Ya, betul, Mas.") == []

    def test_before_more_words_is_nothing(self, ask: Ask) -> None:
        assert ask("Ya, betul. Begitu itu.", question="Jadi sudah saling percaya, Pak?") == []


class TestAGuidedInterview:
    """Who goes through the topics one by one is answered to the point."""

    TOPICS = ("Bagaimana hubungan dengan dinas?", "Kalau rapat?", "Kalau anggaran dan biayanya?")

    @pytest.fixture
    def talk(self, make_codebook: Make, make_transcript: Talk) -> Callable[..., list[str]]:
        def code(*questions: str) -> list[str]:
            said = " ".join(LONG.split()[: GUIDED.fewest_words]) + "."
            spoken = [pair for question in questions for pair in (("interviewer", question), ("respondent", said))]
            codings = prepare(make_codebook(CODES), "sentence")(make_transcript(*spoken)).codings
            return [coding.code for coding in codings]

        return code

    def test_shorter_sentences_answer_too(self, talk: Callable[..., list[str]]) -> None:
        assert talk(*self.TOPICS) == ["T", "M", "OB.R"]

    def test_it_asks_for_most_codes(self, talk: Callable[..., list[str]]) -> None:
        assert talk(*self.TOPICS[:2]) == []

    def test_by_most_of_its_questions(self, talk: Callable[..., list[str]]) -> None:
        assert talk(*self.TOPICS, *["Kalau jalan ke pasar itu biasanya berapa lama dari sini?"] * 4) == []

"""What a question asks for."""

from collections.abc import Callable

import pytest

from qualcode.coders.rules import prepare
from qualcode.model import Codebook, Coding, Transcript

Make = Callable[..., Codebook]
Talk = Callable[..., Transcript]

CODES = {
    "T": {
        "strong": "saling percaya",
        "contrary": "curiga",
        "asked": "hubungan;dengan dinas;kepercayaan",
        "answer": "akrab",
    },
    "M": {"strong": "rapat", "asked": "pertemuan;ketemu"},
    "OB.S": {"strong": "izin sulit", "asked": "kendala;perizinan", "answer": "izin"},
    "OB.R": {"strong": "dana kurang", "asked": "kendala;anggaran", "answer": "dana"},
}
LONG = "Tiap sore kami duduk di teras rumah Pak Slamet sambil minum kopi."


@pytest.fixture
def ask(make_codebook: Make, make_transcript: Talk) -> Callable[..., list[str]]:
    """The codes of the answer to the last question, and whether they were prompted."""

    def code(*questions: str, answer: str = LONG) -> list[str]:
        spoken = [pair for question in questions for pair in (("interviewer", question), ("respondent", answer))]
        transcript = make_transcript(*spoken)
        last = transcript.turns[-1].span
        codings: tuple[Coding, ...] = prepare(make_codebook(CODES), "sentence")(transcript).codings
        return [f"{coding.code} {coding.elicited}" for coding in codings if coding.span.start >= last.start]

    return code


Ask = Callable[..., list[str]]


def test_a_cue_of_questions_gives_the_answer_its_code(ask: Ask) -> None:
    assert ask("Bagaimana hubungan dengan dinas?") == ["T prompted"]


def test_so_does_a_strong_cue_in_a_question(ask: Ask) -> None:
    assert ask("Apakah dengan dinas sudah saling percaya?") == ["T prompted"]


def test_words_that_need_not_stand_together_ask_only_where_they_are_cues_of_questions(
    make_codebook: Make, make_transcript: Talk
) -> None:
    spoken = ("interviewer", "Undangan ke balai itu bagaimana?"), ("respondent", LONG)
    for weight, found in (("strong", []), ("asked", ["M"])):
        codebook = make_codebook({"M": {weight: "near: undangan, balai"}})
        codings = prepare(codebook, "sentence")(make_transcript(*spoken)).codings
        assert [coding.code for coding in codings] == found


def test_a_cue_of_questions_means_nothing_in_an_answer(ask: Ask) -> None:
    assert ask("Silakan.", answer="Ketemu lagi sama teman lama waktu di pasar besar itu, Mas.") == []


def test_the_last_sentence_that_asks_is_the_question(ask: Ask) -> None:
    assert ask("Tadi soal pertemuan. Nah, kalau hubungan dengan dinas?") == ["T prompted"]


def test_what_is_most_spoken_of_is_asked_for(ask: Ask) -> None:
    assert ask("Hubungan, maksud saya kepercayaan, sesudah pertemuan itu?") == ["T prompted"]


def test_of_two_codes_asked_alike_only_words_of_the_answer_tell(ask: Ask) -> None:
    assert ask("Hubungan dan pertemuannya?") == []
    assert ask("Hubungan dan pertemuannya?", answer="Ya akrab.") == ["T prompted"]


def test_a_question_for_several_codes_is_left_to_the_answer(ask: Ask) -> None:
    assert ask("Apa saja kendala yang dihadapi?") == []
    assert ask("Apa saja kendala yang dihadapi?", answer="Izin.") == ["OB.S prompted"]


def test_a_cue_of_one_code_goes_before_a_cue_of_several(ask: Ask) -> None:
    assert ask("Apakah anggaran juga menjadi kendala?") == ["OB.R prompted"]


@pytest.mark.parametrize("probe", ["Contohnya?", "Mengapa begitu, Pak?", "Oh ya. Terus?"])
def test_a_probe_leaves_the_question_in_force(ask: Ask, probe: str) -> None:
    assert ask("Bagaimana hubungan dengan dinas?", probe) == ["T prompted"]


def test_after_a_short_question_without_a_topic_only_words_of_answers_count(
    make_codebook: Make, make_transcript: Talk
) -> None:
    guided = ("interviewer", "Hubungan dengan dinas?"), ("interviewer", "Ada rapat?"), ("interviewer", "Anggarannya?")
    for questions, found in ((guided, 1), (guided[:1], 0)):  # in free talk not even these
        for answer, count in ((LONG, 0), ("Ya akrab.", found)):
            talk = make_transcript(
                *questions, guided[0], ("interviewer", "Bu Camat juga datang?"), ("respondent", answer)
            )
            assert len(prepare(make_codebook(CODES), "sentence")(talk).codings) == count


@pytest.mark.parametrize(
    "other",
    [
        "Sudah lama di sini?",
        "Apa harapan Bapak?",
        "Terima kasih, Pak.",
        "Kalau jalan ke pasar itu biasanya berapa lama dari sini?",
    ],
)
def test_a_farewell_or_a_longer_question_ends_it(ask: Ask, other: str) -> None:
    assert ask("Bagaimana hubungan dengan dinas?", other, answer="Ya akrab.") == []


def test_what_was_not_asked_for_is_volunteered_where_the_question_is_understood(ask: Ask) -> None:
    assert ask("Bagaimana pertemuannya?", answer="Kami saling percaya.") == ["T volunteered"]
    assert ask("Sudah lama di sini?", answer="Kami saling percaya.") == ["T unknown"]

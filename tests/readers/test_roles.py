"""Who asks and who answers, and how sure that is."""

import csv
from pathlib import Path

import pytest

from qualcode.model import Case
from qualcode.readers.canonical import make_transcript
from qualcode.readers.contract import Draft
from qualcode.readers.folder import read_source
from qualcode.readers.roles import assign_roles

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "../shared/gold"

INTERVIEW = (
    "{a}: Sejak kapan usahanya?\n\n{b}: Sejak ibu saya masih muda, sebelum pasar itu pindah.\n\n"
    "{a}: Siapa yang membantu?\n\n{b}: Anak-anak. Kadang tetangga, kalau pesanan banyak, kalau tidak ya sendiri.\n\n"
    "{a}: Hasilnya dijual ke mana?\n\n{b}: Ke pasar, ke kota juga, diambil orang dua minggu sekali.\n"
)


def talk(text, name="a.txt"):
    transcript = make_transcript(Draft(text=text), name, "")
    assert transcript is not None
    return transcript


def find(text, interviewers=(), cases=()):
    return assign_roles(talk(text), tuple(interviewers), tuple(cases))


@pytest.mark.parametrize(
    ("asking", "answering"),
    [
        ("Pewawancara", "Informan"),
        ("Peneliti", "Bu Ani"),
        ("interviewer", "interviewee"),
        ("Tim Peneliti", "Pak Lurah"),
        ("Interviewer (KS)", "Joe"),
        ("P", "N"),
        ("T", "J"),
        ("Q", "A"),
        ("I", "R"),
        ("I", "P"),
        ("P", "I"),
        ("R", "P"),
        ("SPEAKER_01", "SPEAKER_00"),
        ("Rani", "Bu Sul"),
        ("AN", "Haji Mus"),
    ],
)
def test_labels_and_questions_settle_it(asking, answering):
    settled, finding = find(INTERVIEW.format(a=asking, b=answering))
    assert (finding.interviewers, finding.respondents, finding.certainty) == ((asking,), (answering,), "sure")
    assert [turn.role for turn in settled.turns] == ["interviewer", "respondent"] * 3


def test_the_study_says_who_asks_whatever_the_labels_say():
    text = INTERVIEW.format(a="Peneliti", b="Rani")
    _, finding = find(text, interviewers=[" RANI: "], cases=[Case("C1", ("a.txt",), "Peneliti")])
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("Rani",), ("Peneliti",), "given")


def test_a_study_that_names_the_one_who_answers_is_warned_of():
    _, finding = find(INTERVIEW.format(a="Q", b="A"), interviewers=["A"])
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("A",), ("Q",), "unsure")
    assert "but Q asks in 3 of 3 turns" in finding.why


def test_a_label_of_the_study_is_no_interviewers_where_a_case_names_its_bearer():
    _, finding = find(INTERVIEW.format(a="Q", b="A"), interviewers=["A"], cases=[Case("C1", ("a.txt",), "A")])
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("Q",), ("A",), "sure")


def test_a_study_that_names_everybody_as_interviewer_is_warned_of():
    _, finding = find(INTERVIEW.format(a="P", b="N"), interviewers=["P", "N"])
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("P", "N"), (), "unsure")
    assert "nobody else speaks" in finding.why


def test_an_interviewer_of_other_files_is_no_help_here():
    _, finding = find(INTERVIEW.format(a="Pewawancara", b="Rani"), interviewers=["Dewi"])
    assert (finding.interviewers, finding.certainty) == (("Pewawancara",), "sure")


def test_labels_against_questions_are_unsure():
    _, finding = find(INTERVIEW.format(a="Bu Ani", b="Peneliti"))
    assert finding.certainty == "unsure"
    assert "Bu Ani asks in 3 of 3 turns" in finding.why
    assert find(INTERVIEW.format(a="A", b="Q"))[1].certainty == "unsure"


def test_where_both_ask_alike_nobody_is_coded():
    text = "Rani: Sudah makan?\n\nSari: Belum, kamu?\n\nRani: Kok belum?\n\nSari: Kamu sendiri?\n\n" * 2
    settled, finding = find(text)
    assert finding.certainty == "unsure"
    assert {turn.role for turn in settled.turns} == {"other"}


def test_where_nobody_asks_everybody_answers_but_unsurely():
    settled, finding = find("[id1] I liked it. Truly.\n\n[id2] I did not. No.\n\n[id1] A pity. Well.\n")
    assert finding.certainty == "unsure"
    assert {turn.role for turn in settled.turns} == {"respondent"}


def test_without_labels_paragraphs_that_ask_are_left_out():
    settled, finding = find("How did it start?\n\nWith a boat.\n\nAnd then?\n\nNothing.\n")
    assert [turn.role for turn in settled.turns] == ["other", "respondent"] * 2
    assert finding.certainty == "unsure"
    assert "no speaker labels" in finding.why


def test_one_speaker_alone_is_unsure():
    assert find("Rani: Saya di sini.\n\nRani: Lama sekali.\n")[1].certainty == "unsure"


def test_the_head_may_name_the_interviewer():
    head = "Interviewer: Tess Morgan\nParticipant: Joe Bloggs\nDate: 3 May\n\n"
    _, finding = find(head + "Tess: Hello.\n\nJoe: Hello. Who are you?\n\nTess: I write.\n\nJoe: Well.\n")
    assert (finding.interviewers, finding.certainty) == (("Tess",), "sure")


def test_a_legend_names_several_interviewers():
    text = "X = Interviewer 1\nY = Interviewer 2\nZ = Respondent\n\nX: When?\nZ: Now.\nY: Why?\nZ: So.\n"
    assert find(text)[1].interviewers == ("X", "Y")


def test_numbered_questions_are_questions():
    _, finding = find("Q1: What do you do?\n\nA1: Farm.\n\nQ2: Since when?\n\nA2: 1990.\n")
    assert (finding.interviewers, finding.respondents) == (("Q",), ("A",))


def test_the_head_may_put_the_letter_in_parentheses():
    _, finding = find("Peneliti (P): Dewi\nInforman (I): Pak Slamet\n\nP: Sehat?\n\nI: Ya.\n\nP: Lalu?\n\nI: Apa?\n")
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("P",), ("I",), "sure")


def test_a_guest_who_says_little_is_left_out():
    text = (
        INTERVIEW.format(a="Peneliti", b="Bu Ani") + "\nTamu: Permisi.\n\n" + INTERVIEW.format(a="Peneliti", b="Bu Ani")
    )
    settled, finding = find(text)
    assert finding.respondents == ("Bu Ani",)
    assert "left out: Tamu (turns: 1)" in finding.why
    assert [turn.role for turn in settled.turns if turn.speaker == "Tamu"] == ["other"]


def test_a_guest_whom_a_case_names_is_a_respondent():
    text = (
        INTERVIEW.format(a="Peneliti", b="Bu Ani") + "\nTamu: Permisi.\n\n" + INTERVIEW.format(a="Peneliti", b="Bu Ani")
    )
    settled, _ = find(text, cases=[Case("K1", ("a.txt",), "Bu Ani"), Case("K2", ("a.txt",), "tamu")])
    cases = {turn.speaker: (turn.role, turn.case) for turn in settled.turns}
    assert cases == {
        "Peneliti": ("interviewer", ""),
        "Bu Ani": ("respondent", "K1"),
        "Tamu": ("respondent", "K2"),
    }


@pytest.mark.parametrize("helper", ["Penerjemah", "Interpreter"])
def test_an_interpreter_answers_only_where_nobody_else_does(helper):
    text = INTERVIEW.format(a="Pewawancara", b="Pak Ketut").replace("\n\nPak", f"\n\n{helper}: Kapan itu?\n\nPak")
    assert find(text)[1].respondents == ("Pak Ketut",)
    assert find(text, cases=[Case("K1", ("a.txt",), helper)])[1].respondents == (helper, "Pak Ketut")
    assert find(INTERVIEW.format(a="Pewawancara", b=helper))[1].respondents == (helper,)


def test_everybody_in_a_focus_group_answers():
    text = "Moderator: Bagaimana?\nP1: Bagus sekali menurut saya, lancar, ramai.\nP2: Ya.\nP3: Tidak.\n"
    text += "Moderator: Lalu?\nP1: Itu.\n"
    assert find(text)[1].respondents == ("P1", "P2", "P3")


def test_one_case_takes_all_answers_and_other_transcripts_cases_none():
    cases = [Case("K1", ("a.txt",)), Case("K2", ("b.txt",))]
    settled, _ = find(INTERVIEW.format(a="P", b="N"), cases=cases)
    assert {(turn.role, turn.case) for turn in settled.turns} == {("interviewer", ""), ("respondent", "K1")}


def test_a_case_whose_speaker_is_silent_is_told():
    _, finding = find(INTERVIEW.format(a="P", b="N"), cases=[Case("K1", ("a.txt",), "Pak Doel")])
    assert "Pak Doel, who does not speak here" in finding.why


def test_words_and_order_never_change():
    before = talk(INTERVIEW.format(a="P", b="N"))
    after, _ = assign_roles(before, (), ())
    assert [(turn.number, turn.span, turn.speaker) for turn in after.turns] == [
        (turn.number, turn.span, turn.speaker) for turn in before.turns
    ]
    assert after.text == before.text


@pytest.mark.parametrize(
    ("name", "interviewer", "respondent"),
    [
        ("kepala_bidang.docx", "Pewawancara", "Informan"),
        ("ketua_paguyuban.docx", "Peneliti", "Pak Slamet"),
        ("pemilik_usaha.txt", "Pewawancara", "Bu Lastri"),
        ("staf_dinas.txt", "P", "N"),
    ],
)
def test_the_shipped_interviews(name, interviewer, respondent):
    (transcript,) = read_source(ROOT / "transcripts_sample/transcripts" / name, name)
    assert transcript.synthetic
    assert transcript.language == "id"
    assert "Tempat" not in {turn.speaker for turn in transcript.turns}
    _, finding = assign_roles(transcript, (), ())
    assert (finding.interviewers, finding.respondents, finding.certainty) == ((interviewer,), (respondent,), "sure")


@pytest.mark.skipif(not GOLD.is_dir(), reason="the coded interviews do not lie beside the project")
@pytest.mark.parametrize("study", ["waste_bank", "mangrove_food"])
def test_interviewers_of_coded_studies_are_found(study):
    with (GOLD / study / "roles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            (transcript,) = read_source(GOLD / study / row["file"], row["file"])
            _, finding = assign_roles(transcript, (), ())
            assert finding.interviewers == (row["interviewer"],), row["file"]
            assert transcript.language == row["file"][:2]


def test_where_nobody_speaks_it_is_no_survey():
    _, finding = find("P = Apa kabar?\nN = Baik saja.\n")
    assert (finding.certainty, finding.why) == ("unsure", "nobody speaks in it")


def test_who_asks_back_once_in_a_group_is_no_interviewer():
    said = ("M|Apa?", "Ani|Harga naik terus.", "Budi|Setuju, harga.", "M|Lalu?", "Cici|Sepi.", "Ani|Pasar sepi sekali.")
    said += (
        "M|Kenapa?",
        "Budi|Jalan rusak.",
        "Cici|Rusak di mana?",
        "Ani|Di utara.",
        "M|Siapa tahu?",
        "Budi|Kami semua.",
    )
    _, finding = find("\n\n".join(f"{line.replace('|', ': ')}" for line in said))
    assert (finding.interviewers, finding.certainty) == (("M",), "sure")


def test_who_is_told_from_the_interviewer_by_a_number_alone_is_one_too():
    said = (
        "P1: Apa?",
        "N: Itu saja, dari dulu.",
        "P2: Oh, begitu.",
        "N: Ya, begitu terus.",
        "P1: Lalu?",
        "N: Sudah lama.",
    )
    _, finding = find("\n\n".join((*said, "P2: Baik.", "N: Nggih, monggo.", "P1: Kapan?", "N: Tahun lalu.")))
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("P1", "P2"), ("N",), "sure")


def test_who_answers_at_length_and_asks_back_is_a_respondent_beside_another():
    said = ("Peneliti: Apa?", "Suami: Itu yang dari dulu kami kerjakan bersama, masak lupa?", "Peneliti: Lalu?")
    said += ("Istri: Ya begitu itu, dari dulu sampai sekarang tetap.", "Peneliti: Kapan?")
    _, finding = find("\n\n".join((*said, "Suami: Waktu anak kami masih kecil semua, kan Bu?")))
    assert finding.respondents == ("Suami", "Istri")


def test_letters_tell_who_asks_where_both_do():
    said = ("P: Apa?", "N: Itu, to?", "P: Ya.", "N: Kok tahu?", "P: Lalu?", "N: Mau ke mana?", "P: Oh.", "N: Begitu.")
    _, finding = find("\n\n".join((*said, "P: Nah.", "N: Sudah.")))
    assert (finding.interviewers, finding.respondents, finding.certainty) == (("P",), ("N",), "unsure")


def test_who_asks_nearly_always_is_no_respondent_however_long_the_questions():
    asked, said = "Saya baca banyak soal itu, lalu apa?", "Itu saja dari dulu, Bu, sampai sekarang juga."
    _, finding = find("Peneliti: Mulai.\n\n" + f"Dewi: {asked}\n\nN: {said}\n\n" * 4)
    assert (finding.interviewers, finding.respondents) == (("Peneliti",), ("N",))

"""Questions in a type of their own, answers below, and not a label anywhere."""

import pytest

from qualcode.formats.blocks import BOLD, ITALIC, LISTED, UNDERLINED, Block, Document, Paragraph
from qualcode.readers.document import draft_document
from qualcode.readers.faces import NOTE, find_leads, find_voices
from tests.packages import show


def bold(text: str) -> Paragraph:
    return Paragraph(text, faces=BOLD)


def plain(text: str) -> Paragraph:
    return Paragraph(text)


TALK: tuple[Block, ...] = (
    Paragraph("Transkrip", 1, faces=BOLD),
    plain("Lokasi: rumah Bu Sri"),
    bold("Profil usaha"),
    bold("Sejak kapan Ibu membatik?"),
    plain("Sejak kecil."),
    plain("Ibu saya juga."),
    bold("Pemasaran"),
    bold("Ceritakan soal pembeli."),
    plain("Lewat paguyuban, mau ke mana lagi?"),
    plain("(tertawa)"),
    plain("Begitu."),
    bold("Ada harapan?"),
    plain("Murah bahannya."),
    plain("Selesai"),
)


def test_questions_in_bold_and_answers_below() -> None:
    (draft,) = draft_document(Document(TALK))
    assert show(draft) == [
        "- | - | Transkrip",
        "- | - | Lokasi: rumah Bu Sri",
        "- | - | Profil usaha",
        "- | Q | Sejak kapan Ibu membatik?",
        "- | A | Sejak kecil.\n\nIbu saya juga.",
        "- | - | Pemasaran",
        "- | Q | Ceritakan soal pembeli.",
        "- | A | Lewat paguyuban, mau ke mana lagi?",
        "- | - | (tertawa)",
        "- | A | Begitu.",
        "- | Q | Ada harapan?",
        "- | A | Murah bahannya.",
        "- | - | Selesai",
    ]
    assert draft.notes == (NOTE,)


@pytest.mark.parametrize(
    "face", [ITALIC, UNDERLINED, BOLD | ITALIC, LISTED], ids=["italics", "underlined", "both", "a list"]
)
@pytest.mark.parametrize("asked", [True, False], ids=["questions", "answers"])
def test_any_face_tells_them_apart(face: int, asked: bool) -> None:
    said = ("Apa?", "Itu.", "Lalu?", "Sudah.", "Siapa?", "Kami.")
    faces = [face if (number % 2 == 0) is asked else 0 for number in range(6)]
    blocks = tuple(Paragraph(words, faces=own) for words, own in zip(said, faces, strict=True))
    (draft,) = draft_document(Document((Paragraph("Latar belakang", faces=BOLD), *blocks)))
    assert show(draft) == ["- | - | Latar belakang", *(f"- | {'QA'[n % 2]} | {words}" for n, words in enumerate(said))]
    assert draft.notes == (NOTE,)


@pytest.mark.parametrize(
    "blocks",
    [
        [plain("Apa?"), plain("Itu."), plain("Lalu?"), plain("Sudah.")],
        [bold("Usaha"), plain("Batik."), bold("Harapan"), plain("Maju."), bold("Kendala"), plain("Modal.")],
        [bold("Apa?"), plain("Itu."), bold("Lalu?"), plain("Sudah."), plain("Begitu.")],
        [bold("P: Apa?"), plain("I: Itu."), bold("P: Lalu?"), plain("I: Sudah."), bold("P: O?"), plain("I: Ya.")],
        [bold("Apa?"), bold("Siapa?"), bold("Kapan?"), plain("Itu."), plain("Dia."), plain("Besok.")],
        [bold("Apa?"), plain("Itu?"), bold("Lalu?"), plain("Ya?"), bold("O?"), plain("Sudah?"), plain("Ya.")],
    ],
    ids=["no bold", "headings", "too few", "labels", "a list of questions", "all ask"],
)
def test_bold_type_that_tells_nothing(blocks: list[Block]) -> None:
    assert find_voices(blocks) == ()


def led(name: str, words: str) -> Paragraph:
    return Paragraph(f"{name} {words}", lead=name)


NAMED: tuple[Block, ...] = (
    Paragraph("Transkrip", 1, faces=BOLD),
    led("Rina", "Sejak kapan Ibu membatik?"),
    led("Bu Sri", "Sejak kecil."),
    plain("Ibu saya juga."),
    led("Rina", "Lalu siapa yang membeli?"),
    led("Bu Sri", "Paguyuban."),
)


def test_names_in_bold_without_a_colon_are_labels() -> None:
    (draft,) = draft_document(Document(NAMED))
    assert show(draft) == [
        "- | - | Transkrip",
        "- | - | Rina: Sejak kapan Ibu membatik?",
        "- | - | Bu Sri: Sejak kecil.",
        "- | - | Ibu saya juga.",
        "- | - | Rina: Lalu siapa yang membeli?",
        "- | - | Bu Sri: Paguyuban.",
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        [led("Rina", "Apa?"), led("Bu Sri", "Itu."), led("Pak Di", "Ini.")],
        [led("sangat penting", "itu."), led("ya", "begitu."), led("sangat penting", "itu."), led("ya", "begitu.")],
        [*NAMED, *[plain(f"Kalimat nomor {n} tanpa nama.") for n in range(9)]],
        [led("Rina:", "Apa?"), led("Sri:", "Itu."), led("Rina:", "Lalu?"), led("Sri:", "Sudah.")],
    ],
    ids=["each once", "no names", "too few", "labels with a colon"],
)
def test_words_in_bold_that_are_no_names(blocks: list[Block]) -> None:
    assert find_leads(blocks) == frozenset()


def test_headings_that_ask_are_questions_and_other_headings_topics() -> None:
    said = ("Apa?", "Itu.", "Lalu?", "Sudah.", "Oh, begitu.", "Ya.", "Siapa?", "Kami.")
    talk = (Paragraph(words, 0 if n % 2 else 3) for n, words in enumerate(said))
    (draft,) = draft_document(Document((Paragraph("Wawancara", 2), *talk)))
    assert show(draft) == ["- | - | Wawancara", *(f"- | {'QA'[n % 2]} | {words}" for n, words in enumerate(said))]


def test_answers_alone_have_a_label_and_questions_a_face_though_not_each_asks() -> None:
    asked, answered = ("Apa?", "Lalu?", "Oh, begitu.", "Siapa?"), ("Itu.", "Sudah.", "Ya.", "Kami.")
    blocks = [
        p for q, a in zip(asked, answered, strict=True) for p in (bold(q), plain(f"Bu Sri: {a}"), plain("Nggih."))
    ]
    (draft,) = draft_document(Document(tuple(blocks)))
    assert show(draft) == [
        line for q, a in zip(asked, answered, strict=True) for line in (f"- | Q | {q}", f"- | Bu Sri | {a}\n\nNggih.")
    ]
    assert draft.notes == ()


def test_times_before_the_words_stand_beside_them() -> None:
    said = ("Apa?", "Itu.", "Lalu?", "Sudah.", "Siapa?", "Kami.")
    blocks = tuple(Paragraph(f"[0:{n}0] {words}", faces=0 if n % 2 else BOLD) for n, words in enumerate(said))
    (draft,) = draft_document(Document(blocks))
    assert show(draft) == [f"0:{n}0 | {'QA'[n % 2]} | {words}" for n, words in enumerate(said)]


def test_a_question_s_number_is_none_of_its_words() -> None:
    said = ("1. Apa?", "1998.", "2. Lalu?", "2. Juga.", "Siapa?", "Kami.")
    (draft,) = draft_document(
        Document(tuple(Paragraph(words, faces=BOLD * (n % 2 == 0)) for n, words in enumerate(said)))
    )
    assert [p.words for p in draft.passages] == ["Apa?", "1998.", "Lalu?", "2. Juga.", "Siapa?", "Kami."]

"""The words of matter in a text."""

from qualcode.language.matter import find_matter, list_matter


def test_small_words_marks_and_numbers_say_little() -> None:
    said = "Nah, Pak, rapatnya 12 kali di kantor desa?"
    assert [matter.lemma for matter in list_matter(said, "id", {})] == ["rapat", "kali", "kantor", "desa"]
    assert find_matter("?", "id") == find_matter("yang", "id") == find_matter("2019", "id") == ""


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Xyz. Kepercayaan warga!"
    found = list_matter(text, "id", {}, 5, len(text) - 1)
    assert [(matter.lemma, text[matter.start : matter.end]) for matter in found] == [
        ("percaya", "Kepercayaan"),
        ("warga", "warga"),
    ]


def test_a_lemma_set_by_hand_goes_before_the_table() -> None:
    assert [matter.lemma for matter in list_matter("Penghasilan", "id", {"penghasilan": "penghasilan"})] == [
        "penghasilan"
    ]

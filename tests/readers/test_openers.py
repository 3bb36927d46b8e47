from qualcode.readers.openers import find_openers, join_lines


def labels(*lines: str) -> list[str]:
    return [found.label if found else "-" for found in find_openers(lines)]


def test_labels_that_come_again_or_are_capitalised() -> None:
    assert labels("Ani: halo", "yang penting itu: dana", "interviewee: ya", "informasi saja", "Budi: ya") == [
        "Ani", "-", "interviewee", "-", "Budi",
    ]  # fmt: skip


def test_what_prose_has_as_well_must_come_again() -> None:
    assert labels("Ani: saya ingat", "Bapak", "Dinas - waktu itu", "Ani: ya") == ["Ani", "-", "-", "Ani"]
    assert labels("INTERVIEWER", "Apa?", "INFORMAN", "Itu.", "INTERVIEWER") == [
        "INTERVIEWER",
        "-",
        "-",
        "-",
        "INTERVIEWER",
    ]


def test_wrapped_lines_are_joined_but_a_label_keeps_its_line() -> None:
    (alone,) = find_openers(["Ani Wijaya  0:10"])
    (inline,) = find_openers(["Ani: halo"])
    assert join_lines(["Ani Wijaya  0:10", "Selamat", "pagi"], alone) == "Ani Wijaya  0:10\nSelamat pagi"
    assert join_lines(["Ani: halo", "semua"], inline) == "Ani: halo semua"
    assert join_lines(["Ani Wijaya  0:10"], alone) == "Ani Wijaya  0:10"

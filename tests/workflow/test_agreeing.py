"""Hold the machine against people on the small study: which units count, which groups, what is refused."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.store.codings import read_codings, write_codings
from qualcode.workflow.agreeing import Agreement, AgreeWishes, compare_with, show_found, write_agreement
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import list_codings, open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study

PEOPLE = """\
transcript,quote,code,polarity,coder
ana.txt,The rain came late.,H.RAIN,supporting,cici
ana.txt,"We had no rain in May, I remember that well.",H.RAIN,contrary,cici
ana.txt,They lend a hand when they can.,H.HELP,supporting,cici
ana.txt,My sister laughed at me.,H.HELP,contrary,cici
ana.txt,The rain came late.,H.RAIN,supporting,dedi
budi.txt,,,,dedi
"""


SUGGESTED = {
    ("H.RAIN", "The rain came late."),
    ("H.RAIN", "We had no rain in May, I remember that well."),
    ("H.HELP", "The neighbours helped us with everything."),
    ("H.HELP", "They lend a hand when they can."),
    ("H.RAIN", "A drought, really, and nobody could do a thing. [laughs]"),
}


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    for sheet, codings in read_codings(opened.place.codings):  # of what rules find, only what these tests count on
        kept = tuple(coding for coding in codings if (coding.code, coding.quote) in SUGGESTED)
        write_codings(opened.place.codings, sheet, kept)
    return opened


def agree(opened: OpenStudy, text: str = PEOPLE, **wishes: object) -> Agreement:
    path = opened.place.root / "people.csv"
    path.write_text(text, encoding="utf-8")
    return compare_with(opened, load_study(opened), path, AgreeWishes(**wishes))


def read(agreement: Agreement, table: int = 0) -> dict[str, tuple[str, ...]]:
    """The counts of each row: the others, the one held against them, both."""
    matrix = agreement.matrices[table]
    return {
        row.key: tuple(cell.lines[0] for cell in cells[:3])
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    }


def test_the_machine_is_held_against_all_people_of_the_file(opened: OpenStudy) -> None:
    agreement = agree(opened)
    assert agreement.matrices[0].title == "Agreement of rules with cici, dedi"
    # budi's drought was read by dedi alone: the machine's suggestion there is an extra
    assert read(agreement)["H.RAIN"] == ("2 (1 not by all)", "3", "2")
    assert read(agreement)["H.HELP"] == ("2 (2 not by all)", "2", "1")


def test_an_interview_that_nobody_names_is_not_compared(opened: OpenStudy) -> None:
    agreement = agree(opened, PEOPLE.replace("budi.txt,,,,dedi\n", ""))
    assert read(agreement)["H.RAIN"] == ("2 (1 not by all)", "2", "2")


def test_what_people_decided_makes_a_machine_no_better_and_no_worse(opened: OpenStudy) -> None:
    """A suggestion that was turned down is one still; one that was accepted, and is not made any more, is none."""
    desk = open_desk(opened, "siti", "suggestions")
    acts = {"The rain came late.": "accept", "They lend a hand when they can.": "reject"}
    chosen = [Choice(acts[each.quote], each.id) for each in list_codings(desk) if each.quote in acts]
    decide(desk, chosen, "2026-01-01T00:00:00+00:00", "review")
    assert read(agree(opened))["H.RAIN"] == ("2 (1 not by all)", "3", "2")
    assert read(agree(opened))["H.HELP"] == ("2 (2 not by all)", "2", "1")
    for sheet, codings in list(read_codings(opened.place.codings)):
        write_codings(opened.place.codings, sheet, (each for each in codings if each.quote != "The rain came late."))
    assert any(each.quote == "The rain came late." for each in load_study(opened).codings)
    assert read(agree(opened))["H.RAIN"] == ("2 (1 not by all)", "2", "1")


def test_one_coder_against_another(opened: OpenStudy) -> None:
    agreement = agree(opened, coders=("cici", "dedi"), codes=("H.RAIN",))
    assert agreement.matrices[0].title == "Agreement of cici with dedi"
    assert read(agreement) == {"H.RAIN": ("1", "2", "1")}


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("transcript", {"ana.txt": ("4 (3 not by all)", "4", "3"), "budi.txt": ("0", "1", "0")}),
        ("sektor", {"private": ("4 (3 not by all)", "4", "3"), "public": ("0", "1", "0")}),
        ("sector", {"private": ("4 (3 not by all)", "4", "3"), "public": ("0", "1", "0")}),
        ("language", {"en": ("4 (3 not by all)", "5", "3")}),
    ],
)
def test_groups_of_units(opened: OpenStudy, by: str, groups: dict[str, tuple[str, ...]]) -> None:
    agreement = agree(opened, by=by)
    assert read(agreement, 1) == groups


@pytest.mark.parametrize(
    ("kind", "quotes"),
    [
        (
            "extra",
            ["The neighbours helped us with everything.", "A drought, really, and nobody could do a thing. [laughs]"],
        ),
        ("misses", []),
        ("polarity", []),
    ],
)
def test_passages_are_listed_in_context(opened: OpenStudy, kind: str, quotes: list[str]) -> None:
    assert [quote.coding.quote for quote in show_found(opened, agree(opened), kind).quotes] == quotes


def test_misses_and_hits_show_both_sides(opened: OpenStudy) -> None:
    agreement = agree(opened, coders=("rules", "cici"))
    (miss,) = show_found(opened, agreement, "misses").quotes
    assert (miss.coding.quote, miss.coding.coder, miss.case_label) == ("My sister laughed at me.", "cici", "C1, Farmer")
    assert {quote.coding.coder for quote in show_found(opened, agreement, "hits").quotes} == {"rules", "cici"}


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"coders": ("cici", "deni")}, "There is no coder deni"),
        ({"coders": ("cici", "cici")}, "Two coders are compared"),
        ({"codes": ("H.RAINS",)}, "The codebook has no code H.RAINS"),
        ({"measures": ("alfa",)}, "There is no measure alfa"),
        ({"by": "sectors"}, "Cases have no attribute sectors"),
    ],
)
def test_what_is_not_there_is_refused(opened: OpenStudy, wishes: dict[str, object], told: str) -> None:
    with pytest.raises(QualcodeError, match=told):
        agree(opened, **wishes)


def test_a_transcript_that_changed_since_is_refused(opened: OpenStudy) -> None:
    path = opened.place.transcripts / "ana.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nAna: More.\n", encoding="utf-8", newline="\n")
    with pytest.raises(QualcodeError, match=r"ana.txt has changed since it was coded"):
        agree(opened)


def test_the_report_holds_every_quote_that_a_count_rests_on(opened: OpenStudy) -> None:
    folder = write_agreement(opened, agree(opened, by="transcript"))
    assert folder == opened.place.results / "agreement"
    page = (folder / "report.md").read_text(encoding="utf-8")
    assert "My sister laughed at me." in page
    assert "Agreement is not accuracy" in page
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"report.html", "tables/agreement.csv", "tables/agreement-by-transcript.csv"} <= names

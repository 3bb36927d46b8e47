import pytest

from qualcode.agreement.coding_table import CodingRow
from qualcode.agreement.people import TableRefused, read_people
from qualcode.errors import QualcodeError
from tests.factories import make_codebook, make_transcript

TALK = make_transcript("a.txt", "P: Bagaimana?", "N: Kami sering bertemu. Mereka datang. Mereka datang.", case="INF-01")
START = TALK.text.index("Kami")


def read(*rows, name="ana.csv"):
    numbered = [CodingRow(line, {"transcript": "a.txt"} | row) for line, row in enumerate(rows, start=2)]
    return read_people(name, numbered, {"a.txt": TALK}, make_codebook(), frozenset({"rules"}))


def refuse(row):
    with pytest.raises(TableRefused) as refused:
        read(row)
    (problem,) = refused.value.problems
    return str(problem)


def test_a_place_or_a_quote_makes_a_coding():
    by_place = read({"start": str(START), "end": str(START + 20), "code": "CG.DLG", "polarity": "-"})
    by_quote = read({"quote": "Kami  sering bertemu.", "code": "CG.DLG", "polarity": "contrary"})
    assert by_place.codings == by_quote.codings
    (coding,) = by_place.codings
    assert (coding.quote, coding.turn, coding.case) == ("Kami sering bertemu.", 2, "INF-01")
    assert (coding.polarity, coding.coder, coding.status) == ("contrary", "ana", "manual")


def test_a_quote_may_have_the_quotation_marks_of_another_program():
    talk = make_transcript("a.txt", "N: It's “late”, he said.", case="INF-01")
    row = CodingRow(2, {"transcript": "a.txt", "quote": 'It’s "late", he', "code": "CG.DLG"})
    (coding,) = read_people("ana.csv", [row], {"a.txt": talk}, make_codebook(), frozenset()).codings
    assert coding.quote == "It's “late”, he"


def test_a_transcript_may_go_without_its_extension():
    assert read({"transcript": "a", "quote": "Kami", "code": "CG.DLG"}).codings


def test_transcripts_and_codes_are_known_in_whatever_letter_case():
    (coding,) = read({"transcript": "A.TXT", "quote": "Kami", "code": "cg.dlg.Forum"}).codings
    assert (coding.transcript, coding.code) == ("a.txt", "CG.DLG.forum")


@pytest.mark.parametrize(("name", "coder"), [("ana.csv", "ana"), ("rules.csv", "rules.csv")])
def test_a_person_never_goes_by_the_machines_name(name, coder):
    assert set(read({"quote": "Kami", "code": "CG.DLG", "coder": "rules"}, name=name).read) == {coder}


def test_where_two_files_share_a_name_the_extension_is_needed():
    transcripts = {name: make_transcript(name, "N: Kami bertemu.") for name in ("a.txt", "a.docx")}
    row = CodingRow(2, {"transcript": "a", "quote": "Kami", "code": "CG.DLG"})
    with pytest.raises(TableRefused) as refused:
        read_people("ana.csv", [row], transcripts, make_codebook(), frozenset())
    assert "there is no transcript `a`" in str(refused.value.problems[0])


def test_a_row_without_a_code_says_that_the_transcript_was_read():
    people = read({"code": "", "coder": "budi"}, {"quote": "Kami", "code": "CG.TRU", "coder": "cici"})
    assert people.read == {"budi": {"a.txt"}, "cici": {"a.txt"}}
    assert [coding.coder for coding in people.codings] == ["cici"]
    assert not people.has_polarity


def test_only_what_people_coded_is_taken():
    place = {"start": str(START), "end": str(START + 4), "coder": "rules"}
    people = read(
        {"code": "CG.DLG", "status": "suggested", **place},
        {"code": "CG.TRU", "status": "rejected", **place},
        {"code": "OB.COO", "status": "accepted", **place},
    )
    assert [(coding.code, coding.coder) for coding in people.codings] == [("OB.COO", "ana")]
    assert (people.suggestions, people.rejected, people.accepted) == (1, 1, 1)
    with pytest.raises(QualcodeError, match="no coding of a person"):
        read({"code": "CG.DLG", "status": "suggested", **place})


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            {"transcript": "b.txt", "code": "CG.DLG"},
            "ana.csv:2: there is no transcript `b.txt` in the study. Did you mean `a.txt`?",
        ),
        ({"quote": "Kami", "code": "CG.DLQ"}, "the codebook has no code `CG.DLQ`. Did you mean `CG.DLG`?"),
        ({"quote": "Kami", "code": "CG.DLG.forums"}, "Did you mean `CG.DLG.forum`?"),
        ({"quote": "Kami", "code": "trust"}, "Did you mean `CG.TRU`?"),
        ({"start": "5", "end": "5000", "code": "CG.DLG"}, "5 to 5000 lies outside the"),
        ({"start": "9", "end": "5", "code": "CG.DLG"}, "lies outside"),
        ({"start": "5", "end": "", "code": "CG.DLG"}, "not both whole numbers"),
        ({"start": "5", "end": "x", "code": "CG.DLG"}, "not both whole numbers"),
        ({"start": "5", "end": "9", "quote": "Kami", "code": "CG.DLG"}, "the quote is not what stands at 5 to 9"),
        ({"quote": "Kami pergi", "code": "CG.DLG"}, "does not stand in a.txt"),
        ({"quote": "Mereka datang.", "code": "CG.DLG"}, "stands 2 times in a.txt"),
        ({"quote": "Kami", "code": "CG.DLG", "polarity": "maybe"}, "the polarity `maybe` is not known"),
        ({"quote": "Kami", "code": "CG.DLG", "modality": "wishes"}, "Did you mean `wish`?"),
        ({"quote": "Kami", "code": "CG.DLG", "text_sha256": "0" * 64}, "its hash differs"),
        ({"quote": "N:", "code": "CG.DLG"}, "is nobody's speech"),
        ({"code": "CG.DLG"}, "a code without a place"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_how_to_mend_it(row, told):
    assert told in refuse(row)


def test_the_same_fault_of_many_rows_is_told_once():
    with pytest.raises(TableRefused) as refused:
        read(*[{"quote": "Kami", "code": "XX"}] * 3, {"quote": "nowhere", "code": "CG.TRU"})
    assert [problem.where for problem in refused.value.problems] == ["ana.csv:2 (and 2 more lines)", "ana.csv:5"]


def test_the_first_character_is_number_zero():
    (coding,) = read({"start": "0", "end": str(START + 4), "code": "CG.DLG"}).codings
    assert coding.span.start == 0

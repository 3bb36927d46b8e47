"""Tables beside transcripts that are no interviews."""

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.kept_tables import refuse_coded_words, refuse_kept_table


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("transcript|quote|code", "codings"),
        ("Color|Comment|Document group|Document name|Code|Beginning|End|Segment", "codings"),
        ("ID|Quotation Name|Document|Codes|Quotation Content|Comment", "codings"),
        ("id|document|tag|content", "codings"),
        ("Excerpt Creator|Media Title|Codes Applied Combined|Excerpt Copy", "codings"),
        ("Kode|Definisi|Contoh", "definitions"),
        ("Theme|Description", "definitions"),
    ],
)
def test_tables_of_codings_and_codes_are_refused(header: str, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        refuse_kept_table([header.split("|"), ["Pak Slamet.docx"] * 9])


@pytest.mark.parametrize(
    "header", ["speaker|text|code", "Kode|Transkrip|Tema", "document|speaker|content", "kode|jawaban"]
)
def test_others_are_not(header: str) -> None:
    refuse_kept_table([header.split("|"), ["Kami dulu tidak percaya."] * 3])


@pytest.mark.parametrize("line", ["Reference 1 - 0.52% Coverage", "Referensi 1 - 12,5% Cakupan"])
def test_what_was_coded_with_another_program_is_no_interview(line: str) -> None:
    with pytest.raises(UnreadableSource, match="what was coded"):
        refuse_coded_words(["<Files\\\\a> - § 1 reference coded [0.52% Coverage]", "", line, "", "We met."])
    refuse_coded_words(["P: What is the coverage?", "N: Reference 1 - 0.52% Coverage, they said."])

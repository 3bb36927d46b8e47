"""What the sheets to fill in share."""

from qualcode.condense.sheets import MAIN, count_codes, quote_codes, rank_codes
from tests.factories import code_words, make_codebook, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Satu. Dua. Tiga.", "N: Empat.", case="INF-01")
CODINGS = (
    code_words(TALK, "Satu.", "CG.DLG.forum"),
    code_words(TALK, "Empat.", "CG.DLG", "contrary"),
    code_words(TALK, "Dua.", "CG.TRU"),
)
BY_CODE = rank_codes(CODINGS, make_codebook())
MATERIAL = make_material(make_study([TALK], CODINGS), [TALK])


def test_codes_with_most_units_come_first_and_sub_codes_count_as_their_code() -> None:
    assert list(BY_CODE) == ["CG.DLG", "CG.TRU"]
    cell = count_codes(BY_CODE, MATERIAL, str)
    assert cell.lines == ("CG.DLG Dialogue: 2 suggested (1 contrary)", "CG.TRU Trust: 1 suggested")
    assert set(cell.coding_ids) == {coding.id for coding in CODINGS}


def test_quotes_show_both_sides_with_their_informant() -> None:
    assert quote_codes(BY_CODE, MATERIAL, str).lines == (
        "CG.DLG + “Satu.” (N, turn 1; INF-01)",
        "CG.DLG − “Empat.” (N, turn 2; INF-01)",
        "CG.TRU + “Dua.” (N, turn 1; INF-01)",
    )


def test_no_more_codes_are_named_than_a_reader_takes_in() -> None:
    many = {f"X.{n}": (CODINGS[0],) for n in range(MAIN + 3)}
    assert len(count_codes(many, MATERIAL, str).lines) == MAIN

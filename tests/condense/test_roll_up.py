"""Sub-codes under codes, codes under families."""

from dataclasses import replace

from qualcode.condense.roll_up import PART
from tests.factories import CODES, code_words, in_mode, make_codebook, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Satu. Dua. Tiga.", "N: Empat.", case="INF-01")
CODINGS = (
    code_words(TALK, "Satu.", "CG.DLG.forum"),
    code_words(TALK, "Dua.", "CG.DLG", "contrary"),
    code_words(TALK, "Dua.", "CG.TRU"),
    code_words(TALK, "Tiga.", "CG.TRU", modality="wish"),
)


def rows(study=None) -> dict[str, list[str]]:
    [matrix] = PART.build(make_material(study or make_study([TALK], CODINGS)), str)
    return {row.key: [cell.lines[0] for cell in cells] for row, cells in zip(matrix.rows, matrix.cells, strict=True)}


def test_every_level_has_its_rows_in_the_order_of_the_codebook() -> None:
    assert list(rows())[:6] == ["IM", "IM.ECO", "CG", "CG.DLG", "CG.DLG.forum", "CG.DLG.access"]


def test_a_family_draws_its_codes_together_and_counts_a_shared_unit_once() -> None:
    units, informants, parts = rows()["CG"]
    assert units == "2 suggested (1 contrary)"  # the second bears two codes
    assert informants == "1 of 1 informants (public)"
    assert parts == "CG.DLG 2, CG.TRU 1"


def test_a_code_tells_its_sub_codes_what_is_in_none_and_what_is_silent() -> None:
    assert rows()["CG.DLG"][2] == "CG.DLG.forum 1; in no sub-code: 1; silent: CG.DLG.access"


def test_silence_is_shown_as_loudly_as_presence() -> None:
    assert rows()["IM"] == ["silent", "silent", "silent: IM.ECO"]
    assert rows()["CG.DLG.access"][:2] == ["silent", "silent"]


def test_a_sub_code_that_the_mode_moves_counts_where_it_is_moved_to() -> None:
    study = in_mode(make_study([TALK], CODINGS), CG__DLG__forum="CG.TRU")
    assert rows(study)["CG.TRU"][0] == "2 suggested"
    assert rows(study)["CG.DLG"][0] == "1 suggested (1 contrary)"


def test_codes_without_a_family_have_their_rows_too() -> None:
    flat = make_codebook(families=(), codes=tuple(replace(code, family="") for code in CODES))
    study = replace(make_study([TALK], CODINGS), codebook=flat)
    assert list(rows(study)) == ["IM.ECO", "CG.DLG", "CG.DLG.forum", "CG.DLG.access", "CG.TRU", "OB.COO"]
    assert rows(study)["CG.TRU"][0] == "1 suggested"

"""Pattern codes that people made, with what they hold."""

from dataclasses import replace

from qualcode.condense.patterns import KINDS, PART, name_pattern_kind
from qualcode.model import Mention, PatternCode, Problem
from tests.factories import code_words, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Satu. Dua. Tiga.", "N: Empat.", case="INF-01")
FORUM = code_words(TALK, "Satu.", "CG.DLG.forum")
AGAINST = code_words(TALK, "Dua.", "CG.DLG", "contrary")
TRUST = code_words(TALK, "Tiga.", "CG.TRU")
WISH = code_words(TALK, "Empat.", "OB.COO", modality="wish")


def build(*members: Mention, problems=(), codings=(FORUM, AGAINST, TRUST, WISH)):
    pattern = PatternCode("P", "construct", members, "Why", "siti", "2026-01-31", 2)
    study = make_study([TALK], codings)
    [matrix] = PART.build(make_material(study, patterns=(pattern,), problems=problems), str)
    return matrix


def test_a_member_may_be_a_family_a_code_a_sub_code_or_a_coding() -> None:
    def ids(*members: Mention) -> set[str]:
        return set(build(*members).cells[0][3].coding_ids)

    assert ids(Mention("code", "CG", 1)) == {FORUM.id, AGAINST.id, TRUST.id}
    assert ids(Mention("code", "CG.DLG", 1)) == {FORUM.id, AGAINST.id}
    assert ids(Mention("code", "CG.DLG.forum", 1)) == {FORUM.id}
    assert ids(Mention("coding", WISH.id, 1)) == {WISH.id}  # a person chose it


def test_a_member_that_somebody_rejected_speaks_for_nothing() -> None:
    rejected = replace(TRUST, status="rejected", decided_by=("siti",))
    cells = build(Mention("coding", TRUST.id, 1), codings=(FORUM, rejected)).cells[0]
    assert not any(cell.coding_ids for cell in cells)


def test_what_speaks_against_stands_beside_what_speaks_for_it() -> None:
    cells = build(Mention("code", "CG.DLG", 1)).cells[0]
    assert (cells[1].coding_ids, cells[1].kind) == ((FORUM.id,), "evidence")
    assert (cells[2].coding_ids, cells[2].kind) == ((AGAINST.id,), "contrary")
    assert cells[2].lines == ("1 suggested",)  # the column says on which side
    assert cells[5].lines == ("siti 2026-01-31",)


def test_faults_of_the_file_stand_above_it() -> None:
    notes = build(problems=(Problem("patterns.yaml:3", "no kind", ""), Problem("memos/a.md:1", "lost", ""))).notes
    assert "patterns.yaml:3: no kind." in notes
    assert not any("memos" in note for note in notes)


def test_a_study_without_pattern_codes_says_who_writes_them_and_where() -> None:
    note = "There are no pattern codes: people write them into patterns.yaml."
    [empty] = PART.build(make_material(make_study([TALK], [FORUM])), str)
    assert note in empty.notes
    assert note not in build().notes


def test_the_four_kinds_have_names() -> None:
    assert len({name_pattern_kind(kind, str) for kind in KINDS}) == 4

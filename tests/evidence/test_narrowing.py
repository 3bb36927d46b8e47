"""Looking at a part of a study."""

from dataclasses import replace

import pytest

from qualcode.codebook.modes import set_mode
from qualcode.errors import QualcodeError
from qualcode.evidence.narrowing import describe_conditions, narrow, read_conditions
from qualcode.evidence.selection import select
from qualcode.messages import translate, translator
from qualcode.model import Mode, Words
from tests.display.studies import HEAD, four_informants
from tests.factories import code_words


def part(*conditions: str, study=None):
    return narrow(study or four_informants(), read_conditions(conditions))


def test_informants_are_kept_by_what_is_known_of_them_and_their_codings_with_them() -> None:
    public = part("sector=Public")
    assert [case.id for case in public.cases] == ["INF-01", "INF-02"]
    assert {coding.case for coding in public.codings} == {"INF-01", "INF-02"}
    assert [case.id for case in part("sector=public", "jurisdiction=kota").cases] == ["INF-02"]


def test_fields_may_be_called_in_indonesian_as_cases_csv_calls_them() -> None:
    assert part("sektor=pemerintah", "wilayah=kota") == part("sector=public", "jurisdiction=kota")
    assert part("kode=CG.TRU") == part("code=CG.TRU")
    assert part("informant=INF-01") == part("case=INF-01")


def test_where_nothing_has_a_value_it_is_said_where_to_write_one() -> None:
    study = four_informants()
    bare = replace(study, cases=tuple(replace(case, role="") for case in study.cases))
    with pytest.raises(QualcodeError) as refused:
        part("role=Staf", study=bare)
    assert "cases.csv" in refused.value.how


def test_letter_case_and_the_way_letters_are_composed_make_no_difference() -> None:
    study = four_informants()
    [first, *others] = study.cases
    study = replace(study, cases=(replace(first, attributes={"umur": "Café 30"}), *others))
    for condition in ("Umur=CAFÉ 30", "UMUR = cafe\u0301 30"):
        assert [case.id for case in part(condition, study=study).cases] == [first.id]
    assert part("Code=cg.dlg.FORUM") == part("code=CG.DLG.forum")
    assert part("case=inf-01") == part("case=INF-01")


@pytest.mark.parametrize(
    ("condition", "meant"), [("rol=Staf", "role"), ("sector=publik", "public"), ("code=CG.DLQ", "CG.DLG")]
)
def test_a_near_miss_is_named_before_all_that_there_is(condition: str, meant: str) -> None:
    with pytest.raises(QualcodeError) as refused:
        part(condition)
    assert refused.value.how.startswith(f"Did you mean `{meant}`? ")


def test_several_values_of_one_field_are_any_of_them() -> None:
    assert part("case=INF-01,INF-03") == part("case=INF-01", "case=INF-03")
    assert len(part("case=INF-01,INF-03").cases) == 2


def test_a_code_takes_its_sub_codes_a_family_its_codes_a_sub_code_itself_alone() -> None:
    assert {coding.code for coding in part("code=CG.DLG").codings} == {"CG.DLG", "CG.DLG.forum"}
    assert [code.id for code in part("code=CG").codebook.codes] == ["CG.DLG", "CG.TRU"]
    finer = part("code=CG.DLG.forum")
    assert {coding.code for coding in finer.codings} == {"CG.DLG.forum"}
    assert [code.id for code in finer.codebook.codes] == ["CG.DLG"]


def test_codings_are_kept_by_what_they_say() -> None:
    assert {coding.polarity for coding in part("polarity=contrary").codings} == {"contrary"}
    assert len(part("polarity=contrary").cases) == 4


def test_a_transcript_takes_the_informants_who_speak_in_it_so_that_no_other_is_called_silent() -> None:
    narrowed = part("transcript=b.txt")
    assert [case.id for case in narrowed.cases] == ["INF-02"]
    assert [sheet.transcript for sheet in narrowed.accounts] == ["b.txt"]
    assert {coding.transcript for coding in narrowed.codings} == {"b.txt"}
    bare = replace(four_informants(), codings=())
    assert part("transcript=a.txt,c.txt", study=bare).codings == ()  # one without codings is there all the same


def test_words_of_closed_lists_may_be_said_as_displays_say_them_in_indonesian() -> None:
    assert part("sector=Pemerintah").cases == part("sector=public").cases
    assert part("polarity=menyangkal").codings == part("polarity=contrary").codings
    assert part("sector=pemerintah,association").cases == part("sector=public,association").cases
    with pytest.raises(QualcodeError, match="Nothing has the role"):
        part("role=pemerintah")  # what people wrote themselves is not translated
    with pytest.raises(QualcodeError) as refused:
        part("sector=negeri")
    assert "pemerintah" in translate(refused.value.how, translator("id"))
    assert "sektor `negeri`" in translate(refused.value.what, translator("id"))


def test_conditions_are_told_in_the_readers_language_as_they_may_be_asked_for() -> None:
    conditions = ("sector=public", "jurisdiction=kota", "polarity=contrary")
    told = describe_conditions(read_conditions(conditions), translator("id")).split("; ")[:3]
    assert told == ["sektor = pemerintah", "wilayah = kota", "arah = menyangkal"]
    assert part(*told) == part(*conditions)


def test_a_suggestion_that_a_person_replaced_stays_left_out_when_the_person_is_not_looked_at() -> None:
    study = four_informants(code_words(HEAD, "Kami percaya.", "CG.TRU", status="manual", coder="ana"))
    trust = [c for c in select(part("coder=rules", study=study)).counted if c.code == "CG.TRU"]
    assert trust == []


def test_a_suggestion_that_gave_way_to_the_whole_code_stays_left_out_of_its_sub_code() -> None:
    study = four_informants(code_words(HEAD, "Kami rutin bertemu.", "CG.DLG", status="manual", coder="ana"))
    assert select(part("code=CG.DLG.forum", study=study)).counted == ()
    assert len(select(part("code=CG.DLG", study=study)).superseded) == 1


def test_a_sub_code_that_the_mode_files_elsewhere_is_no_part_of_its_code() -> None:
    mode = Mode("strict", Words("", "Strict"), {"CG.DLG.forum": "CG.TRU"})
    study = four_informants()
    study = replace(study, codebook=set_mode(replace(study.codebook, modes=(mode,)), "strict"))
    assert {coding.code for coding in part("code=CG.DLG", study=study).codings} == {"CG.DLG"}
    assert {coding.code for coding in part("code=CG.TRU", study=study).codings} == {"CG.TRU", "CG.DLG.forum"}


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ("sector", "no condition"),
        ("=x", "no condition"),
        ("colour=red", "has a field"),
        ("sector=army", "army"),
        ("code=CG.NONE", "CG.NONE"),
        ("code=CG.DLG.nosuch", "CG.DLG.nosuch"),
        ("polarity=maybe", "maybe"),
    ],
)
def test_what_is_not_there_is_refused(condition: str, says: str) -> None:
    with pytest.raises(QualcodeError, match=says):
        part(condition)


def test_no_condition_changes_nothing() -> None:
    study = four_informants()
    assert part(study=study) == study

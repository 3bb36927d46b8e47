"""Whose voice a claim rests on: one that dominates is named, and so is who was never heard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.verify.representativeness import PART, count_effective_voices, find_dominant
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya. Mereka jujur. Kami akrab. Selalu terbuka.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Kami curiga. Dulu baik.", case="INF-03")
TALKATIVE = [
    code_words(HEAD, words, "CG.TRU") for words in ("Kami percaya.", "Mereka jujur.", "Kami akrab.", "Selalu terbuka.")
]
DOUBT = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary")


def test_counts_stand_by_informant_and_by_group() -> None:
    verdict = PART.test(gather_claim([HEAD, CHAIR], [*TALKATIVE, DOUBT]))
    cells = read_cells(verdict)
    assert (cells["INF-01", "words"].lines, cells["INF-03", "words"].lines) == (("8",), ("4",))
    assert (cells["INF-01", "for"].lines, cells["INF-01", "against"].lines) == (("4",), ("0",))
    assert cells["sector=association", "against"].coding_ids == (DOUBT.id,)
    assert cells["jurisdiction=kabupaten", "for"].lines == ("4",)
    assert verdict.brief.lines == ("2 of 4 speak",)


def test_one_talkative_informant_is_caught_and_even_voices_are_not() -> None:
    assert find_dominant(gather_claim([HEAD, CHAIR], [*TALKATIVE, DOUBT])) == ("INF-01 (public)", 4, 5)
    assert find_dominant(gather_claim([HEAD, CHAIR], [TALKATIVE[0], DOUBT])) is None


def test_overlapping_codings_are_one_passage() -> None:
    again = replace(TALKATIVE[0], id="again", coder="ayu", status="manual")
    verdict = PART.test(gather_claim([HEAD, CHAIR], [TALKATIVE[1], again, replace(again, id="more", coder="budi")]))
    assert read_cells(verdict)["INF-01", "for"].lines == ("2 (1 accepted)",)


def test_who_was_not_interviewed_is_no_silent_informant() -> None:
    verdict = PART.test(gather_claim([HEAD, CHAIR], TALKATIVE))
    cells = read_cells(verdict)
    assert {cells["INF-02", column].kind for column in ("words", "for", "against")} == {"missing"}
    assert cells["jurisdiction=kota", "for"].kind == "missing"
    assert cells["INF-03", "for"].lines == ("0",)
    assert any("INF-04 (private), INF-02 (public)" in line for line in verdict.to_decide)


def test_a_role_that_the_study_names_and_nobody_has_is_told() -> None:
    material = gather_claim([HEAD, CHAIR], TALKATIVE)
    settings = replace(material.study.settings, roles=("Perajin", "ketua", "Staf"))
    verdict = PART.test(replace(material, study=replace(material.study, settings=settings)))
    [told] = [line for line in verdict.to_decide if line.startswith("The study names")]
    assert "Perajin, Staf," in told
    assert "ketua" not in told


def test_who_is_spoken_of_and_was_never_asked_is_counted_by_passages() -> None:
    talk = make_transcript(
        "a.txt", "N: Para perajin kecil percaya. Perajin kecil jujur. Perajin curiga.", case="INF-01"
    )
    codings = [
        code_words(talk, words, "CG.TRU")
        for words in ("Para perajin kecil percaya.", "Perajin kecil jujur.", "Perajin curiga.")
    ]
    material = gather_claim([talk], codings)
    settings = replace(material.study.settings, roles=("perajin kecil", "DPRD", "Kepala bidang"))
    rules = PART.test(replace(material, study=replace(material.study, settings=settings))).computed.entry_rules
    assert [rule.value for rule in rules if rule.label == "Spoken of, never asked"] == ["perajin kecil 2"]


@pytest.mark.parametrize(("counts", "voices"), [((2, 2, 2), 3.0), ((1,), 1.0), ((), 0.0), ((9, 1), 100 / 82)])
def test_the_effective_number_of_voices(counts: tuple[int, ...], voices: float) -> None:
    assert count_effective_voices(counts) == pytest.approx(voices)


@given(st.lists(st.integers(1, 50), min_size=1))
def test_there_are_never_more_effective_voices_than_speakers(counts: list[int]) -> None:
    assert 1 <= count_effective_voices(counts) <= len(counts) + 1e-9

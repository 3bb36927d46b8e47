"""The claim table: equal columns, names, and what is left to a person."""

from dataclasses import replace

from qualcode.model import Guide, GuideQuestion, Rival, Words
from qualcode.verify.claim_table import build_claim_table
from qualcode.verify.material import gather
from tests.factories import code_words, make_claim, make_study, make_transcript

HEAD = make_transcript("a.txt", "N: Kami percaya. Lalu diam. Mereka jujur. Koordinasi lemah.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Kami curiga. Semoga nanti percaya.", case="INF-03")

TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU", elicited="prompted")
MORE = code_words(HEAD, "Mereka jujur.", "CG.TRU")
DOUBT = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary", directness="second-hand")
HOPE = code_words(CHAIR, "Semoga nanti percaya.", "CG.TRU", modality="wish")
WEAK = code_words(HEAD, "Koordinasi lemah.", "OB.COO")


def table(*codings, language: str = "en", **claim):
    study = make_study([HEAD, CHAIR], codings, claims=(make_claim(**claim),))
    matrix = build_claim_table(study, gather(study, str, language), str, language)
    return {column.key: cell for column, cell in zip(matrix.columns, matrix.cells[0], strict=True)}, matrix


def test_both_sides_stand_side_by_side_with_name_source_and_status() -> None:
    cells, _ = table(TRUST, MORE, DOUBT)
    assert cells["for"].lines == (
        "INF-01 (public): “Kami percaya.” (N, turn 1; CG.TRU; suggested; prompted) and 1 more",
    )
    assert cells["against"].lines == (
        "INF-03 (association): “Kami curiga.” (N, turn 1; CG.TRU; suggested; second-hand)",
    )
    assert (cells["for"].kind, cells["against"].kind, cells["interviews"].kind) == ("evidence", "contrary", "value")


def test_each_cell_opens_onto_the_codings_of_its_side() -> None:
    cells, _ = table(TRUST, MORE, DOUBT, HOPE, WEAK)
    assert cells["for"].coding_ids == (TRUST.id, MORE.id)
    assert cells["against"].coding_ids == (DOUBT.id,)
    assert cells["set-aside"].coding_ids == (HOPE.id,)
    assert set(cells["interviews"].coding_ids) == {TRUST.id, MORE.id, DOUBT.id}


def test_an_empty_side_says_that_it_was_searched() -> None:
    cells, _ = table(TRUST)
    assert (cells["against"].lines, cells["against"].kind) == (("searched, none found",), "silent")


def test_a_silent_informant_who_was_not_asked_is_told_apart() -> None:
    guide = Guide((GuideQuestion("Q1", Words("Percaya?"), ("CG.TRU",)),))
    for asked, said in ((("OB.COO",), "INF-03 (association; not asked)"), (("CG.TRU",), "INF-03 (association)")):
        study = make_study([HEAD, CHAIR], [TRUST], claims=(make_claim(),))
        accounts = tuple(replace(sheet, asked=asked) for sheet in study.accounts)
        study = replace(study, guide=guide, accounts=accounts)
        matrix = build_claim_table(study, gather(study, str, "en"), str, "en")
        [number] = [n for n, column in enumerate(matrix.columns) if column.key == "silent"]
        assert said in matrix.cells[0][number].lines


def test_while_only_machines_coded_nothing_is_judged() -> None:
    assert table(TRUST)[0]["interviews"].lines[0] == "suggestions lean for: not yet judged"
    assert table(DOUBT)[0]["interviews"].lines[0] == "suggestions lean against: not yet judged"
    assert table(TRUST, DOUBT)[0]["interviews"].lines[0] == "suggestions lean both ways: not yet judged"
    assert table(WEAK)[0]["interviews"].lines[0] == "suggestions are silent: not yet judged"


def test_people_and_machines_are_not_mixed_unmarked() -> None:
    accepted = replace(TRUST, status="accepted")
    assert table(accepted)[0]["interviews"].lines[0] == "accepted codings lean for"
    mixed, _ = table(accepted, DOUBT)
    assert mixed["interviews"].lines[0] == "accepted codings and suggestions lean both ways: not all judged yet"
    assert "suggested" in mixed["against"].lines[0]
    assert "accepted" in mixed["for"].lines[0]
    assert table(replace(WEAK, status="accepted"))[0]["interviews"].lines[0] == "silent: searched, none found"


def test_a_persons_quote_comes_first() -> None:
    cells, _ = table(TRUST, replace(MORE, status="manual"))
    assert "Mereka jujur." in cells["for"].lines[0]


def test_silent_and_missing_informants_are_named_apart() -> None:
    cells, _ = table(TRUST)
    assert cells["silent"].lines == (
        "INF-03 (association)",
        "INF-04 (private; no interview)",
        "INF-02 (public; no interview)",
    )


def test_a_claim_that_interviews_cannot_answer_names_what_could() -> None:
    cells, _ = table(TRUST, checkable="no", needs=Words("pembukuan", "the accounts"))
    assert cells["interviews"].lines[0] == "not checkable from interviews"
    assert cells["to-decide"].lines == ("Look elsewhere: the accounts",)
    assert cells["for"].lines == cells["against"].lines == ("not searched",)


def test_a_claim_partly_checkable_keeps_what_it_needs() -> None:
    cells, _ = table(TRUST, checkable="partly", needs=Words("pembukuan", "the accounts"), language="id")
    assert any("pembukuan" in line for line in cells["to-decide"].lines)


def test_rivals_come_with_those_who_speak_for_them() -> None:
    rivals = (
        Rival(Words("", "They lack coordination."), ("OB.COO",)),
        Rival(Words("", "It is the money."), ("IM.ECO",)),
        Rival(Words("", "It is habit.")),
    )
    cells, _ = table(TRUST, WEAK, rivals=rivals)
    assert cells["rivals"].lines == (
        "They lack coordination. (OB.COO: INF-01 (public))",
        "It is the money. (IM.ECO: searched, none found)",
        "It is habit.",
    )
    assert cells["rivals"].coding_ids == (WEAK.id,)


def test_what_is_left_to_decide_follows_the_evidence() -> None:
    one_sided = table(TRUST)[0]["to-decide"].lines
    assert "Suggestions to read in context, and to accept or reject: 1." in one_sided
    assert any(line.startswith("Nothing speaks against it") for line in one_sided)
    assert any(line.startswith("Everything for it is prompted or second-hand") for line in one_sided)
    assert any(line.startswith("No rival explanation") for line in one_sided)
    both = table(TRUST, MORE, DOUBT, rivals=(Rival(Words("", "Habit.")),))[0]["to-decide"].lines
    assert any(line.startswith("Both sides are there") for line in both)
    assert not any(line.startswith(("Everything for it", "No rival")) for line in both)


def test_a_respondent_whom_no_case_names_is_named_by_label() -> None:
    stranger = make_transcript("x.txt", "Bu Sri: Kami percaya.", case="")
    coding = code_words(stranger, "Kami percaya.", "CG.TRU")
    study = make_study([stranger], [coding], claims=(make_claim(),))
    matrix = build_claim_table(study, gather(study, str, "en"), str)
    assert matrix.cells[0][2].lines[0].startswith("Bu Sri (x.txt): “Kami percaya.”")


def test_no_word_of_judgement_is_printed_anywhere() -> None:
    said = repr(table(TRUST, DOUBT, HOPE, WEAK)[1]).casefold()
    assert not any(word in said for word in ("verified", "proven", "confirmed", "%"))


def test_the_head_of_a_row_is_the_claim_in_the_readers_language() -> None:
    row = table(TRUST, scope={"sector": "public"}, source="results", language="id")[1].rows[0]
    assert (row.key, row.label) == ("C1", "Orang saling percaya.")
    assert row.detail == "C1; CG.TRU; only of sector: public; source: results"


def test_a_quote_names_its_sub_code_and_a_rival_is_found_by_one() -> None:
    talk = make_transcript("a.txt", "N: Kami rutin bertemu.", case="INF-01")
    forum = code_words(talk, "Kami rutin bertemu.", "CG.DLG.forum")
    rival = Rival(Words("", "They only meet."), ("CG.DLG.forum",))
    claim = make_claim(codes=(("CG.DLG", "supporting"),), rivals=(rival,))
    study = make_study([talk], [forum], claims=(claim,))
    matrix = build_claim_table(study, gather(study, str, "en"), str)
    columns = {column.key: cell for column, cell in zip(matrix.columns, matrix.cells[0], strict=True)}
    assert "turn 1; CG.DLG.forum; forum; suggested" in columns["for"].lines[0]
    assert columns["rivals"].coding_ids == (forum.id,)


def test_in_brief_passages_are_counted_and_it_is_said_where_the_questions_are() -> None:
    study = make_study([HEAD, CHAIR], [TRUST, MORE, DOUBT], claims=(make_claim(),))
    whole = build_claim_table(study, gather(study, str, "en"), str)
    materials = [replace(material, brief=True) for material in gather(study, str, "en")]
    brief = build_claim_table(study, materials, str)
    assert [column.key for column in whole.columns] == [*(column.key for column in brief.columns), "to-decide"]
    assert brief.cells[0][2].lines == ("INF-01 (public): 2",)
    assert any("is asked in report.html" in note for note in brief.notes)
    assert not any("is asked in report.html" in note for note in whole.notes)

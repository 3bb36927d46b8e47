"""What every table says about itself."""

from dataclasses import replace

from qualcode.evidence.provenance import describe_basis, describe_boundaries, tell_once, warn
from qualcode.messages import translator
from qualcode.model import Edition, Matrix, Section
from tests.factories import code_words, in_mode, make_codebook, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Kami percaya.", case="INF-01")
CODING = code_words(TALK, "Kami percaya.", "CG.TRU")


def rules(study) -> dict[str, str]:
    return {rule.label: rule.value for rule in describe_basis(study, study.codings, str)}


def test_the_basis_names_unit_codebook_coders_and_texts() -> None:
    block = rules(make_study([TALK], [CODING]))
    assert block["Unit"].startswith("sentence")
    assert block["Codebook"] == "small 1.0, hash 0123456789ab"
    assert block["Coders"] == "the machine (rules)"
    assert block["Texts"].startswith("transcripts: 1, checksum ")
    assert "Decided by" not in block
    decided = replace(CODING, status="accepted", decided_by=("siti", "ana"))
    assert rules(make_study([TALK], [decided]))["Decided by"] == "ana, siti"


def test_another_text_unit_or_codebook_changes_the_basis() -> None:
    study = make_study([TALK], [CODING])
    other_text = make_study([make_transcript("a.txt", "N: Kami percaya!", case="INF-01")], [CODING])
    other_codebook = replace(study, codebook=make_codebook(hash="f" * 64))
    assert len({tuple(rules(s).values()) for s in (study, other_text, other_codebook)}) == 3
    assert rules(make_study([TALK], [CODING], unit="turn"))["Unit"] != rules(study)["Unit"]


def test_the_checksum_is_blind_to_the_names_of_files() -> None:
    renamed = make_transcript("z.txt", "N: Kami percaya.", case="INF-01")
    assert rules(make_study([TALK]))["Texts"] == rules(make_study([renamed]))["Texts"]


def test_warnings() -> None:
    assert warn(make_study([TALK]), (), str) == ()
    [machine] = warn(make_study([TALK]), [CODING], str)
    assert machine.startswith("Only a machine has coded")
    accepted = replace(CODING, status="accepted")
    [partly] = warn(make_study([TALK]), [CODING, accepted], str)
    assert partly == "Suggestions of a machine that nobody has judged: 1 of the 2 codings here."
    assert warn(make_study([TALK]), [accepted], str) == ()
    [synthetic] = warn(make_study([replace(TALK, synthetic=True)]), (), str)
    assert "synthetic" in synthetic


def test_a_report_does_not_say_under_each_heading_what_its_notices_say_of_the_whole_study() -> None:
    study = make_study([replace(TALK, synthetic=True)], [CODING, code_words(TALK, "Kami percaya.", "CG.DLG")])
    notes = (*warn(study, study.codings, str), "Passages shown: 1 of 2.")
    matrix = Matrix("m", "M", (), (), (), (), notes)
    [told] = tell_once([Section("m", "M", matrix, on_paper=matrix)], study, str)
    assert told.body.notes == told.on_paper.notes == ("Passages shown: 1 of 2.",)


def test_a_report_of_all_codings_tells_once_how_many_of_them_wait() -> None:
    study = make_study([TALK], [CODING, replace(CODING, id="other", status="accepted"), replace(CODING, id="third")])
    for t in (str, translator("id")):
        here = warn(study, study.codings[1:], t)  # not the share of the whole study, which its notices tell
        section = Section("m", "M", Matrix("m", "M", (), (), (), (), (*here, "1 of 2.")))
        assert tell_once([section], study, t) == (section,)
        assert tell_once([section], study, t, of_all=True)[0].body.notes == ("1 of 2.",)


def test_what_holds_of_one_table_alone_stays_above_it() -> None:
    study = make_study([TALK], [CODING, replace(CODING, id="other", status="accepted")])
    machine = warn(study, [CODING], str)  # this table rests on suggestions alone, the study does not
    [told] = tell_once([Section("m", "M", Matrix("m", "M", (), (), (), (), machine))], study, str)
    assert told.body.notes == machine


def test_boundary_rules_are_printed() -> None:
    [rule] = describe_boundaries(make_study([TALK]), str)
    assert rule.label == "Boundary rules"
    assert rule.value.startswith("B1 of the codebook")


def test_the_mode_of_the_codebook_says_what_counts_elsewhere() -> None:
    study = make_study([TALK], [CODING])
    assert "Mode of the codebook" not in rules(study)
    assert rules(in_mode(study))["Mode of the codebook"] == "moved: every sub-code counts as its own code"
    moved = in_mode(study, CG__DLG__access="CG.TRU")
    assert rules(moved)["Mode of the codebook"] == "moved: CG.DLG.access counts as CG.TRU"


def test_a_codebook_that_extends_another_names_both_with_their_hashes() -> None:
    codebook = make_codebook(bases=(Edition("first", "2.0", "abcdef" * 10),))
    study = replace(make_study([TALK], [CODING]), codebook=codebook)
    assert rules(study)["Codebook"] == "small 1.0, hash 0123456789ab; extends first 2.0, hash abcdefabcdef"

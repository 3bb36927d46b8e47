"""Codebooks that show what stands in a text besides what is coded."""

from qualcode.codebook.probing import expose_false_friends, loosen
from qualcode.codebook.reading import read_codebook
from qualcode.shipped import list_codebooks

BLITAR, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")


def test_a_loose_codebook_keeps_every_cue_and_holds_none_back() -> None:
    assert BLITAR is not None
    loose = loosen(BLITAR)
    cues = [cue for code in loose.codes for cue in code.cues]
    assert [cue.rule for cue in cues] == [cue.rule for code in BLITAR.codes for cue in code.cues]
    assert "weak" not in {cue.weight for cue in cues}
    assert loose.false_friends == ()


def test_each_false_friend_becomes_a_code_of_its_own() -> None:
    assert BLITAR is not None
    exposed = expose_false_friends(BLITAR)
    assert [code.cues[0].pattern for code in exposed.codes] == [friend.pattern for friend in BLITAR.false_friends]
    assert [code.id for code in exposed.codes] == [str(number) for number in range(len(BLITAR.false_friends))]

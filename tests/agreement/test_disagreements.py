from qualcode.agreement.disagreements import judge, rate_fates
from qualcode.agreement.unit_frame import FramedUnit, lay_over
from tests.factories import code_words, make_codebook, make_transcript, split_sentences

TALK = make_transcript("a.txt", "N: Satu satu. Dua dua. Tiga tiga. Empat empat. Lima lima.")
SENTENCES = ("Satu satu.", "Dua dua.", "Tiga tiga.", "Empat empat.")


def judge_talk(rules=(), ana=(), budi=None, contrary=()):
    """The fates of sentences to which each coder gave trust; `contrary` are those that ana gave as contrary."""
    given = {"rules": rules, "ana": ana} | ({} if budi is None else {"budi": budi})
    codings = [
        code_words(
            TALK, words, "CG.TRU", "contrary" if coder == "ana" and words in contrary else "supporting", coder=coder
        )
        for coder, sentences in given.items()
        for words in sentences
    ]
    units = [FramedUnit("a.txt", unit.span, "") for unit in split_sentences(TALK)]
    frame = lay_over(units, codings, dict.fromkeys(given, frozenset({"a.txt"})), make_codebook())
    return tuple(judge(frame, ("CG.TRU", "CG.DLG"), "rules", tuple(given)[1:]))


def test_hit_extra_and_miss():
    found = judge_talk(rules=SENTENCES[:2], ana=SENTENCES[1:3])
    assert [(each.unit, each.fate) for each in found] == [(0, "extra"), (1, "hit"), (2, "miss")]
    assert [len(each.judged_ids) for each in found] == [1, 1, 0]
    assert [len(each.against_ids) for each in found] == [0, 1, 1]


def test_of_several_people_any_makes_a_hit_and_all_make_a_miss():
    found = judge_talk(rules=SENTENCES[:1], ana=SENTENCES[:3], budi=SENTENCES[2:4])
    assert [each.fate for each in found] == ["hit", "open", "miss", "open"]
    assert [each.parted for each in found] == [True, True, False, True]
    assert rate_fates(found) == {(1, 1): 1, (0, 1): 1}


def test_polarity_is_compared_on_hits_alone():
    found = judge_talk(rules=SENTENCES[:2], ana=SENTENCES[:3], contrary=SENTENCES[1:3])
    assert [each.same_polarity for each in found] == [True, False, False]


def test_another_persons_polarity_will_do():
    found = judge_talk(rules=SENTENCES[:1], ana=SENTENCES[:1], budi=SENTENCES[:1], contrary=SENTENCES[:1])
    assert [each.same_polarity for each in found] == [True]

"""What the interviewer brought in: prompted, led, a bare yes."""

from dataclasses import replace

from qualcode.model import Evidence, Span
from qualcode.verify.researcher_effects import PART, is_led, is_of_question_alone
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "P: Apakah saling percaya?", "N: Ya, betul. Kami percaya. Mereka jujur.", case="INF-01")


def cue(word: str, rule: str) -> Evidence:
    start = HEAD.text.index(word)
    return Evidence(rule, word, Span(start, start + len(word)))


ASKED = cue("percaya", "CG.TRU/id/strong/percaya")
YES = code_words(HEAD, "Ya, betul.", "CG.TRU", elicited="prompted", evidence=(ASKED,))
OWN = code_words(
    HEAD, "Mereka jujur.", "CG.TRU", elicited="volunteered", evidence=(cue("jujur", "CG.TRU/id/strong/jujur"),)
)
OPEN = code_words(
    HEAD, "Kami percaya.", "CG.TRU", elicited="prompted", evidence=(cue("Apakah", "CG.TRU/id/asked/apakah"),)
)


def test_prompted_and_volunteered_stand_apart_with_their_codings() -> None:
    cells = read_cells(PART.test(gather_claim([HEAD], [YES, OWN, OPEN])))
    assert cells["for", "prompted"].coding_ids == (YES.id, OPEN.id)
    assert cells["for", "volunteered"].coding_ids == (OWN.id,)
    assert cells["INF-01", "yes"].coding_ids == (YES.id,)
    assert cells["against", "prompted"].lines == ("0",)


def test_a_question_that_names_the_matter_is_told_from_one_that_only_asks_for_it() -> None:
    assert is_led(YES)
    assert not is_led(OPEN)
    assert not is_led(OWN)
    assert is_of_question_alone(OPEN)
    assert not is_of_question_alone(OWN)
    assert not is_of_question_alone(replace(OWN, evidence=()))
    both = replace(OWN, evidence=(*OWN.evidence, ASKED))
    assert is_led(both)
    assert not is_of_question_alone(both)


def test_a_claim_whose_only_support_is_prompted_is_caught() -> None:
    caught = "Everything for it was prompted: would anybody have said it unasked?"
    assert caught in PART.test(gather_claim([HEAD], [YES, OPEN])).to_decide
    assert caught not in PART.test(gather_claim([HEAD], [YES, OPEN, OWN])).to_decide
    assert caught not in PART.test(gather_claim([HEAD], [])).to_decide


def test_the_interviewers_words_are_counted_beside_the_informants() -> None:
    verdict = PART.test(gather_claim([HEAD], [YES, OWN]))
    details = {row.key: row.detail for row in verdict.computed.rows}
    assert details["INF-01"] == "of 9 words in the interview, 3 are not a respondent's"
    assert verdict.brief.lines == ("1 of 2 prompted",)


def test_the_words_of_a_question_are_counted_once_however_many_sentences_answer_it() -> None:
    rules = PART.test(gather_claim([HEAD], [YES, replace(OPEN, evidence=(ASKED,))])).computed.entry_rules
    assert rules[0].value == "“percaya” 1"

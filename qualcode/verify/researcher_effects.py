"""Checking for researcher effects: what the interviewer brought in.

Tactic 2 (Miles, Huberman and Saldana 2014, ch. 11): what was said because it was asked, in the words of the question,
or with a bare yes carries less than what was volunteered.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from qualcode.evidence.links import list_languages
from qualcode.evidence.reasons import is_of_question
from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import name_informant
from qualcode.language.evasion import is_bare_assent
from qualcode.language.spelling import list_forms
from qualcode.messages import mark
from qualcode.model import GUIDE_RULE, Case, Cell, Coding, EntryRule, Evidence, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import count_passages, draw_count
from qualcode.verify.material import Material

MOST_NAMED = 5  # words of questions
LONGEST_YES = 5  # words; no longer sentence is looked at


def check_asking(material: Material) -> Verdict:
    """Rows for the claim, against it, and a row an informant; columns by how the passages came about."""
    t = material.t
    bearing = material.bearing
    rows = [
        (Heading("for", t("For the claim")), _fill(material.supporting, material)),
        (Heading("against", t("Against the claim")), _fill(material.contrary, material)),
    ]
    by_case = group_by_case(bearing)
    for case in material.asked:
        detail = _describe_talk(case, material)
        rows.append((Heading(case.id, name_informant(case, t), detail), _fill(by_case.get(case.id, ()), material)))
    prompted = _choose(bearing, "prompted")
    n, total = count_passages(prompted), count_passages(bearing)
    computed = Computed(
        title=t("what the interviewer brought in"),
        columns=(
            Heading("volunteered", t("Volunteered")),
            Heading("prompted", t("Prompted")),
            Heading("unknown", t("Not known"), t("nobody can tell")),
            Heading("question", t("On the question alone"), t("no cue in the answer itself")),
            Heading("leading", t("Question named it"), t("with the code's own words")),
            Heading("yes", t("Bare yes")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(t("Words of the questions"), _list_words(bearing, material)),
            EntryRule(
                t("Prompted"), t("the question before asked for the code; volunteered: it asked for another one")
            ),
            EntryRule(
                t("On the question alone"),
                t("also counted as prompted: the coding rests on the question's words; so does “question named it”"),
            ),
        ),
        codings=bearing,
    )
    brief = Cell((t("{n} of {total} prompted").format(n=n, total=total),), list_ids(prompted))
    return answer(PART.name, material, brief, computed, _list_questions(material))


def find_question_words(coding: Coding) -> tuple[Evidence, ...]:
    """The cues behind a coding that stand outside it, in the question before."""
    return tuple(reason for reason in coding.evidence if is_of_question(reason, coding))


def is_of_question_alone(coding: Coding) -> bool:
    """Whether all cues behind a coding stand in the question."""
    return bool(coding.evidence) and len(find_question_words(coding)) == len(coding.evidence)


def is_led(coding: Coding) -> bool:
    """Whether the question before used the code's own words, not only such as ask for it ("do you trust them?", not
    "how do you get along?")."""
    words = find_question_words(coding)
    return any("/asked/" not in each.rule and not each.rule.startswith(GUIDE_RULE) for each in words)


def _fill(codings: Sequence[Coding], material: Material) -> tuple[Cell, ...]:
    languages = list_languages(material.study)
    chosen = (
        _choose(codings, "volunteered"),
        _choose(codings, "prompted"),
        _choose(codings, "unknown"),
        tuple(filter(is_of_question_alone, codings)),
        tuple(filter(is_led, codings)),
        tuple(c for c in codings if _is_bare_yes(c, languages.get(c.transcript, "id"))),
    )
    return tuple(draw_count(each, material) for each in chosen)


def _is_bare_yes(coding: Coding, language: str) -> bool:
    return len(coding.quote.split()) <= LONGEST_YES and is_bare_assent(list_forms(coding.quote, language))


def _choose(codings: Iterable[Coding], elicited: str) -> tuple[Coding, ...]:
    return tuple(coding for coding in codings if coding.elicited == elicited)


def _describe_talk(case: Case, material: Material) -> str:
    sheets = [sheet for sheet in material.study.accounts if case.id in sheet.cases]
    words = sum(sheet.words for sheet in sheets)
    others = words - sum(sheet.respondent_words for sheet in sheets)
    return material.t("of {words} words in the interview, {n} are not a respondent's").format(words=words, n=others)


def _list_words(codings: Iterable[Coding], material: Material) -> str:
    asked = {(c.transcript, e.span, e.cue.casefold()) for c in codings for e in find_question_words(c)}
    counts = Counter(cue for _, _, cue in sorted(asked))
    named = [f"“{cue}” {n}" for cue, n in counts.most_common(MOST_NAMED)]
    return ", ".join(named) or material.t("none on record")


def _list_questions(material: Material) -> tuple[str, ...]:
    t = material.t
    lines = []
    for side, words in (
        (material.supporting, t("Everything for it was prompted: would anybody have said it unasked?")),
        (material.contrary, t("Everything against it was prompted: would anybody have said it unasked?")),
    ):
        if side and all(coding.elicited == "prompted" for coding in side):
            lines.append(words)
    if led := count_passages(filter(is_led, material.bearing)):
        lines.append(t("Passages whose question named the matter: {n}. Read the questions first.").format(n=led))
    lines.append(t("What did you expect to hear, who brought you there, and what were you to the informants?"))
    return tuple(lines)


PART = Tactic(
    name="researcher-effects",
    number=2,
    purpose=mark("See what was prompted, led or answered with a bare yes, and how much the interviewer talked."),
    test=check_asking,
)

"""Contact summary: one sheet an interview, filled in soon after it (Miles and Huberman 1994, 51-54; 2014, ch. 6).

The program lays out who spoke, how much was coded and which passages; what struck the researcher is for the researcher.
"""

from collections import defaultdict
from collections.abc import Sequence

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.passages import Interview, find_left_out, read_interviews
from qualcode.condense.sheets import Line, count_codes, lay_out, name_codes, quote_codes, rank_codes
from qualcode.evidence.asking import Asking, find_asking
from qualcode.evidence.selection import list_ids, select
from qualcode.evidence.wording import name_informant
from qualcode.messages import Translate, mark
from qualcode.model import Case, Cell, Coding, Matrix

UNCODED = 3  # passages


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A sheet a transcript, in the order of their names; no interviews, no sheets."""
    asking = find_asking(material.study)
    by_transcript: dict[str, list[Coding]] = defaultdict(list)
    for coding in select(material.study).counted:
        by_transcript[coding.transcript].append(coding)
    return tuple(
        _build_sheet(interview, by_transcript[interview.sheet.transcript], asking, material, t)
        for interview in read_interviews(material)
    )


def _build_sheet(
    interview: Interview, codings: Sequence[Coding], asking: Asking, material: Material, t: Translate
) -> Matrix:
    by_code = rank_codes(codings, material.study.codebook)
    contrary = tuple(coding for coding in codings if coding.polarity == "contrary")
    name = interview.sheet.transcript
    lines = (
        Line("contact", t("Contact"), t("Where, how long, who else was there?"), _tell_contact(interview, material, t)),
        Line("extent", t("Extent"), "", _tell_extent(interview, codings, t)),
        Line(
            "issues",
            t("Main issues"),
            t("Which issues or themes struck you most in this interview?"),
            count_codes(by_code, material, t),
        ),
        Line(
            "points",
            t("Salient points"),
            t("What was salient, illuminating or surprising? Which passage would you quote, and why?"),
            quote_codes(by_code, material, t),
        ),
        Line(
            "against",
            t("Against"),
            t("What speaks against what you expected?"),
            quote_codes(rank_codes(contrary, material.study.codebook), material, t),
        ),
        Line(
            "gaps",
            t("Not answered"),
            t("What did you get or fail to get on each question? What will you ask next time?"),
            _tell_gaps(interview, set(by_code), asking, t),
        ),
        Line(
            "uncoded",
            t("Uncoded"),
            t("Does any of it deserve a code of its own?"),
            _tell_uncoded(interview, t),
        ),
        Line(
            "quality",
            t("Quality of the data"),
            t("How far do you trust it: rapport, interruptions, what was left unsaid?"),
            _tell_quality(codings, t),
        ),
        Line("filled", t("Filled in by"), t("Your name and the date")),
    )
    title = t("Contact summary: {name}").format(name=name)
    return lay_out(f"contact-summary@{name}", title, lines, codings, material, t)


def _tell_contact(interview: Interview, material: Material, t: Translate) -> Cell:
    sheet = interview.sheet
    cases = [case for case in material.study.cases if case.id in sheet.cases]
    interviewers = ", ".join(filter(None, sheet.interviewers)) or t("none named")
    return Cell(
        (
            *(_name(case, t) for case in cases),
            t("interviewer: {names}").format(names=interviewers),
            t("language: {language}").format(language=sheet.language),
        )
    )


def _name(case: Case, t: Translate) -> str:
    known = (f"{name}: {value}" for name, value in case.attributes.items() if value)
    return name_informant(case, t, case.role, case.organisation, *known)


def _tell_extent(interview: Interview, codings: Sequence[Coding], t: Translate) -> Cell:
    sheet = interview.sheet
    return Cell(
        (
            t("{turns} turns, {words} words, {respondent} of them by respondents").format(
                turns=sheet.turns, words=sheet.words, respondent=sheet.respondent_words
            ),
            t("{coded} of {all} respondents' words are coded").format(
                coded=sheet.coded_words, all=sheet.respondent_words
            ),
        ),
        list_ids(codings),
    )


def _tell_gaps(interview: Interview, spoken: set[str], asking: Asking, t: Translate) -> Cell:
    silent = [code.id for code in asking.codebook.codes if code.id not in spoken]
    unasked = [code for code in silent if any(asking.is_unasked(case, code) for case in interview.sheet.cases)]
    return Cell(
        (
            t("silent: {codes}").format(codes=name_codes((code for code in silent if code not in unasked), t)),
            t("silent, and not asked: {codes}").format(codes=name_codes(unasked, t)),
        )
    )


def _tell_uncoded(interview: Interview, t: Translate) -> Cell:
    found = sorted(find_left_out(interview), key=lambda passage: (-passage.words, passage.span))[:UNCODED]
    lines = []
    for passage in found:
        words = passage.span.of(interview.transcript.text).split()
        opening = " ".join(words[:20]) + (" …" if len(words) > 20 else "")
        lines.append(
            t("turn {turn}, {words} words: {opening}").format(
                turn=passage.turn.number, words=passage.words, opening=opening
            )
        )
    return Cell(tuple(lines) or (t("none"),))


def _tell_quality(codings: Sequence[Coding], t: Translate) -> Cell:
    prompted = tuple(coding for coding in codings if coding.elicited == "prompted")
    heard = tuple(coding for coding in codings if coding.directness == "second-hand")
    both = dict.fromkeys(coding.id for coding in (*prompted, *heard))
    return Cell(
        (
            t("prompted: {n} of {total} codings").format(n=len(prompted), total=len(codings)),
            t("second-hand: {n} of {total} codings").format(n=len(heard), total=len(codings)),
        ),
        tuple(both),
    )


PART = Condensation(
    name="contact-summary",
    purpose=mark("Lay out a contact summary sheet for each interview, to be filled in by the researcher."),
    build=build,
    sheets=True,
)

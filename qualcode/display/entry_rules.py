"""The block under every display: how it was filled, so that a reader can check it and another team repeat it.

After the rules for entering data in a matrix of Miles and Huberman (1994, 241-242, in Robson's Box 14.6): state the
decision rules, show what is missing, make every entry traceable.
"""

from qualcode.display.contract import EVERY, DisplayOptions
from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.evidence.selection import Selection
from qualcode.messages import Translate
from qualcode.model import EntryRule, Study


def build_entry_rules(
    study: Study, selection: Selection, options: DisplayOptions, own: tuple[EntryRule, ...], t: Translate
) -> tuple[EntryRule, ...]:
    """What the display rests on, which codings count, the display's `own` rules, and the boundaries of codes.

    No paths and no dates: the same study and options give the same block, other options another one.
    """
    return (
        *describe_basis(study, selection.counted, t),
        EntryRule(t("Statuses counted"), _describe_layer(options, t)),
        EntryRule(
            t("Counting"),
            t(
                "each unit once for a code and an informant, whoever coded it; codings of one code that overlap are "
                "one unit; a sub-code counts as its code; a unit coded both ways is named among the contrary"
            ),
        ),
        EntryRule(t("Wishes and hypotheticals"), describe_modality(len(selection.set_aside), options.wishes, t)),
        *own,
        *describe_boundaries(study, t),
    )


def describe_marks(options: DisplayOptions, t: Translate) -> tuple[EntryRule, ...]:
    """The rules of cells that hold signs, counts or quotes of one informant and one code."""
    rules = [
        EntryRule(t("Cells"), _describe_content(options, t)),
        EntryRule(
            t("Signs"),
            t(
                "+ speaks for the code, − against it, ± both; of an obstacle, + says that it is there, − that it is "
                "denied or solved"
            ),
        ),
        EntryRule(
            t("Least evidence for a mark"),
            t("one coding that counts, first-hand or second-hand, volunteered or prompted"),
        ),
        EntryRule(
            t("Empty cells"),
            t(
                "silent: interviewed, and nothing that counts was found, which is no denial; not asked: the same, and "
                "no question was understood to ask for it, by the guide or by the codebook's cues of questions; no "
                "interview: nothing could be looked for; no cell is left blank"
            ),
        ),
    ]
    if options.content == "presence" and not options.wishes:
        wish = t(
            "nothing that counts was found, but so many wishes or hypotheticals: neither for the code nor against it"
        )
        rules.insert(2, EntryRule(t("wish only"), wish))
    if options.content == "quotes":
        rules.insert(1, EntryRule(t("Choice of quotes"), _describe_choice(options, t)))
    return tuple(rules)


def write_notes(study: Study, selection: Selection, options: DisplayOptions, t: Translate) -> tuple[str, ...]:
    """The warnings of a display: what it is made from, and every coding that stands in no row or column."""
    notes = list(warn(study, selection.counted, t))
    if options.layer in ("accepted", "human") and not selection.counted:
        none = {
            "accepted": t(
                "Nobody has accepted or edited a suggestion yet: with all others left out, every cell is empty."
            ),
            "human": t("Nobody has decided on a coding yet: with suggestions left out, every cell is empty."),
        }
        notes.append(none[options.layer])
    if selection.superseded:
        notes.append(
            t("Suggestions left out, because a person gave the same code to these words: {n}.").format(
                n=len(selection.superseded)
            )
        )
    cases = {case.id for case in study.cases}
    nameless = [coding for coding in selection.counted if coding.case not in cases]
    if nameless:
        where = ", ".join(sorted({f"{coding.speaker or '?'} ({coding.transcript})" for coding in nameless}))
        notes.append(
            t("Codings that stand in no row, because no case names their speaker: {n}, by {where}.").format(
                n=len(nameless), where=where
            )
        )
    if selection.unknown:
        codes = ", ".join(sorted({coding.code for coding in selection.unknown}))
        notes.append(
            t("Codings left out, because the codebook has no code {codes}: {n}.").format(
                n=len(selection.unknown), codes=codes
            )
        )
    return tuple(notes)


def describe_modality(set_aside: int, wishes: bool, t: Translate) -> str:
    """Whether wishes and hypotheticals count, and how many were set aside."""
    if wishes:
        return t("counted, and marked where they are quoted")
    return t("not counted; codings set aside: {n}").format(n=set_aside)


def _describe_layer(options: DisplayOptions, t: Translate) -> str:
    return {
        "all": t("suggested, and accepted, edited or made by a person (“accepted”), marked apart; rejected never"),
        "suggested": t("suggested only, those that nobody decided on; rejected never"),
        "accepted": t(
            "suggestions that a person accepted or edited; neither those that nobody decided on, nor what people coded "
            "by hand, nor rejected ones"
        ),
        "human": t("accepted, edited or made by a person (“accepted”); suggestions and rejected ones never"),
    }[options.layer]


def _describe_content(options: DisplayOptions, t: Translate) -> str:
    return {
        "presence": t("whether a code is spoken to, as a sign"),
        "counts": t("how many units; how often says nothing about how important"),
        "quotes": t(
            "quotes, verbatim, with speaker and turn, and under them what people noted on them; neighbouring units of "
            "one turn are one quote"
        ),
        "summary": t("what people wrote of the codings in a cell, in their own words, with their names"),
    }[options.content]


def _describe_choice(options: DisplayOptions, t: Translate) -> str:
    if options.quotes >= EVERY:
        return t("all of them: nothing is left out of this display")
    if options.quotes == 1:
        return t("the first, accepted before suggested, in the order of the interview; the rest is counted")
    return t(
        "the first {n}, accepted before suggested, in the order of the interview; where those are all of one side and "
        "the cell holds both, the last of them gives way to the first of the other side; the rest is counted"
    ).format(n=options.quotes)

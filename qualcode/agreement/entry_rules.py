"""What stands under an agreement table: how it was filled, what its figures mean, and what to beware of."""

from qualcode.agreement.agreement_table import Comparison
from qualcode.agreement.interval import DRAWS
from qualcode.agreement.people import People
from qualcode.agreement.unit_frame import find_compared
from qualcode.agreement.words import FEW, describe_measures
from qualcode.messages import Translate
from qualcode.model import EntryRule


def describe_comparison(comparison: Comparison, set_aside: int, wishes: bool, t: Translate) -> tuple[EntryRule, ...]:
    """The rules by which units were counted. `set_aside` counts the codings left out for their modality."""
    frame = comparison.frame
    units = find_compared(frame, comparison.judged, comparison.against)
    interviews = {frame.units[number].transcript for number in units}
    rules = [
        EntryRule(
            t("Compared"),
            t("respondents' units that both sides read: {units}; interviews: {n}").format(
                units=len(units), n=len(interviews)
            ),
        ),
        EntryRule(
            t("Coded"),
            t("a unit bears a code if a coder's codings of it, sub-codes included, cover at least half of it"),
        ),
        EntryRule(
            t("Wishes and hypotheticals"),
            t("counted") if wishes else t("not counted; codings set aside: {n}").format(n=set_aside),
        ),
        EntryRule(
            t("Few"),
            t("of fewer than {n} units counts alone are shown; “too few” stands for a figure not given").format(n=FEW),
        ),
    ]
    if len(comparison.against) > 1:
        rules.append(
            EntryRule(
                t("Several people"),
                t(
                    "a hit is a unit that any of them gave the code, a miss one that all of them gave it; coefficients "
                    "are given for each of them, and for them alone"
                ),
            )
        )
    return (*rules, *_explain_measures(comparison, t))


def warn_of_people(people: People, comparison: Comparison, t: Translate) -> tuple[str, ...]:
    """What a reader must know before reading on."""
    notes = [
        t(
            "Agreement is not accuracy: it says how far {judged} reads as {against} did, on these interviews. People "
            "part from one another too."
        ).format(judged=comparison.judged, against=", ".join(comparison.against))
    ]
    if people.accepted:
        notes.append(
            t(
                "Codings that began as a machine's suggestion: {n}. Whoever saw a suggestion is no independent reader; "
                "agreement with them says little."
            ).format(n=people.accepted)
        )
    if people.changed:
        notes.append(
            t(
                "Codings that were made blind and taken back or changed with the suggestions in sight: {n}. They count "
                "here as they were made."
            ).format(n=people.changed)
        )
    left = people.suggestions + people.rejected
    if left:
        notes.append(t("Rows of the file left out, as suggestions or rejected: {n}.").format(n=left))
    outside = [coding for coding in comparison.frame.unplaced if coding.coder in comparison.against]
    if outside:
        notes.append(
            t("Codings that cover half of no respondent's unit and count nowhere: {n}.").format(n=len(outside))
        )
    return tuple(notes)


def _explain_measures(comparison: Comparison, t: Translate) -> list[EntryRule]:
    described = describe_measures(comparison.judged, t)
    rules = [described[measure.name] for measure in comparison.measures if measure.name in described]
    if any(measure.corrects_chance for measure in comparison.measures):
        rules.append(
            EntryRule(
                t("Interval"),
                t(
                    "95 %, units drawn again {draws} times, within these interviews; too narrow for others, since "
                    "sentences of one speaker hang together"
                ).format(draws=DRAWS),
            )
        )
    if comparison.has_polarity:
        rules.append(EntryRule(t("Same polarity"), t("of the hits, those to which both sides gave the same polarity")))
    return rules

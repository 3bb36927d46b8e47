"""Using extreme cases: the two ends of the claim, side by side.

Tactic 6 (Miles, Huberman and Saldana 2014, ch. 11): the informants most for and most against show what the account
would have to explain. Informants are ordered by their balance, passages for less passages against over both (−1 to 1);
the counts stand beside it, because talkative informants give more of both.
"""

from collections.abc import Sequence

from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import name_informant
from qualcode.messages import mark, write_decimal
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import count_passages, draw_count, draw_passages
from qualcode.verify.material import Material


def find_ends(material: Material) -> Verdict:
    """A row an informant who speaks to the claim, from most against to most for; columns: what is known of the
    informant, passages for and against, the first passages. Silent informants stand in no row."""
    t = material.t
    order = order_by_balance(material)
    supporting, contrary = group_by_case(material.supporting), group_by_case(material.contrary)
    rows = [
        (
            Heading(case.id, name_informant(case, t), _describe_balance(balance, order, material)),
            _fill(case, supporting.get(case.id, ()), contrary.get(case.id, ()), material),
        )
        for case, balance in order
    ]
    spoken = {case.id for case, _ in order}
    silent = [case.id for case in material.asked if case.id not in spoken]
    computed = Computed(
        title=t("the two ends of it"),
        columns=(
            Heading("known", t("Known of the informant")),
            Heading("against", t("Passages against")),
            Heading("for", t("Passages for")),
            Heading("against-quotes", t("First passage against")),
            Heading("for-quotes", t("First passage for")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(t("Order"), t("by passages for less passages against, over both: −1 all against, 1 all for")),
            EntryRule(t("Silent informants"), ", ".join(silent) or t("none")),
        ),
        codings=material.bearing,
    )
    return answer(PART.name, material, _draw_brief(order, material), computed, _list_questions(order, material))


def order_by_balance(material: Material) -> tuple[tuple[Case, float], ...]:
    """The informants who speak to the claim with their balance, -1 to 1, the lowest first; equals in the order of the
    cases."""
    supporting, contrary = group_by_case(material.supporting), group_by_case(material.contrary)
    order = []
    for case in material.asked:
        n, m = (count_passages(side.get(case.id, ())) for side in (supporting, contrary))
        if n + m:
            order.append((case, (n - m) / (n + m)))
    return tuple(sorted(order, key=lambda pair: pair[1]))


def _fill(case: Case, supporting: Sequence[Coding], against: Sequence[Coding], material: Material) -> tuple[Cell, ...]:
    known = {"role": case.role, "organisation": case.organisation} | case.attributes
    return (
        Cell(tuple(f"{name}: {value}" for name, value in known.items() if value) or (material.t("none"),)),
        draw_count(against, material),
        draw_count(supporting, material),
        draw_passages(against, "contrary", material),
        draw_passages(supporting, "evidence", material),
    )


def _describe_balance(balance: float, order: Sequence[tuple[Case, float]], material: Material) -> str:
    t = material.t
    lowest, highest = order[0][1], order[-1][1]
    said = write_decimal(f"{balance:+.2f}", t)
    if lowest == highest:
        return said
    end = {lowest: t("the end against"), highest: t("the end for")}.get(balance, "")
    return ", ".join(filter(None, (said, end)))


def _draw_brief(order: Sequence[tuple[Case, float]], material: Material) -> Cell:
    t = material.t
    if not order:
        return Cell((t("silent"),), kind="silent")
    if order[0][1] == order[-1][1]:
        return Cell((t("no ends"),), list_ids(material.bearing))
    ends = (order[0][0], order[-1][0])
    ids = {case.id for case in ends}
    own = (coding for coding in material.bearing if coding.case in ids)
    return Cell((t("{low} and {high}").format(low=ends[0].id, high=ends[1].id),), list_ids(own))


def _list_questions(order: Sequence[tuple[Case, float]], material: Material) -> tuple[str, ...]:
    t = material.t
    if len(order) < 2 or order[0][1] == order[-1][1]:
        return (t("All who speak are alike: who would stand at the other end, and was that person asked?"),)
    return (
        t("Does the one end have what your account says it takes, and does the other lack it?"),
        t("What else sets the two ends apart: role, place, time, who was listening?"),
    )


PART = Tactic(
    name="extreme-cases",
    number=6,
    purpose=mark("Set the informants most for and most against the claim side by side."),
    test=find_ends,
)

"""Checking out rival explanations: what fits the claim, what fits another account, and what tells them apart.

Tactic 12 (Miles, Huberman and Saldana 2014, ch. 11): rivals are held open until one account fits clearly better. The
matrix follows the analysis of competing hypotheses (Heuer 1999): evidence by accounts, what tells accounts apart first.
Nothing is summed and no account wins by number.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from qualcode.evidence.selection import group_by_unit, list_ids
from qualcode.messages import mark
from qualcode.model import Cell, CellKind, Coding, EntryRule, Heading, Rival, Side, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import count_passages, draw_count, draw_passages
from qualcode.verify.material import Material, find_bearing_on_rival, find_side
from qualcode.verify.words import name_side

Profile = tuple[Side, ...]  # what one passage says of each account, the claim first
KINDS: dict[Side, CellKind] = {"for": "evidence", "against": "contrary", "both": "mixed", "silent": "silent"}


def set_against_rivals(material: Material) -> Verdict:
    """A row a way in which passages bear on the accounts, those that tell them apart first; columns: the claim, each
    rival with codes, how many passages, the first passages."""
    t = material.t
    rivals = [rival for rival in material.claim.rivals if rival.codes]
    accounts = [_split_claim(material), *(_split_rival(rival, material) for rival in rivals)]
    filed = file_by_profile(accounts)
    rows = [
        (
            Heading(_make_key(profile), _describe(profile, material)),
            (*_draw_profile(profile, accounts, codings, material), *_draw_passages(codings, material)),
        )
        for profile, codings in sorted(filed.items(), key=lambda item: _rank(item[0]))
    ]
    computed = Computed(
        title=t("the claim and its rivals against the evidence"),
        columns=(
            Heading("claim", t("The claim")),
            *(
                Heading(f"rival-{n}", t("Rival {n}").format(n=n), rival.text.in_language(material.language))
                for n, rival in enumerate(rivals, start=1)
            ),
            Heading("passages", t("Passages")),
            Heading("quotes", t("First passage of each informant")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(
                t("For and against a rival"),
                t(
                    "codings of the rival's codes, by the informants in the claim's scope: supporting ones speak for "
                    "it, contrary ones against it; codings that overlap are one passage"
                ),
            ),
            EntryRule(
                t("Order of rows"),
                t("what speaks for one account and against another comes first; nothing is summed, and none wins"),
            ),
            EntryRule(t("Rivals without codes"), _list_codeless(material)),
        ),
        codings=tuple(coding for codings in filed.values() for coding in codings),
    )
    for_rivals = tuple(coding for supporting, _ in accounts[1:] for coding in supporting)
    return answer(PART.name, material, _draw_brief(for_rivals, material), computed, _list_questions(filed, material))


Account = tuple[tuple[Coding, ...], tuple[Coding, ...]]  # codings for it, codings against it


def file_by_profile(accounts: Sequence[Account]) -> dict[Profile, tuple[Coding, ...]]:
    """The codings that bear on any account, filed by what their passage says of each."""
    for_ids = [{coding.id for coding in supporting} for supporting, _ in accounts]
    against_ids = [{coding.id for coding in contrary} for _, contrary in accounts]
    every = {coding.id: coding for account in accounts for side in account for coding in side}.values()
    filed: dict[Profile, list[Coding]] = defaultdict(list)
    for unit in group_by_unit(every):
        ids = {coding.id for coding in unit}
        profile = tuple(
            find_side(ids & supporting, ids & contrary)
            for supporting, contrary in zip(for_ids, against_ids, strict=True)
        )
        filed[profile] += unit
    return {profile: tuple(codings) for profile, codings in filed.items()}


def tells_apart(profile: Profile) -> bool:
    """Whether a passage speaks for one account and against another."""
    return "for" in profile and "against" in profile


def _split_claim(material: Material) -> Account:
    return material.supporting, material.contrary


def _split_rival(rival: Rival, material: Material) -> Account:
    bearing = find_bearing_on_rival(rival, material)
    return (
        tuple(coding for coding in bearing if coding.polarity == "supporting"),
        tuple(coding for coding in bearing if coding.polarity == "contrary"),
    )


def _rank(profile: Profile) -> tuple[bool, bool, Profile]:
    return not tells_apart(profile), len(set(profile) - {"silent"}) == 1 and "silent" not in profile, profile


def _make_key(profile: Profile) -> str:
    return "-".join(profile)


def _describe(profile: Profile, material: Material) -> str:
    t = material.t
    if tells_apart(profile):
        return t("tells them apart")
    if "silent" in profile:
        return t("silent on one of them")
    return t("the same for all")


def _draw_profile(
    profile: Profile, accounts: Sequence[Account], codings: Sequence[Coding], material: Material
) -> tuple[Cell, ...]:
    cells = []
    for side, (supporting, contrary) in zip(profile, accounts, strict=True):
        ids = {coding.id for coding in (*supporting, *contrary)}
        own = (coding for coding in codings if coding.id in ids)
        cells.append(Cell((name_side(side, material.t),), list_ids(own), KINDS[side]))
    return tuple(cells)


def _draw_passages(codings: Sequence[Coding], material: Material) -> tuple[Cell, ...]:
    return draw_count(codings, material), draw_passages(codings, "mixed", material)


def _list_codeless(material: Material) -> str:
    texts = (r.text.in_language(material.language) for r in material.claim.rivals if not r.codes)
    return " ".join(texts) or material.t("none")


def _draw_brief(for_rivals: Sequence[Coding], material: Material) -> Cell:
    t = material.t
    if not material.claim.rivals:
        return Cell((t("none named"),), kind="missing")
    return Cell((t("{n} for a rival").format(n=count_passages(for_rivals)),), list_ids(for_rivals))


def _list_questions(filed: Mapping[Profile, Sequence[Coding]], material: Material) -> tuple[str, ...]:
    t = material.t
    if not material.claim.rivals:
        return (t("No rival explanation is named: add at least one."),)
    lines = []
    if not any(map(tells_apart, filed)):
        lines.append(t("No passage speaks for one account and against another: what would tell them apart?"))
    own = {code for code, _ in material.claim.codes}
    if any(own.issuperset(rival.codes) for rival in material.claim.rivals if rival.codes):
        lines.append(
            t("A rival has no code that the claim has not: codes alone cannot tell more than for and against.")
        )
    if any(not rival.codes for rival in material.claim.rivals):
        lines.append(t("Rivals without codes are judged by reading alone."))
    lines.append(t("Are these the rivals that an opponent of the claim would name? Which account fits, and why?"))
    return tuple(lines)


PART = Tactic(
    name="rivals",
    number=12,
    purpose=mark("Lay the claim and its rivals beside the evidence: what fits one and not the other?"),
    test=set_against_rivals,
)

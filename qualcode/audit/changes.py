"""Two states of one study side by side: what they rest on, which codings came and went, which claims lean otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from qualcode.evidence.provenance import SHORT
from qualcode.evidence.selection import group_by_code, list_ids, select
from qualcode.messages import Translate
from qualcode.model import Case, Cell, Claim, Coding, EntryRule, Heading, Matrix, Study


@dataclass(frozen=True, slots=True)
class Lean:
    """How a claim stood in one state: what it leans to, in words, and the codings for it and against it."""

    side: str
    supporting: tuple[Coding, ...] = ()
    contrary: tuple[Coding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A coding that counts in both states, as it was and as it is."""

    before: Coding
    after: Coding


def compare_sources(before: Study, after: Study, t: Translate) -> Matrix:
    """A row for each thing that the two states rest on and that is another now: codebook, settings, informants,
    transcripts, claims, coders' decisions."""
    then, now = _list_sources(before, t), _list_sources(after, t)
    keys = [key for key in dict.fromkeys((*then, *now)) if then.get(key) != now.get(key)]
    same = [] if keys else [t("Both rest on the same codebook, texts, claims and decisions.")]
    return Matrix(
        name="diff-sources",
        title=t("What the two states rest on: what differs"),
        rows=tuple(Heading(key, key) for key in keys),
        columns=(Heading("then", t("Then")), Heading("now", t("Now"))),
        cells=tuple((Cell((then.get(key) or t("none"),)), Cell((now.get(key) or t("none"),))) for key in keys),
        entry_rules=(
            EntryRule(t("Rows"), t("what is the same in both is left out; hashes are cut to compare by eye")),
        ),
        notes=tuple(same),
    )


def compare_codings(before: Study, after: Study, t: Translate) -> Matrix:
    """A row a code whose codings differ, then one for all. Columns: those that count then and now, those that came and
    those that went, and those on which people decided otherwise."""
    then, now = (group_by_code(select(study).counted, study.codebook) for study in (before, after))
    ids = [code for code in dict.fromkeys((*then, *now)) if then.get(code) or now.get(code)]
    rows, cells = [], []
    for code in ids:
        own = _fill(then.get(code, ()), now.get(code, ()))
        if any(cell.lines != ("0",) for cell in own[2:]):
            rows.append(Heading(code, code))
            cells.append(own)
    rows.append(Heading("all", t("All codes")))
    whole = [_fill(then.get(code, ()), now.get(code, ())) for code in ids]
    cells.append(tuple(_add(column) for column in zip(*whole, strict=True)) if whole else _fill((), ()))
    return Matrix(
        name="diff-codings",
        title=t("Codings that count: what came and what went"),
        rows=tuple(rows),
        columns=(
            Heading("then", t("Then")),
            Heading("now", t("Now")),
            Heading("came", t("Came")),
            Heading("went", t("Went")),
            Heading("decided", t("Decided otherwise")),
        ),
        cells=tuple(cells),
        entry_rules=(
            EntryRule(
                t("Same coding"),
                t(
                    "by its id, else by transcript, words, polarity and coder; one that was recoded went under one "
                    "code and came under another"
                ),
            ),
            EntryRule(
                t("Decided otherwise"), t("counts in both, and is accepted, edited, disputed or open in one alone")
            ),
            EntryRule(t("Rows"), t("codes of which nothing differs are left out")),
        ),
    )


def compare_claims(before: Mapping[str, Lean], after: Mapping[str, Lean], t: Translate) -> Matrix:
    """A row a claim whose evidence differs: the lean and the passages for and against, then and now."""
    ids = [claim for claim in dict.fromkeys((*before, *after)) if _weigh(before.get(claim)) != _weigh(after.get(claim))]
    none = [] if ids else [t("The evidence of every claim is the same in both.")]
    return Matrix(
        name="diff-claims",
        title=t("Claims whose evidence differs: read them again"),
        rows=tuple(Heading(claim, claim) for claim in ids),
        columns=(
            Heading("then", t("Lean then")),
            Heading("now", t("Lean now")),
            Heading("for", t("Passages for")),
            Heading("against", t("Passages against")),
        ),
        cells=tuple(_fill_claim(before.get(claim), after.get(claim), t) for claim in ids),
        entry_rules=(
            EntryRule(t("Rows"), t("claims with other codings for or against them, also where they lean the same")),
            EntryRule(t("Passages"), t("codings then → now")),
        ),
        notes=tuple(none),
    )


def _list_sources(study: Study, t: Translate) -> dict[str, str]:
    decisions: dict[str, list[str]] = defaultdict(list)
    for decision in study.decisions:
        decisions[decision.who].append(decision.hash)
    mode, settings = study.codebook.mode.id if study.codebook.mode else "", study.settings
    return {
        **{
            t("codebook {name}").format(name=each.name): f"{each.version}, {each.hash[:SHORT]}"
            for each in study.codebook.editions
        },
        t("mode"): mode,
        t("unit"): settings.unit,
        t("interviewers"): ", ".join(settings.interviewers),
        t("roles"): ", ".join(settings.roles),
        **{t("informant {id}").format(id=case.id): _describe_case(case) for case in study.cases},
        **{sheet.transcript: sheet.text_sha256[:SHORT] for sheet in study.accounts},
        **{t("claim {id}").format(id=claim.id): _describe_claim(claim) for claim in study.claims},
        **{
            t("decisions of {name}").format(name=who): f"{len(own)}, {_hash(sorted(own))}"
            for who, own in sorted(decisions.items())
        },
    }


def _describe_case(case: Case) -> str:
    """What cases.csv says of an informant, and in which transcripts the informant speaks."""
    known = {"role": case.role, "organisation": case.organisation, "sector": case.sector} | case.attributes
    said = (f"{name}: {value}" for name, value in known.items() if value)
    return "; ".join((*said, ", ".join(case.transcripts)))


def _describe_claim(claim: Claim) -> str:
    """A claim in its words, and a hash over all that is written of it."""
    words = " / ".join(filter(None, (claim.text.id, claim.text.en)))
    return f"{words} ({_hash(replace(claim, line=0))})"


def _hash(written: object) -> str:
    return sha256(repr(written).encode()).hexdigest()[:SHORT]


def _fill(then: Sequence[Coding], now: Sequence[Coding]) -> tuple[Cell, ...]:
    pairs = _pair(then, now)
    stayed_before, stayed = {each.before.id for each in pairs}, {each.after.id for each in pairs}
    return (
        _count(coding.id for coding in then),
        _count(coding.id for coding in now),
        _count(coding.id for coding in now if coding.id not in stayed),
        _count(coding.id for coding in then if coding.id not in stayed_before),
        _count(each.after.id for each in pairs if _stand(each.before) != _stand(each.after)),
    )


def _pair(then: Iterable[Coding], now: Iterable[Coding]) -> list[_Pair]:
    """The codings that are in both: by id, and those that an edited text moved, in their order."""
    by_id = {coding.id: coding for coding in then}
    pairs = [_Pair(by_id.pop(coding.id), coding) for coding in now if coding.id in by_id]
    left: dict[tuple[str, ...], list[Coding]] = defaultdict(list)
    for coding in by_id.values():
        left[_describe(coding)].append(coding)
    paired = {each.after.id for each in pairs}
    moved = (coding for coding in now if coding.id not in paired and left[_describe(coding)])
    return [*pairs, *(_Pair(left[_describe(coding)].pop(0), coding) for coding in moved)]


def _describe(coding: Coding) -> tuple[str, ...]:
    return coding.transcript, coding.quote, coding.code, coding.polarity, coding.coder


def _stand(coding: Coding) -> tuple[object, ...]:
    return coding.status, coding.decided_by, coding.disputed_by


def _count(ids: Iterable[str]) -> Cell:
    found = tuple(ids)
    return Cell((str(len(found)),), found)


def _add(cells: Iterable[Cell]) -> Cell:
    return _count(id_ for cell in cells for id_ in cell.coding_ids)


def _fill_claim(then: Lean | None, now: Lean | None, t: Translate) -> tuple[Cell, ...]:
    gone = Lean(t("no such claim"))
    old, new = then or gone, now or gone
    return (
        Cell((old.side,)),
        Cell((new.side,)),
        *(
            Cell((f"{len(was)} → {len(found)}",), list_ids(found))
            for was, found in ((old.supporting, new.supporting), (old.contrary, new.contrary))
        ),
    )


def _weigh(lean: Lean | None) -> object:
    """What a lean rests on, told so that a coding whose text was edited elsewhere is the same."""
    return lean and (lean.side, *(sorted(map(_describe, codings)) for codings in (lean.supporting, lean.contrary)))

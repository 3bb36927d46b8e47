"""The desk of one person: the codings as they stand, as far as this person may see them, and their transcripts.

The review page, the terminal and the sheets all work at a desk; `workflow.deciding` puts decisions on the disk.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_drawn
from qualcode.evidence.applying import Applying, Decided, Memo
from qualcode.evidence.audited import leave_out_auditors
from qualcode.evidence.standing import drop_undone, find_renamed
from qualcode.evidence.wording import name_code
from qualcode.messages import mark
from qualcode.model import Coding, Decision, DrawnLink, Problem, Seen, Span, Study, Transcript
from qualcode.registry import find_parts
from qualcode.store.decisions import Kept, read_decisions
from qualcode.workflow.coding import load_coded
from qualcode.workflow.commands import refuse_changed
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.people import describe_odd
from qualcode.workflow.placing import place_decisions
from qualcode.workflow.reading import require_interview


@dataclass(slots=True)
class Desk:
    """Where one coder sits. `coded` is the study as the coder may see it: blind, without anybody else's codings.

    `problems` tell what is odd about the decisions on the disk, `orphans` are those whose words are no longer found,
    `remarks` what was odd about files that were written to. By transcript are kept `decisions`, how they are laid over
    the machine's codings, `applying`, and what comes of it, `decided`; `codings` are these by id, `own` the coder's
    decisions as they were made (by the clock, but what one transcript's file keeps in its order, whatever the clock
    said),
    `homes` the transcripts of codings by the ids that these have or had, `links` those that people drew by the ids of
    both their ends, None until somebody asks.
    """

    opened: OpenStudy
    coded: Study
    coder: str
    seen: Seen
    problems: tuple[Problem, ...] = ()
    orphans: tuple[Decision, ...] = ()
    remarks: list[str] = field(default_factory=list)
    decisions: dict[str, list[Decision]] = field(default_factory=dict)
    applying: dict[str, Applying] = field(default_factory=dict)
    decided: dict[str, Decided] = field(default_factory=dict)
    texts: dict[str, Transcript] = field(default_factory=dict)
    own: list[Decision] = field(default_factory=list)
    codings: dict[str, Coding] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[DrawnLink]] | None = None


def open_desk(opened: OpenStudy, coder: str, seen: Seen = "suggestions") -> Desk:
    """Sit down as `coder`. `seen` "blind" hides what the machine and others coded.

    A study that was not coded yet is refused, and so is a coder without a name or with the machine's.
    """
    desk = Desk(opened, load_coded(opened), require_person(coder), seen)
    if seen == "blind":
        desk.coded = replace(desk.coded, codings=())
    refresh(desk)
    return desk


def require_person(coder: str) -> str:
    """The coder's name as it is written everywhere; none, and a machine's, is refused."""
    name = clean_name(coder)
    if not name:
        raise QualcodeError(mark("A coder needs a name"), mark("Give it with --coder"))
    if name in find_parts("coders"):
        raise QualcodeError(
            mark("{name} is the name of a machine's coder", name=name), mark("Give your own with --coder")
        )
    return name


def clean_name(coder: str) -> str:
    """A coder's name as it is written everywhere: without blanks around it, its letters composed (NFC)."""
    return unicodedata.normalize("NFC", coder).strip()


def refresh(desk: Desk) -> None:
    """Read again what is on the disk: another window or another person may have decided since."""
    kept = read_decisions(desk.opened.place.decisions)
    if desk.seen == "blind":
        own = tuple(each for each in kept.decisions if each.who == desk.coder or each.act == "rename")
        kept = Kept(own, kept.problems, kept.heads)
    else:
        kept = Kept(leave_out_auditors(kept.decisions), kept.problems, kept.heads)
    placed = place_decisions(desk.opened, kept.decisions, desk.coded.accounts, desk.coded.cases)
    desk.problems, desk.orphans = describe_odd(kept, placed), placed.orphans
    machine: dict[str, list[Coding]] = defaultdict(list)
    for coding in desk.coded.codings:
        machine[coding.transcript].append(coding)
    desk.decisions = defaultdict(list)
    for decision in placed.decisions:
        desk.decisions[decision.transcript].append(decision)
    now = {each.hash: each for each in (*placed.decisions, *placed.orphans)}
    desk.own = [now[each.hash] for each in _line_up(kept.decisions, desk.coder) if each.hash in now]
    desk.applying, desk.decided, desk.codings, desk.homes = {}, {}, {}, {}
    renamed = find_renamed(desk.decisions[""])
    for name in (sheet.transcript for sheet in desk.coded.accounts):
        desk.applying[name] = Applying(machine[name], desk.decisions[name], renamed)
        _apply(desk, name)


def _line_up(decisions: Iterable[Decision], coder: str) -> list[Decision]:
    """The coder's decisions through all files by the clock; in one file a clock that went back stood still."""
    files: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.who == coder:
            files[decision.transcript].append(decision)
    timed = [
        (when, decision)
        for own in files.values()
        for when, decision in zip(accumulate((each.when for each in own), max), own, strict=True)
    ]
    return [decision for _, decision in sorted(timed, key=lambda each: each[0])]


def list_codings(desk: Desk, transcript: str | None = None) -> tuple[Coding, ...]:
    """The codings as they stand, of one transcript or of all, in the order of codings.csv."""
    names = [sheet.transcript for sheet in desk.coded.accounts] if transcript is None else [transcript]
    return tuple(coding for name in names for coding in desk.decided[name].codings)


def find_coding(desk: Desk, coding_id: str) -> Coding | None:
    """The coding with this id, or the one that it has become."""
    decided = desk.decided.get(desk.homes.get(coding_id, ""))
    return desk.codings.get(decided.names.get(coding_id, coding_id)) if decided else None


def list_memos(desk: Desk, coding_id: str) -> tuple[Memo, ...]:
    """What people wrote on a coding, the oldest first."""
    decided = desk.decided.get(desk.homes.get(coding_id, ""))
    return decided.memos.get(decided.names.get(coding_id, coding_id), ()) if decided else ()


def list_links(desk: Desk, coding_id: str) -> tuple[DrawnLink, ...]:
    """The links that people drew from a coding or to it, the oldest first."""
    if desk.links is None:
        desk.links = defaultdict(list)
        laid = desk.decided.values()
        study = replace(
            desk.coded,
            codings=tuple(desk.codings.values()),
            decisions=tuple(desk.decisions[""]),
            former_ids={old: now for each in laid for old, now in each.names.items()},
            roots={now: root for each in laid for now, root in each.roots.items()},
        )
        for link in find_drawn(study):
            for end in (link.cause, link.effect):
                desk.links[end].append(link)
    return tuple(desk.links.get(coding_id, ()))


def list_read(desk: Desk, transcript: str) -> tuple[Span, ...]:
    """The passages to which the coder gave no code after reading them."""
    return tuple(
        decision.passage.span
        for decision in drop_undone(desk.decisions.get(transcript, ()))
        if decision.act == "nothing" and decision.who == desk.coder and decision.passage
    )


def open_transcript(desk: Desk, name: str) -> Transcript:
    """A transcript with roles and cases; one that was edited since it was coded is refused."""
    if name not in desk.texts:
        desk.texts[name] = require_interview(desk.opened, name)
    sheet = next((each for each in desk.coded.accounts if each.transcript == name), None)
    if sheet is None or sheet.text_sha256 != desk.texts[name].text_sha256:
        refuse_changed(desk.opened, name)
    return desk.texts[name]


def take_in(desk: Desk, decisions: Sequence[Decision]) -> None:
    """Let decisions that are now on the disk count at the desk, without reading it all again."""
    for decision in decisions:
        desk.decisions[decision.transcript].append(decision)
        desk.own.append(decision)
        desk.applying[decision.transcript].add(decision)
    for name in dict.fromkeys(decision.transcript for decision in decisions):
        _apply(desk, name)


def list_proposals(decisions: Iterable[Decision], study: Study) -> dict[str, tuple[Decision, ...]]:
    """The codes that people proposed and the codebook still lacks, each with the decisions on passages that bear it."""
    found: dict[str, list[Decision]] = {}
    for decision in drop_undone(decisions):
        if decision.act == "propose" and study.codebook.find(decision.code) is None:
            found.setdefault(decision.code, []).append(decision)
    return {code: tuple(passages) for code, passages in sorted(found.items())}


def name_coding(desk: Desk, code_id: str) -> str:
    """The label of a code; of one that a person proposed, the label it was given."""
    label = name_code(desk.coded.codebook, code_id, desk.opened.language)
    return label if label != code_id else find_proposed(desk).get(code_id, label)


def find_proposed(desk: Desk) -> dict[str, str]:
    """The labels of the codes that people proposed and the codebook lacks, by id."""
    decisions = (decision for decided in desk.decisions.values() for decision in decided if decision.act == "propose")
    return {code: made[-1].label for code, made in list_proposals(decisions, desk.coded).items()}


def _apply(desk: Desk, transcript: str) -> None:
    decided = desk.applying[transcript].finish()
    desk.links = None
    before = desk.decided.get(transcript)
    for coding in before.codings if before else ():
        del desk.codings[coding.id]
    desk.decided[transcript] = decided
    desk.codings |= {coding.id: coding for coding in decided.codings}
    desk.homes |= dict.fromkeys((*(coding.id for coding in decided.codings), *decided.names), transcript)

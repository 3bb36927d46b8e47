"""What is on file of the work: who coded and decided, how far coders agree, with what, and what they wrote down."""

from collections import Counter
from collections.abc import Iterator

from qualcode.evidence.audited import list_judgements, list_own
from qualcode.evidence.jottings import list_jottings
from qualcode.evidence.selection import is_human, list_ids
from qualcode.model import MemoKind
from qualcode.standards.contract import Fact, Records, Tell

DECISIONS = "decisions"
LOG = "log.jsonl"
CODINGS = "results/codings.csv"


def tell_coders(records: Records) -> Iterator[Fact]:
    """How many people decided on codings, each with how many decisions, and how many of them blind."""
    t = records.t
    decisions = [decision for decision in list_own(records.study) if decision.transcript]
    people = Counter(decision.who for decision in decisions)
    if not people:
        return
    blind = Counter(decision.who for decision in decisions if decision.seen == "blind")
    yield Fact(t("People who coded or decided on codings: {n}").format(n=len(people)), DECISIONS)
    line = t("{name}: {n} decisions, {blind} of them blind to suggestions")
    for name, n in sorted(people.items()):
        yield Fact(line.format(name=name, n=n, blind=blind[name]), DECISIONS)


def tell_machine(records: Records) -> Iterator[Fact]:
    """How many codings a machine suggested, and how far people have decided on what counts."""
    t = records.t
    codings = records.counted
    human = list_ids(coding for coding in codings if is_human(coding))
    others = list_ids(coding for coding in codings if not is_human(coding))
    line = t("Codings that count: {n}; made or accepted by people: {human}; a machine's, nobody has decided: {machine}")
    ids = (*human, *others)
    yield Fact(line.format(n=len(codings), human=len(human), machine=len(others)), CODINGS, ids)


def tell_disputes(records: Records) -> Iterator[Fact]:
    """Codings on which people disagree."""
    t = records.t
    if any(decision.transcript for decision in records.study.decisions):
        disputed = list_ids(coding for coding in records.study.codings if coding.disputed_by)
        yield Fact(t("Codings on which people disagree: {n}").format(n=len(disputed)), DECISIONS, disputed)


def tell_agreement(records: Records) -> Iterator[Fact]:
    """How far the machine agrees with people who coded blind to it: every measure of every code."""
    table = records.agreement
    if table is None:
        return
    yield Fact(table.title, DECISIONS)
    for row, cells in zip(table.rows, table.cells, strict=True):
        shown = [
            f"{column.label} {' '.join(cell.lines)}"
            for column, cell in zip(table.columns, cells, strict=True)
            if cell.lines
        ]
        ids = dict.fromkeys(id_ for cell in cells for id_ in cell.coding_ids)
        yield Fact(f"{row.label}: {'; '.join(shown)}", DECISIONS, tuple(ids))


def tell_audit(records: Records) -> Iterator[Fact]:
    """What auditors judged of a sample of codings, each with their verdicts."""
    t = records.t
    judged = [each for each in list_judgements(records.study) if each.verdict]
    for who in sorted({each.answer.who for each in judged}):
        own = [each.verdict for each in judged if each.answer.who == who]
        line = t("Audit of a sample by {name}: codings {n}; borne out {yes}, not borne out {no}, unclear {unclear}")
        counts = {"yes": own.count("supported"), "no": own.count("not supported"), "unclear": own.count("unclear")}
        yield Fact(line.format(name=who, n=len(own), **counts), DECISIONS)


def tell_software(records: Records) -> Iterator[Fact]:
    """The versions of qualcode and its libraries that worked on the study."""
    versions = dict.fromkeys(line.version for line in records.log)
    if versions:
        yield Fact(f"qualcode {', '.join(versions)}", LOG)
        libraries = next((line.libraries for line in reversed(records.log) if line.libraries), {})
        if libraries:
            yield Fact(", ".join(f"{name} {version}" for name, version in libraries.items()), LOG)


def tell_log(records: Records) -> Iterator[Fact]:
    """How many commands are on file, from when to when."""
    t = records.t
    if records.log:
        days = sorted(line.when[:10] for line in records.log)
        line = t("Commands on file: {n}, from {first} to {last}; users: {users}")
        users = len({each.who for each in records.log})
        yield Fact(line.format(n=len(records.log), first=days[0], last=days[-1], users=users), LOG)
    if records.study.decisions:
        line = t("Decisions on file, each with its time and bound to the one before it by its hash: {n}")
        yield Fact(line.format(n=len(records.study.decisions)), DECISIONS)


def tell_chain(records: Records) -> Iterator[Fact]:
    """That every coding says by whom it was made, from what and why."""
    t = records.t
    codings = records.counted
    line = t("Codings with their words, place, coder, codebook and reason: {n}; cells of displays keep their ids")
    yield Fact(line.format(n=len(codings)), CODINGS, list_ids(codings))


def tell_results(records: Records) -> Iterator[Fact]:
    """Which results are bound to what they were made from."""
    t = records.t
    last = next((line for line in reversed(records.log) if line.hashes.get("outputs")), None)
    if last:
        line = t("Files of results that the manifest names with their hashes, and what they were made from: {n}")
        yield Fact(line.format(n=len(last.hashes["outputs"])), "results/manifest.json")


def tell_memos(*kinds: MemoKind) -> Tell:
    """A teller of the memos of some kinds, of all where none is named."""

    def tell(records: Records) -> Iterator[Fact]:
        t = records.t
        for memo in records.memos:
            if not kinds or memo.kind in kinds:
                details = ", ".join(filter(None, (memo.date, memo.author)))
                title = t("Memo: {title}").format(title=memo.title)
                yield Fact(f"{title} ({details})" if details else title, f"memos/{memo.file}")

    return tell


def tell_jottings(records: Records) -> Iterator[Fact]:
    """How many remarks people wrote beside codings and passages."""
    t = records.t
    remarks = [decision for decision, _ in list_jottings(records.study)]
    if remarks:
        former = records.study.former_ids
        there = {coding.id for coding in records.study.codings}
        ids = (former.get(decision.on, decision.on) for decision in remarks)
        line = t("Remarks that people wrote while coding: {n}")
        yield Fact(line.format(n=len(remarks)), DECISIONS, tuple(dict.fromkeys(id_ for id_ in ids if id_ in there)))

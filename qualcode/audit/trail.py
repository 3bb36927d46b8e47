"""The trail: every command and every sitting of a coder, in the order of time (Halpern 1983; Lincoln and Guba 1985)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from shlex import join

from qualcode.evidence.act_words import name_act, name_tool
from qualcode.messages import Translate
from qualcode.model import Cell, Decision, EntryRule, Heading, LogLine, Matrix

SHORT = 12  # hex digits of a hash that people compare by eye
_TOLD = ("inputs", "codebooks", "transcripts")  # what goes into a command


@dataclass(frozen=True, slots=True)
class _Step:
    """One row to be: when, its key, and its cells."""

    when: str
    key: str
    cells: tuple[Cell, ...]


def build_trail(
    log: Iterable[LogLine],
    decisions: Iterable[Decision],
    present: Mapping[str, str],
    known: Collection[str],
    t: Translate,
) -> Matrix:
    """A row a command of the log, and a row for what one coder decided on one transcript on one day in one way.

    `present` leads from ids that codings had to those they have, `known` are the ids of codings that are there, which
    cells of decisions keep.
    """
    steps = [*_list_commands(log, t), *_list_sittings(decisions, present, known, t)]
    steps.sort(key=lambda step: (step.when, step.key))
    return Matrix(
        name="trail",
        title=t("Trail: who did what, and when"),
        rows=tuple(Heading(step.key, step.when[:16].replace("T", " ")) for step in steps),
        columns=(
            Heading("who", t("Who")),
            Heading("did", t("Did")),
            Heading("on", t("On")),
            Heading("changed", t("Changed before it")),
            Heading("hash", t("Left behind")),
        ),
        cells=tuple(step.cells for step in steps),
        entry_rules=(
            EntryRule(
                t("Rows"),
                t(
                    "commands as log.jsonl has them, and what one coder decided on one transcript on one day, by the "
                    "same tool, blind or not; times are UTC"
                ),
            ),
            EntryRule(t("Changed before it"), t("files whose hash is another than at the command before that told it")),
            EntryRule(
                t("Left behind"),
                t("of decisions the hash of the last one; of commands how many files of codings and results"),
            ),
        ),
    )


def _list_commands(log: Iterable[LogLine], t: Translate) -> Iterator[_Step]:
    last: dict[tuple[str, str], str] = {}
    for line in log:
        changed = []
        for part in _TOLD:
            for name, hash_ in line.hashes.get(part, {}).items():
                if last.get((part, name), hash_) != hash_:
                    changed.append(name)
                last[part, name] = hash_
        left = {name: len(line.hashes.get(name, {})) for name in ("codings", "outputs")}
        files = t("codings {codings}, results {outputs}").format(**left) if any(left.values()) else ""
        cells = (
            Cell((line.coder or line.who,)),
            Cell((f"qualcode {join(line.arguments)}", *_count(line.acts, t))),
            Cell((t("version {version}").format(version=line.version),)),
            Cell(tuple(dict.fromkeys(changed))),
            Cell((files,) if files else ()),
        )
        yield _Step(line.when, f"log-{line.number}", cells)


def _list_sittings(
    decisions: Iterable[Decision], present: Mapping[str, str], known: Collection[str], t: Translate
) -> Iterator[_Step]:
    def place(decision: Decision) -> tuple[str, ...]:
        return decision.who, decision.transcript, decision.when[:10], decision.tool, decision.seen

    for (who, transcript, _, tool, seen), run in groupby(decisions, key=place):
        found = tuple(run)
        ids = (present.get(decision.on, decision.on) for decision in found)
        blind = t("blind") if seen == "blind" else ""
        cells = (
            Cell((who,)),
            Cell(
                (
                    *_count(Counter(decision.act for decision in found), t),
                    ", ".join(filter(None, (name_tool(tool, t), blind))),
                )
            ),
            Cell((transcript or t("the study"),), tuple(dict.fromkeys(id_ for id_ in ids if id_ in known))),
            Cell(),
            Cell((found[-1].hash[:SHORT],)),
        )
        yield _Step(found[0].when, found[0].hash[:SHORT], cells)


def _count(acts: Mapping[str, int], t: Translate) -> Sequence[str]:
    return (", ".join(f"{name_act(act, t)} {n}" for act, n in sorted(acts.items())),) if acts else ()

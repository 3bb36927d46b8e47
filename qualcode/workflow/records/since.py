"""What has changed in a study since a result was made from it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.audited import leave_out_auditors
from qualcode.messages import Translate, mark, translator
from qualcode.model import Decision, Problem, Study
from qualcode.readers.folder import list_sources, read_source
from qualcode.store.decisions import read_decisions
from qualcode.workflow.commands import suggest_coding
from qualcode.workflow.opening import OpenStudy, require_codebook
from qualcode.workflow.reading import name_source, split_name
from qualcode.workflow.records.inputs import list_inputs
from qualcode.workflow.records.likeness import Likeness, compare_inputs
from qualcode.workflow.records.recording import State

MOST_NAMED = 6  # of codes or transcripts in one line
_ON_THE_STUDY = ("answer", "fill", "judge", "link")


@dataclass(frozen=True, slots=True)
class Present:
    """A study as it is now: its files and transcripts by name, the hashes of its codes, and all decisions."""

    inputs: dict[str, Path]
    codebook: str
    codes: dict[str, str]
    transcripts: dict[str, Path]
    decisions: tuple[Decision, ...]


def find_present(opened: OpenStudy) -> Present:
    """The study as it is now, whether or not it is coded; one with errors in its files is refused."""
    return Present(
        inputs=list_inputs(opened.place, opened.codebook_path),
        codebook=opened.codebook_path.name,
        codes={code.id: code.hash[:16] for code in require_codebook(opened).codes},
        transcripts=_list_transcripts(opened),
        decisions=read_decisions(opened.place.decisions).decisions,
    )


def tell_since(then: State, now: Present, t: Translate) -> tuple[str, ...]:
    """A line for each thing that changed: decisions by person, the codebook's codes, transcripts, other files.

    Line ends of another system are no change.
    """
    codes = _compare_codes(then.codes, now.codes)
    inputs = (each for each in compare_inputs(then.inputs, now.inputs) if not (codes and each[0] == now.codebook))
    return (
        *_tell_decisions(_find_new(then.decisions.values(), now.decisions), t),
        *_tell(t("codebook"), codes, t),
        *tell_transcripts(then.transcripts, now, t),
        *_tell(t("files of the study"), inputs, t),
    )


def tell_transcripts(then: Mapping[str, str], now: Present, t: Translate) -> tuple[str, ...]:
    """A line on the transcripts that were changed, taken away or put in, if any; `then` are SHA-256 by name."""
    return tuple(_tell(t("transcripts"), _compare_transcripts(then, now.transcripts), t))


def find_drift(opened: OpenStudy, study: Study) -> tuple[Problem, ...]:
    """A warning where transcripts are not as they were coded: what rests on codings shows their words as they were."""
    then = {sheet.transcript: sheet.source_sha256 for sheet in study.accounts}
    compared = _compare_transcripts(then, _list_transcripts(opened))
    names = [name for name, likeness in compared if likeness in ("changed", "missing", "new")]
    if not names:
        return ()
    what = mark(
        "changed, gone or new since they were coded: {names}", names=name_most(names, translator(opened.language))
    )
    return (Problem(mark("transcripts"), what, suggest_coding(opened), "warning"),)


def _list_transcripts(opened: OpenStudy) -> dict[str, Path]:
    folder = opened.place.transcripts
    sources = list_sources(folder)[0] if folder.is_dir() else ()
    return {name_source(path, folder): path for path in sources}


def _compare_transcripts(then: Mapping[str, str], now: Mapping[str, Path]) -> Iterator[tuple[str, Likeness]]:
    """Each file of interviews; one that came and cannot be read is no news: coding again would not take it in."""
    sources = {split_name(name)[0]: sha for name, sha in then.items()}
    for name, likeness in compare_inputs(sources, now):
        if likeness != "new" or _is_readable(now[name], name):
            yield name, likeness


def _is_readable(path: Path, name: str) -> bool:
    try:
        return bool(read_source(path, name))
    except QualcodeError:
        return False


def _find_new(heads: Iterable[str], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that are neither heads nor came before these."""
    known = {decision.hash: decision for decision in decisions}
    waiting, old = [head for ends in heads for head in ends.split() if head in known], set[str]()
    while waiting:
        digest = waiting.pop()
        if digest not in old:
            old.add(digest)
            waiting += [parent for parent in known[digest].parents if parent in known]
    new = leave_out_auditors(decision for digest, decision in known.items() if digest not in old)
    return tuple(decision for decision in new if decision.act != "join")


def _tell_decisions(new: Iterable[Decision], t: Translate) -> Iterator[str]:
    by_person: dict[str, Counter[str]] = {}
    for decision in new:
        where = decision.transcript
        if not where:
            where = t("answers, judgements and the like") if decision.act in _ON_THE_STUDY else t("renamed codes")
        by_person.setdefault(decision.who, Counter())[where] += 1
    for who, counts in sorted(by_person.items()):
        named = name_most([f"{where} {n}" for where, n in counts.items()], t)
        yield t("decisions of {who}: {n} ({where})").format(who=who, n=counts.total(), where=named)


def _compare_codes(then: dict[str, str], now: dict[str, str]) -> list[tuple[str, Likeness]]:
    found: list[tuple[str, Likeness]] = [(code, "new") for code in now if code not in then]
    for code, digest in then.items():
        if code not in now:
            found.append((code, "missing"))
        elif now[code] != digest:
            found.append((code, "changed"))
    return found


def _tell(what: str, compared: Iterable[tuple[str, Likeness]], t: Translate) -> Iterator[str]:
    words = {"changed": t("changed: {names}"), "missing": t("gone: {names}"), "new": t("new: {names}")}
    by_likeness: dict[str, list[str]] = {}
    for name, likeness in compared:
        by_likeness.setdefault(likeness, []).append(name)
    told = [line.format(names=name_most(by_likeness[each], t)) for each, line in words.items() if each in by_likeness]
    if told:
        yield f"{what}: {'; '.join(told)}"


def name_most(names: list[str], t: Translate) -> str:
    """The first few names, and how many more there are."""
    named = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{named} " + t("and {n} more").format(n=more) if more > 0 else named

"""Tables of what cues do in a study: which fire together, what they reach, which are idle, which silent."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from qualcode.codebook.describe import name_edition
from qualcode.codebook.residual import Uncoded
from qualcode.language.tokens import find_words
from qualcode.messages import Translate
from qualcode.model import Cell, Codebook, Coding, Cue, EntryRule, Evidence, Heading, Matrix


@dataclass(frozen=True, slots=True)
class Traces:
    """What a codebook does in a study: its `codings`; the same with every cue that stands, whether it counts there or
    not (`standing`: see `probing.loosen`); the units without a code; the languages of the transcripts read."""

    codings: tuple[Coding, ...]
    standing: tuple[Coding, ...]
    uncoded: tuple[Uncoded, ...]
    languages: frozenset[str]


def count_hits(codings: Iterable[Coding]) -> dict[str, Counter[str]]:
    """By rule, the words on which it stands in lower case, each place counted once."""
    places = {(coding.transcript, item) for coding in codings for item in coding.evidence}
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    for _, item in places:
        hits[item.rule][item.cue.casefold()] += 1
    return hits


def list_shared_words(codebook: Codebook, traces: Traces, t: Translate) -> Matrix:
    """A row for two cues of different codes that fired on words in common, those that did so most often first."""
    shared: dict[tuple[str, str], dict[tuple[str, Evidence], tuple[Coding, Coding]]] = defaultdict(dict)
    for transcript, codings in groupby(traces.codings, key=lambda coding: coding.transcript):
        for one, other in _find_overlaps(codings, codebook):
            (first, coding), (second, also) = sorted((one, other), key=lambda fired: fired[0].rule)
            shared[first.rule, second.rule].setdefault((transcript, first), (coding, also))
    found = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))

    def fill(places: dict[tuple[str, Evidence], tuple[Coding, Coding]]) -> tuple[Cell, ...]:
        ids = tuple(dict.fromkeys(coding.id for pair in places.values() for coding in pair))
        words = Counter(item.cue.casefold() for _, item in places)
        first, _ = next(iter(places.values()))
        return Cell((str(len(places)),), ids), Cell((_write_counts(words),)), show_quote(first.quote)

    return Matrix(
        name="lint-shared-words",
        title=t("Cues of several codes on the same words"),
        rows=tuple(Heading(f"{one} & {other}", f"{one} & {other}") for (one, other), _ in found),
        columns=(Heading("times", t("Times")), Heading("words", t("Words")), Heading("quote", t("Quote"))),
        cells=tuple(fill(places) for _, places in found),
        entry_rules=(
            EntryRule(
                t("Rows"), t("two cues of different codes that fired on words in common; each place counted once")
            ),
            *describe_codebook(codebook, t),
        ),
    )


_Fired = tuple[Evidence, Coding]


def _find_overlaps(codings: Iterable[Coding], codebook: Codebook) -> Iterator[tuple[_Fired, _Fired]]:
    """The pairs of cues of different codes that fired on words in common in one transcript."""
    fired = [(item, coding) for coding in codings for item in coding.evidence]
    fired.sort(key=lambda pair: (pair[0].span, pair[0].rule))
    for number, one in enumerate(fired):
        for later in range(number + 1, len(fired)):
            other = fired[later]
            if other[0].span.start >= one[0].span.end:
                break
            if codebook.find(one[1].code) is not codebook.find(other[1].code):
                yield one, other


def list_reach(codebook: Codebook, traces: Traces, t: Translate) -> Matrix:
    """A row a cue that stands on words other than its own, those with the most kinds of words first."""
    standing = count_hits(traces.standing)
    cues = [cue for code in codebook.codes for cue in code.cues if _reaches_beyond(cue, standing.get(cue.rule, ()))]
    cues.sort(key=lambda cue: (-len(standing[cue.rule]), cue.rule))
    return Matrix(
        name="lint-reach",
        title=t("Words that a cue reaches"),
        rows=tuple(Heading(cue.rule, cue.rule) for cue in cues),
        columns=(Heading("times", t("Times")), Heading("words", t("Words"))),
        cells=tuple(_show_hits(standing[cue.rule]) for cue in cues),
        entry_rules=(
            EntryRule(t("Rows"), t("cues that stand on words that are not written in them, by root or normal form")),
            EntryRule(
                t("Words"),
                t(
                    "as said, with how often, whether or not the cue counted there; what does not belong is kept out "
                    "by `form:` or by a false friend"
                ),
            ),
            *describe_codebook(codebook, t),
        ),
    )


def _reaches_beyond(cue: Cue, words: Iterable[str]) -> bool:
    """Whether one of the phrases on which a cue stands has a word that is not written in the cue."""
    written = set(find_words(cue.pattern.casefold()))
    return any(not written.issuperset(find_words(phrase)) for phrase in words)


def _show_hits(words: Counter[str]) -> tuple[Cell, ...]:
    return Cell((str(words.total()),)), Cell((_write_counts(words),))


def _write_counts(words: Counter[str]) -> str:
    return ", ".join(f"{word} ({n})" for word, n in sorted(words.items(), key=lambda item: (-item[1], item[0])))


def list_idle_cues(codebook: Codebook, traces: Traces, t: Translate) -> Matrix:
    """A row a cue that stands in the study and gave no coding, those that stand most often first."""
    fired, standing = count_hits(traces.codings), count_hits(traces.standing)
    cues = [cue for code in codebook.codes for cue in code.cues if cue.rule in standing and cue.rule not in fired]
    cues.sort(key=lambda cue: (-standing[cue.rule].total(), cue.rule))
    return Matrix(
        name="lint-idle-cues",
        title=t("Cues that stand in the study but never count"),
        rows=tuple(Heading(cue.rule, cue.rule) for cue in cues),
        columns=(Heading("times", t("Times")), Heading("words", t("Words"))),
        cells=tuple(_show_hits(standing[cue.rule]) for cue in cues),
        entry_rules=(
            EntryRule(
                t("Rows"),
                t("cues that nothing else spoke for, cues inside false friends, questions that got no answer"),
            ),
            *describe_codebook(codebook, t),
        ),
    )


def list_silent_cues(codebook: Codebook, traces: Traces, t: Translate) -> Matrix:
    """A row a cue that stands nowhere in the study, in the codebook's order."""
    stand = {*count_hits(traces.standing), *count_hits(traces.codings)}
    cues = [cue for code in codebook.codes for cue in code.cues if cue.rule not in stand]
    # an Indonesian text is read for English cues too
    readable = {"id", "en"} if "id" in traces.languages else traces.languages
    return Matrix(
        name="lint-silent-cues",
        title=t("Cues that never fire"),
        rows=tuple(Heading(cue.rule, cue.rule) for cue in cues),
        columns=(Heading("remark", t("Remarks")),),
        cells=tuple(
            (Cell(() if cue.language in readable else (t("no transcript is read for cues in this language"),)),)
            for cue in cues
        ),
        entry_rules=(
            EntryRule(t("Rows"), t("cues that stand nowhere in the study; in another they may")),
            *describe_codebook(codebook, t),
        ),
    )


def show_quote(text: str) -> Cell:
    """A cell with words of an interview, verbatim."""
    return Cell((f"“{text}”",))


def describe_codebook(codebook: Codebook, t: Translate) -> tuple[EntryRule, ...]:
    """The codebook by which a table was made."""
    return (EntryRule(t("Codebook"), name_edition(codebook, t)),)

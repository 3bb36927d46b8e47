"""How a codebook's cues and codes do in a study: what never fires, what fires twice, what is left over.

Everything is counted, nothing is judged: each table proposes what a person may look at.
"""

from collections.abc import Iterable
from statistics import median

from qualcode.codebook.cue_tables import (
    Traces,
    count_hits,
    describe_codebook,
    list_idle_cues,
    list_reach,
    list_shared_words,
    list_silent_cues,
    show_quote,
)
from qualcode.codebook.residual import MOST, Frequent, find_frequent
from qualcode.messages import LANGUAGES, Translate
from qualcode.model import Cell, Code, Codebook, Coding, EntryRule, Heading, Matrix

OVERLOADED = 3  # times the middle code
LONG = ("lint-silent-cues",)
"""The tables that are too long to be read on a screen: a study calls on few of a codebook's cues."""


def lint(codebook: Codebook, traces: Traces, t: Translate) -> tuple[Matrix, ...]:
    """Six tables: codes; cues of several codes on the same words; the words that each cue reaches; cues that stand but
    never count; cues that stand nowhere; frequent phrases of what is left uncoded."""
    return (
        _weigh_codes(codebook, traces, t),
        list_shared_words(codebook, traces, t),
        list_reach(codebook, traces, t),
        list_idle_cues(codebook, traces, t),
        list_silent_cues(codebook, traces, t),
        _list_residual(codebook, traces, t),
    )


def _weigh_codes(codebook: Codebook, traces: Traces, t: Translate) -> Matrix:
    found: dict[str, list[Coding]] = {code.id: [] for code in codebook.codes}
    for coding in traces.codings:
        if code := codebook.find(coding.code):
            found[code.id].append(coding)
    used = [len(codings) for codings in found.values() if codings]
    limit = OVERLOADED * median(used) if used else 0
    fired = set(count_hits(traces.codings))

    def fill(code: Code) -> tuple[Cell, ...]:
        codings = found[code.id]
        cues = t("{n} of {total}").format(n=sum(cue.rule in fired for cue in code.cues), total=len(code.cues))
        remarks = []
        if not codings:
            remarks.append(t("unused"))
        elif len(codings) > limit:
            remarks.append(t("overloaded: more than {n} times the middle code").format(n=OVERLOADED))
        if codings and (silent := _find_silent_subcodes(code, codings)):
            remarks.append(t("sub-codes that were not found: {names}").format(names=", ".join(silent)))
        if not code.exemplars:
            remarks.append(t("no exemplar"))
        remarks += (t("no exemplar in {language}").format(language=language) for language in _find_unexplained(code))
        return (
            Cell((str(len(codings)),), tuple(coding.id for coding in codings)),
            Cell((str(len({coding.transcript for coding in codings})),)),
            Cell((cues,)),
            Cell(tuple(remarks)),
        )

    return Matrix(
        name="lint-codes",
        title=t("Codes"),
        rows=tuple(Heading(code.id, code.id) for code in codebook.codes),
        columns=(
            Heading("codings", t("Codings")),
            Heading("transcripts", t("Transcripts")),
            Heading("cues", t("Cues that fired")),
            Heading("remarks", t("Remarks")),
        ),
        cells=tuple(fill(code) for code in codebook.codes),
        entry_rules=(
            EntryRule(
                t("Overloaded"),
                t(
                    "more than {n} times as many codings as the median of the codes used: look whether to split it"
                ).format(n=OVERLOADED),
            ),
            *describe_codebook(codebook, t),
        ),
    )


def _find_silent_subcodes(code: Code, codings: Iterable[Coding]) -> list[str]:
    """The sub-codes that cues tell and no coding bears, by their short ids."""
    told = {cue.subcode for cue in code.cues} - {coding.code for coding in codings}
    return [subcode.id.removeprefix(f"{code.id}.") for subcode in code.subcodes if subcode.id in told]


def _find_unexplained(code: Code) -> list[str]:
    """The languages in which a code has cues but no exemplar, where it has exemplars in another."""
    explained = {exemplar.language for exemplar in code.exemplars}
    looked_for = {cue.language for cue in code.cues} if explained else set()
    return [language for language in LANGUAGES if language in looked_for - explained]


def _list_residual(codebook: Codebook, traces: Traces, t: Translate) -> Matrix:
    frequent = find_frequent(traces.uncoded)

    def fill(phrase: Frequent) -> tuple[Cell, ...]:
        counts = Cell((str(phrase.times),)), Cell((str(len(phrase.transcripts)),))
        return *counts, Cell((phrase.said,)), show_quote(phrase.quote)

    rows = [" ".join(phrase.lemmas) for phrase in frequent]
    return Matrix(
        name="lint-uncoded",
        title=t("What the codebook leaves uncoded: frequent phrases, proposals only"),
        rows=tuple(Heading(row, row) for row in rows),
        columns=(
            Heading("times", t("Times")),
            Heading("transcripts", t("Transcripts")),
            Heading("said", t("Mostly said as")),
            Heading("quote", t("Quote")),
        ),
        cells=tuple(map(fill, frequent)),
        entry_rules=(
            EntryRule(
                t("Rows"),
                t(
                    "one to three neighbouring words by their roots, in respondents' units without a code, in at least "
                    "two transcripts; the {n} most frequent of each length"
                ).format(n=MOST),
            ),
            EntryRule(t("Units without a code"), str(len(traces.uncoded))),
            *describe_codebook(codebook, t),
        ),
    )

"""The evidence a paper gives for each code, beside that of the interviews."""

from collections.abc import Sequence

from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import count_speakers, name_once
from qualcode.messages import Translate
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study
from qualcode.verify.drawing import count_passages
from qualcode.verify.material import Counted
from qualcode.verify.paper.publication import EMPIRICAL, Finding, Publication
from qualcode.verify.paper.table import head_interviews
from qualcode.verify.to_decide import is_weak


def build_evidence_table(
    publication: Publication, study: Study, counted: Counted, t: Translate, language: str
) -> Matrix:
    """A row a code that the paper's claims touch, and one for all; the paper's columns count claims, the interviews'
    count passages and name informants."""
    codes = dict.fromkeys(code for code in _order(publication, study) if not code.endswith("*"))
    rows = [(code, [f for f in publication.findings if code in f.codes]) for code in codes]
    everything = counted.find((code.id for code in study.codebook.codes), study.codebook)
    cells = [(*count_paper(found, t), *_count_interviews(code, study, counted, t)) for code, found in rows]
    cells.append((*count_paper(publication.findings, t), *_count_passages(everything, study, t)))
    ours = head_interviews(study, t)
    return Matrix(
        name="evidence",
        title=t("The paper's evidence beside that of the interviews"),
        rows=(*(_head(code, study, language) for code, _ in rows), Heading("all", t("all claims"))),
        columns=(
            *head_paper(t),
            Heading("passages-for", t("{whose}: supporting").format(whose=ours)),
            Heading("passages-against", t("{whose}: contrary").format(whose=ours)),
            Heading("informants", t("{whose}: who").format(whose=ours)),
            Heading("firm", t("{whose}: neither prompted nor second-hand").format(whose=ours)),
        ),
        cells=tuple(cells),
        entry_rules=(
            EntryRule(
                t("The paper's columns"),
                t(
                    "claims, each under every code that it touches; such as touch all five elements count in the last "
                    "row alone. Source named: the claim says that it comes from interviews, the field, an analysis, a "
                    "chart or a person; advice and theory are left out there"
                ),
            ),
            EntryRule(
                t("The interviews' columns"),
                t("passages; claims and passages are different things: compare which cells are empty, not the numbers"),
            ),
            *describe_basis(study, everything, t),
            *describe_boundaries(study, t),
        ),
        notes=warn(study, everything, t),
    )


def head_paper(t: Translate) -> tuple[Heading, ...]:
    """The heads of the columns that count a paper's claims."""
    return (
        Heading("supporting", t("Paper: supporting")),
        Heading("contrary", t("Paper: contrary")),
        Heading("obstacle", t("Paper: obstacle")),
        Heading("advice", t("Paper: advice or theory")),
        Heading("marked", t("Paper: source named")),
        Heading("named", t("Paper: person named")),
    )


def count_paper(findings: Sequence[Finding], t: Translate) -> tuple[Cell, ...]:
    """A paper's claims by kind, and how many of the empirical ones name a source, and a person."""
    kinds: list[str] = [finding.kind for finding in findings]
    empirical = [finding for finding in findings if finding.kind in EMPIRICAL]
    marked = sum(finding.is_marked for finding in empirical)
    counts = (
        *(str(kinds.count(kind)) for kind in EMPIRICAL),
        str(kinds.count("advice") + kinds.count("theory")),
        t("{n} of {total}").format(n=marked, total=len(empirical)),
        str(sum(finding.basis == "named" for finding in empirical)),
    )
    return tuple(Cell((count,)) for count in counts)


def _order(publication: Publication, study: Study) -> tuple[str, ...]:
    """The codes of the codebook that the paper touches, then those that the codebook lacks."""
    touched = dict.fromkeys(code for finding in publication.findings for code in finding.codes)
    known = tuple(code.id for code in study.codebook.codes if code.id in touched)
    return (*known, *(code for code in touched if code not in known))


def _head(code_id: str, study: Study, language: str) -> Heading:
    code = study.codebook.find(code_id)
    return Heading(code_id, name_once(code_id, code.label.in_language(language)) if code else code_id)


def _count_interviews(code_id: str, study: Study, counted: Counted, t: Translate) -> tuple[Cell, ...]:
    if study.codebook.find(code_id) is None:
        lacks = Cell((t("the codebook has no such code"),), kind="missing")
        return lacks, lacks, lacks, lacks
    return _count_passages(counted.find((code_id,), study.codebook), study, t)


def _count_passages(codings: Sequence[Coding], study: Study, t: Translate) -> tuple[Cell, ...]:
    sides = [[c for c in codings if c.polarity == polarity] for polarity in ("supporting", "contrary")]
    firm = [coding for coding in codings if not is_weak(coding)]
    return (
        *(Cell((str(count_passages(side)),), list_ids(side)) for side in sides),
        Cell((count_speakers(codings, study, t),), list_ids(codings)),
        Cell((str(count_passages(firm)),), list_ids(firm)),
    )

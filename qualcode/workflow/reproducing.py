"""Reproduce a published study: its paper's claims set against interviews, as a report and a student's sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.provenance import tell_once
from qualcode.messages import Translate, mark, translator
from qualcode.model import Codebook, Matrix, Prose, Report, Section, Study
from qualcode.registry import find_parts
from qualcode.shipped import find_shipped, list_published
from qualcode.store.files import write_file
from qualcode.verify.judging import tell_judged
from qualcode.verify.material import Material, gather
from qualcode.verify.paper.elsewhere import build_elsewhere, build_unheard
from qualcode.verify.paper.evidence import build_evidence_table
from qualcode.verify.paper.exercise import build_exercise
from qualcode.verify.paper.publication import Publication, read_published
from qualcode.verify.paper.table import build_paper_table, build_summary
from qualcode.verify.paper.tensions import build_tension_table
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy, StudyRefused, Wishes, open_study
from qualcode.workflow.reporting import explain_short, list_boundary_rules, write_report

EXERCISE = "exercise.docx"
SHEET_LANGUAGE = "id"  # the sheet is for the students of the country that the study is about


@dataclass(frozen=True, slots=True)
class Setting:
    """The tables that set a paper against interviews; `briefly` are those of them, by name, that count for paper what
    they quote elsewhere."""

    summary: Matrix
    paper: Matrix
    tensions: Matrix
    evidence: Matrix
    elsewhere: Matrix
    unheard: Matrix
    briefly: Mapping[str, Matrix]


def open_for(name: str, folder: Path | None, out: Path | None, language: str | None, here: Path) -> OpenStudy:
    """Open the interviews that the published study `name` is to be set against: those in `folder`, else the sample.

    Nothing is written to them: results go to `out`, by default `NAME_reproduced` in `here`. A folder without
    study.yaml is coded by the codebook of the published study. An unknown name is refused.
    """
    _find(name)
    root = folder or find_shipped("transcripts_sample")
    target = out or here / f"{root.resolve().name if folder else name}_reproduced"
    own = (root / "study.yaml").is_file()
    return open_study(root, Wishes(codebook=None if own else name, out=target, language=language), here)


def read_publication(name: str, codebook: Codebook) -> Publication:
    """The published study `name`, worded in codes of `codebook`; a codebook that lacks some of them is refused."""
    publication, problems = read_published(_find(name), codebook)
    if name not in [edition.name for edition in codebook.editions] and problems:
        raise QualcodeError(
            mark(
                "The claims of {name} are worded in codes of the codebook {name}; this study has {name2}",
                name=name,
                name2=codebook.name,
            ),
            mark("Code it by {name}: write `codebook: {name}` in study.yaml", name=name),
        )
    if problems:
        raise StudyRefused(problems)
    return publication


def set_against(name: str, study: Study, language: str) -> Setting:
    """Every table of a published study's claims against the interviews of `study`."""
    t = translator(language)
    publication = read_publication(name, study.codebook)
    claims = tuple(finding.claim for finding in publication.findings)
    sides = tuple(side for tension in publication.tensions for side in (tension.first, tension.second))
    materials = gather(replace(study, claims=(*claims, *sides)), t, language)
    judged = tell_judged(study, t, language)

    def draw(materials: Sequence[Material]) -> tuple[Matrix, Matrix]:
        of_sides = {material.claim.id: material for material in materials[len(claims) :]}
        return (
            build_paper_table(publication, study, materials[: len(claims)], t, language, judged),
            build_tension_table(publication, study, of_sides, t, language),
        )

    paper, tensions = draw(materials)
    briefly = draw([replace(material, brief=True) for material in materials])
    of_claims = materials[: len(claims)]
    return Setting(
        summary=build_summary(study, of_claims, t),
        paper=paper,
        tensions=tensions,
        evidence=build_evidence_table(publication, study, materials[0].counted, t, language),
        elsewhere=build_elsewhere(publication, study, of_claims, t, language),
        unheard=build_unheard(publication, study, t, language),
        briefly={matrix.name: matrix for matrix in briefly},
    )


def glance(matrix: Matrix, columns: Sequence[str]) -> Matrix:
    """The matrix with these columns alone, by their keys: what a terminal has room for."""
    places = [place for place, column in enumerate(matrix.columns) if column.key in columns]
    return replace(
        matrix,
        columns=tuple(matrix.columns[place] for place in places),
        cells=tuple(tuple(row[place] for place in places) for row in matrix.cells),
    )


def build_reproduction(opened: OpenStudy, study: Study, name: str, setting: Setting) -> Report:
    """The tables as one report, with every quote that a cell opens onto."""
    language = opened.language
    t = translator(language)
    matrices = (
        setting.summary,
        setting.paper,
        setting.tensions,
        setting.evidence,
        setting.elsewhere,
        setting.unheard,
    )
    used = frozenset().union(*(matrix.coding_ids for matrix in matrices))
    rules = Prose(list_boundary_rules(study, language))
    return Report(
        title=t("{name}: the paper and these interviews").format(name=name.capitalize()),
        language=language,
        notices=list_notices(study, language),
        sections=(
            Section("overview", t("How to read this"), Prose(_explain(study, t))),
            *tell_once(
                (
                    Section(matrix.name, matrix.title, matrix, on_paper=setting.briefly.get(matrix.name))
                    for matrix in matrices
                ),
                study,
                t,
            ),
            Section("boundary-rules", t("Boundary rules"), rules),
        ),
        quotes=quote_in_context(opened, study, used, language),
        on_paper=explain_short(t, t("tables.xlsx has quotes in the cells")),
    )


def write_reproduction(opened: OpenStudy, study: Study, name: str, setting: Setting) -> tuple[str, ...]:
    """Write the report in every format, and the student's sheet, into the results folder; gives the files' names."""
    report = build_reproduction(opened, study, name, setting)
    t = translator(SHEET_LANGUAGE)
    publication = read_publication(name, study.codebook)
    sheet = build_exercise(publication, study, _warn_synthetic(study, t), t, SHEET_LANGUAGE)
    [exercise] = find_parts("writers")["docx"].load().write(sheet).values()
    names = write_report(report, opened.place.results)
    write_file(opened.place.results / EXERCISE, exercise)
    return tuple(sorted((*names, EXERCISE)))


def list_notices(study: Study, language: str) -> tuple[str, ...]:
    """What stands at the top of every page; of made-up interviews also what they can show."""
    return (*_warn_synthetic(study, translator(language)), *build_notices(study, language))


def _warn_synthetic(study: Study, t: Translate) -> tuple[str, ...]:
    if not study.synthetic:
        return ()
    return (t("This shows the procedure, not the truth of the paper: the interviews are synthetic."),)


def _find(name: str) -> Path:
    published = list_published()
    if name not in published:
        raise QualcodeError(
            mark("There is no published study {name}", name=name),
            mark("Published studies are: {published}", published=", ".join(published)),
        )
    return published[name]


def _explain(study: Study, t: Translate) -> tuple[str, ...]:
    return (
        t(
            "Each claim of the paper stands beside what these interviews say for it and against it. A lean is no "
            "judgement: a code is wider than a claim; whether a passage speaks to the very claim is seen by reading."
        ),
        t(
            "Many claims are such as no interview could settle. They are named with the source that could; figures "
            "never come from interviews."
        ),
        t("Interviews: {n}. Informants: {cases}.").format(n=len(study.accounts), cases=len(study.cases)),
    )

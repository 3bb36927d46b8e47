"""From a coded study to sections, a report and files."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path

from qualcode.condense.contract import Material
from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_answers
from qualcode.evidence.jottings import find_beside
from qualcode.evidence.provenance import describe_mode, tell_once
from qualcode.evidence.wording import find_interviewed, label_codes
from qualcode.messages import Translate, translator
from qualcode.model import Codebook, Heading, Matrix, Network, Prose, Report, Section, Study, Verdict
from qualcode.registry import find_parts
from qualcode.store.bulk import keep_all
from qualcode.store.files import write_file
from qualcode.verify.judging import count_judged
from qualcode.workflow.claim_pages import name_pages, write_claim_pages
from qualcode.workflow.condensing import MOST_REPORTED, condense_for_report, gather
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.displaying import build_display, draw_network, require_display
from qualcode.workflow.generating import gather_for_meaning, write_sections
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.verifying import build_tactics_overview, build_verification, put_to_tactics
from qualcode.writers.codings_csv import write_codings

ALL_DISPLAYS = "all"


def _build_displays(study: Study, names: Sequence[str], options: DisplayOptions, *, short: bool) -> Iterator[Section]:
    """The displays of a report: those named, else the few that every report shows; of `all` those that the study has
    something for, templates only where somebody wrote in them."""
    t = translator(options.language)
    step = t("Step 2: data display")
    parts = find_parts("display")
    takes_all = tuple(names) == (ALL_DISPLAYS,)
    usual = [entry.name for entry in parts.values() if entry.keywords.get("in_report")]
    written = {on.partition(":")[0] for on in find_answers(study.decisions, "fill")} if takes_all else set()
    filled = [name for name, entry in parts.items() if name in written or not entry.keywords.get("template")]
    for name in filled if takes_all else dict.fromkeys(names or usual):
        with suppress(QualcodeError) if takes_all else nullcontext():
            part = require_display(name)
            chosen = replace(options, content="counts") if part.counted else options
            fitted = part.fit(chosen)
            matrix = build_display(study, name, fitted)
            briefly = part.fit(replace(fitted, content=part.on_paper, quotes=1)) if short else fitted
            is_long = fitted.content == "quotes" and briefly != fitted
            on_paper = build_display(study, name, briefly) if is_long else None
            if short and part.to_paper:
                on_paper = part.to_paper(matrix, t)
            if part.to_network and part.counted:  # its figure shows counts too
                figure: Network | None = part.to_network(matrix, label_codes(study.codebook, options.language))
            else:
                figure = draw_network(study, name, options)
            yield Section(matrix.name, matrix.title, matrix, figure=figure, step=step, on_paper=on_paper)


def build_report(
    opened: OpenStudy,
    study: Study,
    options: DisplayOptions,
    displays: Sequence[str] = (),
    verdicts: Sequence[Verdict] = (),
    meaning: Sequence[str] = (),
    *,
    interviews: bool = True,
    short_on_paper: bool = True,
) -> Report:
    """All three steps in one report, with every quote that a cell opens onto; `displays` are names of displays, `all`,
    or none for the few that every report shows. `verdicts` are those of all tactics, where they are at hand. `meaning`
    names tactics for generating meaning, or `all`; none shows none. Without `interviews` no whole interview stands in
    it, only the quotes. `short_on_paper` gives tables of quotes once more with signs, counts or one quote a cell, for
    formats that are printed."""
    language = options.language
    t = translator(language)
    material = gather(opened, study, language, MOST_REPORTED)
    sections = [
        Section("overview", t("Overview"), Prose(_describe(study, t, language))),
        *_condense(material, t("Step 1: data condensation")),
        *_build_displays(study, displays, options, short=short_on_paper),
    ]
    step = t("Step 3: drawing and verifying conclusions")
    if meaning:
        worksheets = gather_for_meaning(opened, study, language, most=MOST_REPORTED)
        sections += (replace(section, step=step) for section in write_sections(worksheets, meaning))
    if study.claims:
        found = verdicts or put_to_tactics(study, language)
        sections += _verify(study, found, step, language, short=short_on_paper)
    if study.codebook.boundary_rules:
        rules = Prose(list_boundary_rules(study, language))
        sections.append(Section("boundary-rules", t("Boundary rules"), rules))
    used = frozenset().union(*(each.body.coding_ids for each in sections if isinstance(each.body, Matrix)))
    return Report(
        title=opened.title,
        language=language,
        notices=build_notices(study, language),
        sections=tell_once(sections, study, t, of_all=True),
        quotes=quote_in_context(opened, study, used, language),
        transcripts=tuple(material.read(sheet.transcript) for sheet in study.accounts) if interviews else (),
        on_paper=explain_short(t, t("`qualcode report FOLDER --content quotes` writes quotes into all of them"))
        if any(section.on_paper for section in sections)
        else "",
        beside=find_beside(study, t) if interviews else (),
    )


def _condense(material: Material, step: str) -> Iterator[Section]:
    for matrix, curve in condense_for_report(material):
        yield Section(matrix.name, matrix.title, matrix, figure=curve, step=step)


def _verify(study: Study, verdicts: Sequence[Verdict], step: str, language: str, *, short: bool) -> Iterator[Section]:
    """The claims, and what every tactic says of each."""
    claims = build_verification(study, language)
    briefly = build_verification(study, language, brief=True) if short else None
    yield Section("claims", claims.title, claims, step=step, on_paper=briefly)
    tactics = build_tactics_overview(study, language, verdicts, name_pages(verdicts))
    named = tuple(Heading(head.key, head.label, head.key) for head in tactics.columns)
    briefly = replace(tactics, columns=named) if short else None
    yield Section("tactics", tactics.title, tactics, step=step, on_paper=briefly)


def explain_short(t: Translate, how: str) -> str:
    """What a printed report says of its tables that are shorter there, and `how` to have more."""
    short = t(
        "Tables are kept short here: signs, counts or one quote a cell, and in brackets the numbers of the quotes at "
        "the end."
    )
    more = t("In report.html each cell opens onto its quotes.")
    return f"{short} {how}. {more}"


def list_boundary_rules(study: Study, language: str) -> tuple[str, ...]:
    """The codebook's rules for deciding between two codes, a paragraph each, begun by the rule's id."""
    return tuple(
        f"{rule.id}. {rule.question.in_language(language)} {rule.rule.in_language(language)}"
        for rule in study.codebook.boundary_rules
    )


def write_results(
    opened: OpenStudy,
    study: Study,
    options: DisplayOptions,
    displays: Sequence[str] = (),
    meaning: Sequence[str] = (),
    *,
    interviews: bool = True,
    short_on_paper: bool = True,
) -> tuple[str, ...]:
    """Write the report in every format and codings.csv into the results folder; gives the files' names there.

    `displays`, `meaning`, `interviews` and `short_on_paper` are as in `build_report`."""
    verdicts, folder = put_to_tactics(study, options.language), opened.place.results
    with keep_all():
        report = build_report(
            opened, study, options, displays, verdicts, meaning, interviews=interviews, short_on_paper=short_on_paper
        )
        names = (
            *_put({"codings.csv": write_codings(study.codings)}, folder),
            *_put(write_claim_pages(opened, study, verdicts, report.notices, options.language), folder),
            *write_report(report, folder),
        )
    return tuple(sorted(names))


def write_report(report: Report, folder: Path) -> tuple[str, ...]:
    """Write a report in every format into a folder, and give the files' names.

    Each format is written before the next is made, so that not all of a large report are in memory."""
    names: list[str] = []
    for entry in find_parts("writers").values():
        names += _put(entry.load().write(report), folder)
    return tuple(names)


def _put(files: Mapping[str, bytes], folder: Path) -> tuple[str, ...]:
    for name, data in files.items():
        write_file(folder / name, data)
    return tuple(files)


def _describe_codebook(codebook: Codebook, t: Translate, language: str) -> str:
    title = codebook.title.in_language(language)
    line = t("Codebook: {title} ({name}, version {version}), {codes} codes.")
    if not title:
        line = t("Codebook: {name}, version {version}; codes: {codes}.")
    return line.format(title=title, name=codebook.name, version=codebook.version, codes=len(codebook.codes))


def _describe(study: Study, t: Translate, language: str) -> tuple[str, ...]:
    codebook = study.codebook
    words = sum(sheet.respondent_words for sheet in study.accounts)
    interviewed = find_interviewed(study)
    waiting = ", ".join(case.id for case in study.cases if case.id not in interviewed)
    paragraphs = [
        t("{transcripts} interviews with {cases} informants; respondents say {words} words.").format(
            transcripts=len(study.accounts), cases=len(interviewed), words=f"{words:,}".replace(",", " ")
        ),
        *([t("Informants without an interview: {cases}.").format(cases=waiting)] if waiting else []),
        _describe_codebook(codebook, t, language),
        *([t("Mode of the codebook: {mode}.").format(mode=describe_mode(mode, t))] if (mode := codebook.mode) else []),
        *([count_judged(study, t)] if study.claims else []),
        t(
            "Every number and every mark opens onto the passages behind it. A coding is a claim about a passage, "
            "to be read and decided on; how often a code occurs does not say how much it matters."
        ),
    ]
    return tuple(paragraphs)

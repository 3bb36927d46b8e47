"""How a study stands: which results and answers are out of date and since what, and what is open next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.act_words import name_status
from qualcode.evidence.answers import find_answers, hash_basis
from qualcode.evidence.typed import find_written
from qualcode.evidence.wording import name_changed
from qualcode.messages import Translate, translate, translator
from qualcode.model import Answer, Study
from qualcode.registry import find_parts
from qualcode.verify.answering import name_question, put_to_tactic
from qualcode.verify.feedback import find_read_back, find_replies
from qualcode.verify.judging import find_judging
from qualcode.verify.material import Material, gather
from qualcode.workflow.cells import find_cell_codings
from qualcode.workflow.coding import load_study
from qualcode.workflow.desk import list_proposals
from qualcode.workflow.displaying import build_display
from qualcode.workflow.generating import gather_for_meaning, lay_out
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.records.recording import REPORT, read_made_from
from qualcode.workflow.records.since import Present, find_present, name_most, tell_since, tell_transcripts


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the status: what it is about, and its lines."""

    heading: str
    lines: tuple[str, ...]


def build_status(opened: OpenStudy) -> tuple[Chapter, ...]:
    """Coding, results, answers and judgements, and what is open next, in the study's language; nothing is written.

    A study that is not coded, or whose codebook has changed since, is told so, and what rests on codings waits for
    that. One with errors in its files is refused.
    """
    t = translator(opened.language)
    present = find_present(opened)
    results = Chapter(t("Results"), tuple(_tell_results(opened, present, t)))
    changed, left = t("Answers, judgements and typed cells that changed since"), t("Open")
    try:
        study = load_study(opened)
    except QualcodeError as reason:
        coding, waits = f"{translate(reason.what, t)}. {translate(reason.how, t)}", t("known once the study is coded")
        return Chapter(t("Coding"), (coding,)), results, Chapter(changed, (waits,)), Chapter(left, (waits,))
    coded = {sheet.transcript: sheet.source_sha256 for sheet in study.accounts}
    since = tell_transcripts(coded, present, t)
    coding = t("out of date, run qualcode code: {what}").format(what="; ".join(since)) if since else t("up to date")
    materials = gather(study, t, opened.language)
    stale = (
        *_list_stale_answers(materials, t),
        *_list_stale_replies(materials, t),
        *_list_stale_judgements(materials, t),
        *_list_stale_cells(opened, study, t),
        *_list_stale_worksheets(opened, study, t),
    )
    return (
        Chapter(t("Coding"), (coding,)),
        results,
        Chapter(changed, stale or (t("none"),)),
        Chapter(left, tuple(_list_open(study, materials, t)) or (t("nothing"),)),
    )


def _tell_results(opened: OpenStudy, present: Present, t: Translate) -> Iterator[str]:
    """A line for results that are alike, and below those that are out of date, since what."""
    made_from = read_made_from(opened)
    folder = opened.place.results
    if (folder / "report.html").is_file() and REPORT not in made_from:
        yield t("report: it is not on record what it was made from; run qualcode report")
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name in sorted(made_from, key=lambda name: name != REPORT):  # the report comes first
        state = made_from[name]
        if (folder / ("report.html" if name == REPORT else name)).is_file():
            key = state.when[:10], tell_since(state, present, t)
            alike.setdefault(key, []).append(t("report") if name == REPORT else name.removeprefix("../"))
    for (day, since), names in alike.items():
        line = t("{names} (made {day}): out of date since") if since else t("{names} (made {day}): up to date")
        yield line.format(names=name_most(names, t), day=day)
        yield from (f"  {each}" for each in since)
    if not made_from and not (folder / "report.html").is_file():
        yield t("none yet")


def _list_stale_answers(materials: tuple[Material, ...], t: Translate) -> Iterator[str]:
    parts = find_parts("verify")
    for material in materials:
        for tactic in parts:
            if name_question(tactic, material.claim.id) in material.answers:
                for answer in put_to_tactic(parts[tactic].load(), material).answers:
                    if answer.changed:
                        what = f"{material.claim.id}, {tactic} ({answer.who}, {answer.when[:10]})"
                        yield f"{what}: {name_changed(answer.changed, t)}"


def _list_stale_replies(materials: tuple[Material, ...], t: Translate) -> Iterator[str]:
    """What informants answered to statements with their words, where these were coded otherwise since."""
    for material in materials:
        asked = name_question("feedback", material.claim.id)
        if any(on.startswith(f"{asked}:") for on in material.answers):
            for case in material.asked:
                for reply in find_replies(case, find_read_back(case, material), material):
                    if reply.changed:
                        what = f"{material.claim.id}, feedback, {case.id} ({reply.who}, {reply.when[:10]})"
                        yield f"{what}: {name_changed(reply.changed, t)}"


def _list_stale_judgements(materials: tuple[Material, ...], t: Translate) -> Iterator[str]:
    for material in materials:
        for judgement in find_judging(material).judgements if material.judgements else ():
            if judgement.changed:
                what = (
                    f"{material.claim.id}, {name_status(judgement.label, t)} ({judgement.who}, {judgement.when[:10]})"
                )
                yield f"{what}: {name_changed(judgement.changed, t)}"


def _list_stale_cells(opened: OpenStudy, study: Study, t: Translate) -> Iterator[str]:
    """Cells of displays that people typed; those that are gone altogether are told by `qualcode check`."""
    build, options = cache(partial(build_display, study)), DisplayOptions(language=opened.language)
    for on, answers in find_written(study).items():
        known = on.partition(":")[0] in find_parts("display") and any(answer.basis for answer in answers)
        codings = find_cell_codings(study, on, options, build) if known else None
        yield from _name_stale(on, answers, None if codings is None else hash_basis(codings), t)


def _list_stale_worksheets(opened: OpenStudy, study: Study, t: Translate) -> Iterator[str]:
    """What people said to tactics for generating meaning."""
    given = find_answers(study.decisions, "answer") | find_answers(study.decisions, "fill")
    by_aid: dict[str, list[str]] = {}
    for on in given:
        by_aid.setdefault(on.partition(":")[0].partition("@")[0], []).append(on)
    for aid in sorted(find_parts("meaning").keys() & by_aid.keys()):
        [worksheet] = lay_out(gather_for_meaning(opened, study, opened.language, most=0), (aid,))
        for on in by_aid[aid]:
            yield from _name_stale(on, given[on], worksheet.basis, t)


def _name_stale(on: str, answers: Iterable[Answer], now: str | None, t: Translate) -> Iterator[str]:
    for answer in answers:
        if now is not None and answer.basis and answer.basis != now:
            yield f"{on} ({answer.who}, {answer.when[:10]}): {name_changed(('codings',), t)}"


def _list_open(study: Study, materials: tuple[Material, ...], t: Translate) -> Iterator[str]:
    undecided = sum(coding.status == "suggested" for coding in study.codings)  # as many as wait in the queue
    proposed = list_proposals(study.decisions, study)
    homeless = [c for c in study.codings if c.status != "rejected" and study.codebook.find(c.code) is None]
    unjudged = sum(not material.judgements for material in materials)
    counts = (
        (t("suggestions that nobody has decided on (qualcode review): {n}"), undecided),
        (
            t("codings whose code the codebook no longer has, to be given another (qualcode review): {n}"),
            sum(coding.code not in proposed for coding in homeless),
        ),
        (t("decisions whose words are no longer found in the text (qualcode review): {n}"), len(study.orphans)),
        (t("codings on which people disagree: {n}"), sum(bool(coding.disputed_by) for coding in study.codings)),
        (t("codes that people proposed (qualcode codebook add): {n}"), len(proposed)),
        (t("claims not yet judged (qualcode claim judge): {n}"), unjudged),
    )
    yield from (line.format(n=n) for line, n in counts if n)
    if lost := _find_lost(study):
        yield t("answers and judgements on claims that claims.yaml no longer has: {names}").format(
            names=", ".join(lost)
        )


def _find_lost(study: Study) -> list[str]:
    """The claims that people answered about or judged, and that are gone: their words stay in the decisions."""
    known = {claim.id for claim in study.claims} | find_parts("meaning").keys()
    judged = find_answers(study.decisions, "judge")
    answered = (on.partition(":")[0] for on in find_answers(study.decisions, "answer"))
    return sorted({*judged, *answered} - known)

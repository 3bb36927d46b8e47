"""Pages of claims: beside the report, a page a claim with every tactic's answer and the quotes behind it."""

from collections.abc import Iterable

from qualcode.evidence.provenance import tell_once
from qualcode.messages import translator
from qualcode.model import Prose, Report, Section, Study, Verdict
from qualcode.registry import find_parts
from qualcode.store.names import keep_apart
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.verifying import tell_judging, write_section

MOST = 2_000  # codings; a page of more weighs megabytes, and `qualcode verify` shows its tactics one by one


def name_pages(verdicts: Iterable[Verdict]) -> dict[str, str]:
    """The address of each claim's page, relative to the report; claims with too many codings behind them have none."""
    used = _find_used(verdicts)
    parts = keep_apart(used)
    return {claim: f"claims/{parts[claim]}.html" for claim, ids in used.items() if len(ids) <= MOST}


def write_claim_pages(
    opened: OpenStudy, study: Study, verdicts: Iterable[Verdict], notices: tuple[str, ...], language: str
) -> dict[str, bytes]:
    """The pages by their addresses: how the claim stands, the answers of all tactics in `verdicts`, and every quote a
    cell opens onto."""
    found = tuple(verdicts)
    write = find_parts("writers")["html"].load().write
    texts = {claim.id: claim.text.in_language(language) for claim in study.claims}
    t, judging = translator(language), tell_judging(study, language)
    used, pages = _find_used(found), name_pages(found)
    shown = set().union(*(used[claim] for claim in pages))  # read out of the transcripts once for all claims
    quotes = quote_in_context(opened, study, shown, language)
    files = {}
    for claim, page in pages.items():
        report = Report(
            title=f"{claim}: {texts[claim]}",
            language=language,
            notices=notices,
            sections=(
                Section("status", t("Status"), Prose(judging[claim])),
                *tell_once((write_section(each, language) for each in found if each.claim == claim), study, t),
            ),
            quotes=tuple(quote for quote in quotes if quote.coding.id in used[claim]),
        )
        [files[page]] = write(report).values()
    return files


def _find_used(verdicts: Iterable[Verdict]) -> dict[str, set[str]]:
    used: dict[str, set[str]] = {}
    for verdict in verdicts:
        used.setdefault(verdict.claim, set()).update(verdict.computed.coding_ids)
    return used

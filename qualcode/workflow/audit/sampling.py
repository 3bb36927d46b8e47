"""A sample of a study's codings, or of its units, drawn by lot and sent to an auditor as an Excel sheet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.audit.sampling import draw
from qualcode.errors import QualcodeError
from qualcode.evidence.selection import group_by_code, select
from qualcode.messages import mark, translator
from qualcode.model import Coding, Study
from qualcode.sheets.audit_out import write_audit
from qualcode.sheets.contract import Left, Sheet
from qualcode.sheets.grid_out import write_grid
from qualcode.store.files import write_file
from qualcode.verify.material import gather
from qualcode.workflow.desk import open_desk
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.sending import ANYBODY, build_sheet, narrow, require_new_book

NONE = ""  # the stratum of units without a coding


@dataclass(frozen=True, slots=True)
class Sample:
    """A sheet that left: its file, and how many of how many were drawn from each stratum (a code, or "" for none)."""

    path: Path
    shares: Mapping[str, tuple[int, int]]


def send_sample(
    opened: OpenStudy,
    study: Study,
    to: Path,
    left: str,
    *,
    size: int,
    seed: int,
    auditor: str = "",
    blind: bool = False,
) -> Sample:
    """Draw a sample and write it as an Excel sheet for an auditor; a file that is there already is not replaced.

    Codings that count are drawn by code. A blind sheet shows none of them: it is a grid of units, half of them drawn by
    the rarest code that they bear, half from those that bear none; it is read back as every sheet of codings.
    """
    require_new_book(to)
    wish = _Wish(left, size, seed, auditor)
    strata, drawn, data = (_send_units if blind else _send_codings)(opened, study, wish)
    write_file(to, data)
    return Sample(to, {name: (len(drawn[name]), len(strata[name])) for name in strata})


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked of a sample."""

    left: str
    size: int
    seed: int
    auditor: str


_Strata = Mapping[str, Sequence[str]]


def _send_codings(opened: OpenStudy, study: Study, wish: _Wish) -> tuple[_Strata, _Strata, bytes]:
    """The codings by code, those drawn, and their sheet; only the transcripts of these are read."""
    strata = _sort_codings(select(study).counted, study)
    drawn = draw(strata, wish.size, wish.seed)
    ids = _list_drawn(drawn)
    homes = {coding.transcript for coding in study.codings if coding.id in ids}
    desk = open_desk(opened, wish.auditor or ANYBODY)
    names = [sheet.transcript for sheet in study.accounts if sheet.transcript in homes]
    sheet = narrow(build_sheet(desk, names, "audit", wish.left, wish.auditor), lambda row: row.id in ids)
    return strata, drawn, write_audit(sheet, _list_uses(study, opened.language))


def _send_units(opened: OpenStudy, study: Study, wish: _Wish) -> tuple[_Strata, _Strata, bytes]:
    """The units by the rarest code that they bear, those drawn, and a grid that shows no coding."""
    desk = open_desk(opened, wish.auditor or ANYBODY, "blind")
    names = [sheet.transcript for sheet in desk.coded.accounts]
    grid = build_sheet(desk, names, "blind audit", wish.left, wish.auditor)
    strata = _sort_units(grid, select(study).counted, study)
    coded = {code: ids for code, ids in strata.items() if code != NONE}
    empty = {NONE: strata[NONE]}
    half = wish.size // 2
    drawn = draw(coded, wish.size - half, wish.seed) | draw(empty, half, wish.seed)
    ids = _list_drawn(drawn)
    sheet = narrow(grid, lambda row: _name_unit(row) in ids)
    own = {code.id for code in study.codebook.codes}
    return strata, drawn, write_grid(sheet, tuple(code for code in sheet.imprint.codes if code[0] in own))


def _list_drawn(drawn: _Strata) -> frozenset[str]:
    ids = frozenset(id_ for found in drawn.values() for id_ in found)
    if not ids:
        raise QualcodeError(mark("There is nothing to draw a sample from"), mark("No coding counts in this study"))
    return ids


def _sort_codings(counted: Sequence[Coding], study: Study) -> dict[str, list[str]]:
    """The ids of codings by their whole code, in the codebook's order."""
    by_code = group_by_code(counted, study.codebook)
    return {code: [coding.id for coding in codings] for code, codings in by_code.items()}


def _sort_units(grid: Sheet, counted: Sequence[Coding], study: Study) -> dict[str, list[str]]:
    """Units by the rarest code that they bear, those without any under `NONE`."""
    sizes = {code: len(ids) for code, ids in _sort_codings(counted, study).items()}
    strata: dict[str, list[str]] = {code: [] for code in (*sizes, NONE)}
    by_transcript: dict[str, list[Coding]] = defaultdict(list)
    for coding in counted:
        by_transcript[coding.transcript].append(coding)
    for left in grid.imprint.rows:
        on_it = [
            code.id
            for coding in by_transcript[left.transcript]
            if coding.span.start < left.span.end and left.span.start < coding.span.end
            if (code := study.codebook.find(coding.code))
        ]
        strata[min(on_it, key=lambda code: (sizes[code], code), default=NONE)].append(_name_unit(left))
    return strata


def _name_unit(left: Left) -> str:
    return f"{left.transcript}\x1f{left.span.start}"


def _list_uses(study: Study, language: str) -> dict[str, str]:
    """The claims that each coding bears on, by its id."""
    uses: dict[str, list[str]] = defaultdict(list)
    for material in gather(study, translator(language), language):
        for sign, codings in (("+", material.supporting), ("−", material.contrary)):
            for coding in codings:
                uses[coding.id].append(f"{material.claim.id} {sign}")
    return {id_: ", ".join(claims) for id_, claims in uses.items()}

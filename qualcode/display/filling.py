"""What displays are filled from: the codings that count by informant and code, and one place where cells are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qualcode.display.cells import Style, fill_cell
from qualcode.display.contract import DisplayOptions
from qualcode.display.entry_rules import build_entry_rules, write_notes
from qualcode.evidence.asking import Asking, find_asking
from qualcode.evidence.excerpts import make_excerpt
from qualcode.evidence.jottings import find_jottings
from qualcode.evidence.marks import count_side, say_none
from qualcode.evidence.selection import Selection, group_by_case, group_by_cell, group_by_unit, list_ids, select
from qualcode.evidence.wording import (
    count_speakers,
    find_interviewed,
    label_codes,
    name_layer,
    name_sector,
    write_quote,
)
from qualcode.messages import Translate
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Matrix, Study

_ByCell = dict[tuple[str, str], tuple[Coding, ...]]


@dataclass(frozen=True, slots=True)
class Filling:
    """A study sorted for one display. `counted` and `set_aside` are by case id and id of the whole code."""

    study: Study
    options: DisplayOptions
    t: Translate
    selection: Selection
    style: Style
    counted: _ByCell
    set_aside: _ByCell
    interviewed: frozenset[str]
    asking: Asking

    def find(self, case: str, own: str) -> tuple[Coding, ...]:
        """The codings that count of one informant and one code or sub-code."""
        return self._find_in(self.counted, case, own)

    def find_whole(self, code: str) -> list[Coding]:
        """The codings that count of one whole code, of all informants."""
        return _gather(self.counted, code)

    def find_set_aside(self, code: str) -> list[Coding]:
        """The wishes and hypotheticals of one whole code that do not count, of all informants."""
        return _gather(self.set_aside, code)

    def fill(self, case: str, own: str, *, whole: bool = True) -> Cell:
        """The cell of an informant and a code or sub-code; without `whole`, of a code's codings in no sub-code."""
        if case not in self.interviewed:
            return Cell((self.t("no interview"),), kind="missing")
        found, aside = self.find(case, own), self._find_in(self.set_aside, case, own)
        if not whole:
            found, aside = (tuple(c for c in codings if c.code == own) for codings in (found, aside))
        return fill_cell(found, aside, self.style, unasked=self.asking.is_unasked(case, own))

    def fill_with(self, codings: Sequence[Coding]) -> Cell:
        """A cell of any codings; none were found where it is silent."""
        return fill_cell(codings, (), self.style)

    def fill_side(self, codings: Iterable[Coding], polarity: str) -> Cell:
        """A cell of the codings of one side, which the column says; "none" where nobody speaks on it."""
        found = [coding for coding in codings if coding.polarity == polarity]
        if not found:
            return say_none(self.t)
        cell = self.fill_with(found)
        return replace(cell, lines=(count_side(found, self.t),)) if self.options.content == "counts" else cell

    def fill_wishes(self, codings: Sequence[Coding]) -> Cell:
        """A cell of wishes and hypotheticals that were set aside: they are no evidence, for or against."""
        if not codings:
            return say_none(self.t)
        cell = self.fill_with(codings)
        return cell if cell.kind == "open" else replace(cell, kind="value")

    def name_speakers(self, codings: Sequence[Coding]) -> Cell:
        """Who speaks of it, counted and named: `3 of 4 informants (...)`, then their ids."""
        by_case = group_by_case(codings)
        names = [
            " ".join((case.id, *(f"({layer})" for layer in self.name_layer(by_case[case.id]))))
            for case in self.study.cases
            if case.id in by_case
        ]
        if not names:
            return say_none(self.t)
        return Cell((count_speakers(codings, self.study, self.t), ", ".join(names)), list_ids(codings))

    def _find_in(self, cells: _ByCell, case: str, own: str) -> tuple[Coding, ...]:
        code = self.study.codebook.find(own)
        found = cells.get((case, code.id), ()) if code else ()
        return found if code is None or own == code.id else tuple(c for c in found if c.code == own)

    def name_layer(self, codings: Iterable[Coding]) -> tuple[str, ...]:
        """Whose codings these are, where suggestions and people's codings meet in the display; else nothing."""
        return (name_layer(codings, self.t),) if self.style.marked else ()

    def quote_units(self, codings: Sequence[Coding], most: int = 0) -> Cell:
        """A cell that quotes each unit once, however many codes it bears, and says whose codings those are; the first
        `most`, 0 for all."""
        units = group_by_unit(codings)
        shown = units[:most] if most else units
        lines = [write_quote(make_excerpt(*unit), self.t, *self.name_layer(unit)) for unit in shown]
        left = len(units) - len(shown)
        lines += [self.t("and {n} more").format(n=left)] if left else []
        return Cell(tuple(lines), list_ids(codings))

    def head_case(self, case: Case) -> Heading:
        """A row's or column's head: the informant's id, and what is known of the person."""
        details = (name_sector(case.sector, self.t), case.role, case.organisation, case.attributes.get("jurisdiction"))
        return Heading(case.id, case.id, "; ".join(filter(None, details)))

    def head_codes(self) -> tuple[Heading, ...]:
        """A head for each code, in the order of the codebook."""
        labels = label_codes(self.study.codebook, self.options.language)
        return tuple(Heading(id_, label, "" if label == id_ else id_) for id_, label in labels.items())

    def finish(
        self,
        name: str,
        title: str,
        rows: Iterable[Heading],
        columns: Iterable[Heading],
        cells: Iterable[Iterable[Cell]],
        own: tuple[EntryRule, ...],
        notes: Iterable[str] = (),
    ) -> Matrix:
        """The matrix with its entry rules (`own` are those of this display) and its warnings, its own `notes` last."""
        return Matrix(
            name=name,
            title=title,
            rows=tuple(rows),
            columns=tuple(columns),
            cells=tuple(tuple(row) for row in cells),
            entry_rules=build_entry_rules(self.study, self.selection, self.options, own, self.t),
            notes=(*write_notes(self.study, self.selection, self.options, self.t), *notes),
        )


def _gather(cells: _ByCell, code: str) -> list[Coding]:
    return [coding for (_, own), codings in cells.items() if own == code for coding in codings]


def prepare(study: Study, options: DisplayOptions, t: Translate) -> Filling:
    """Sort a study's codings for a display."""
    selection = select(study, options.layer, options.wishes)
    counted, set_aside = study.find_once(
        ("cells", options.layer, options.wishes),
        lambda: [group_by_cell(codings, study.codebook) for codings in (selection.counted, selection.set_aside)],
    )
    return Filling(
        study,
        options,
        t,
        selection,
        Style(study.codebook, options, selection.layers_meet, t, find_jottings(study)),
        counted,
        set_aside,
        find_interviewed(study),
        find_asking(study),
    )

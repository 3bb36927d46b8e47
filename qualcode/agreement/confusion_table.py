"""Which code was given instead: the misses of each code by what the same units bear in its place."""

from collections import defaultdict

from qualcode.agreement.agreement_table import Comparison
from qualcode.agreement.disagreements import Judged
from qualcode.messages import Translate
from qualcode.model import Cell, EntryRule, Heading, Matrix


def build_confusion_table(comparison: Comparison, t: Translate, language: str) -> Matrix:
    """Rows: codes that the others gave and `judged` missed; columns: what `judged` alone gave the same units.

    A pair that stands out calls for a boundary rule between the two codes, or for a better one (Campbell et al. 2013).
    A unit with several such codes counts in several columns. Only codes that occur have a row or a column.
    """
    misses = [each for each in comparison.found if each.fate == "miss"]
    extra: dict[int, list[Judged]] = defaultdict(list)
    for each in comparison.found:
        if each.fate == "extra":
            extra[each.unit].append(each)
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for miss in misses:
        for code, ids in [(each.code, each.judged_ids) for each in extra[miss.unit]] or [("", ())]:
            counts[miss.code, code] += 1
            cells[miss.code, code] += [*miss.against_ids, *ids]
    rows = [code for code in comparison.codes if any(row == code.id for row, _ in counts)]
    columns = [code for code in comparison.codes if any(column == code.id for _, column in counts)]
    return Matrix(
        name="confusions",
        title=t("Misses: which code {judged} gave instead").format(judged=comparison.judged),
        rows=tuple(Heading(code.id, code.id, code.label.in_language(language)) for code in rows),
        columns=(*(Heading(code.id, code.id) for code in columns), Heading("none", t("no code instead"))),
        cells=tuple(
            tuple(
                Cell((str(counts[row.id, key]),), tuple(dict.fromkeys(cells[row.id, key])))
                if counts[row.id, key]
                else Cell(("·",))
                for key in (*(code.id for code in columns), "")
            )
            for row in rows
        ),
        entry_rules=(
            EntryRule(
                t("Cells"),
                t(
                    "units that the others gave the code of the row and {judged} did not, but gave the code of the "
                    "column, which the others did not; a unit may stand in several columns"
                ).format(judged=comparison.judged),
            ),
        ),
    )

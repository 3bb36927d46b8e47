"""Files of a study beside what its records say of them: as they were, changed, gone."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.messages import Translate
from qualcode.model import Cell, EntryRule, Heading, Matrix


@dataclass(frozen=True, slots=True)
class Recorded:
    """Files of one kind with what a record says of them. `label` is how people call the kind.

    `by` names the record; `same` are the files that are as it says, `changed` and `gone` those that are not.
    """

    name: str
    label: str
    by: str
    same: tuple[str, ...]
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def build_records(recorded: Sequence[Recorded], t: Translate) -> Matrix:
    """A row a kind of file: how many are on record and as they were, and which are changed or gone."""
    return Matrix(
        name="records",
        title=t("Files: beside what the records say of them"),
        rows=tuple(Heading(each.name, each.label) for each in recorded),
        columns=(
            Heading("there", t("On record")),
            Heading("same", t("As recorded")),
            Heading("changed", t("Changed since")),
            Heading("gone", t("Gone")),
            Heading("by", t("Record")),
        ),
        cells=tuple(
            (
                Cell((str(len(each.same) + len(each.changed) + len(each.gone)),)),
                Cell((str(len(each.same)),)),
                Cell(each.changed or (t("nothing"),)),
                Cell(each.gone or (t("nothing"),)),
                Cell((each.by,)),
            )
            for each in recorded
        ),
        entry_rules=(
            EntryRule(
                t("As recorded"),
                t(
                    "the SHA-256 of the file is the one on record, or would be with the line ends of another system; "
                    "files that no record names are passed over"
                ),
            ),
            EntryRule(
                t("What this does not say"),
                t(
                    "whether codings and results follow from the interviews: qualcode reproduce --check makes them "
                    "again and compares"
                ),
            ),
        ),
    )

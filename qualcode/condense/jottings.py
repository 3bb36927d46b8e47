"""Jottings: what people noted beside a coding or a passage as they read (Miles, Huberman and Saldana 2014, ch. 4)."""

from collections import Counter

from qualcode.condense.contract import Condensation, Material
from qualcode.evidence.jottings import list_jottings
from qualcode.evidence.provenance import warn
from qualcode.evidence.wording import describe_decision
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Decision, EntryRule, Heading, Matrix, Passage, Study


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a jotting, in the order of the interviews: its words, the words it stands beside, who and when."""
    study = material.study
    found = sorted(list_jottings(study), key=lambda pair: (pair[0].transcript, pair[1].span, pair[0].when))
    none = [] if found else [t("There are no jottings yet. Write them in a sheet, or in `qualcode review FOLDER`")]
    matrix = Matrix(
        name="jottings",
        title=t("Jottings"),
        rows=tuple(_head(decision, passage, t) for decision, passage in found),
        columns=(
            Heading("jotting", t("Jotting"), t("verbatim")),
            Heading("beside", t("Beside"), t("the words it stands beside")),
            Heading("by", t("Written by")),
            Heading("with", t("With")),
        ),
        cells=tuple(_fill(decision, passage, study, t) for decision, passage in found),
        entry_rules=(
            EntryRule(
                t("Jottings"),
                t(
                    "what people wrote on a coding, or on a passage without one, alone or with a decision; those taken "
                    "back are left out"
                ),
            ),
        ),
        notes=(*warn(study, (), t), *none),
    )
    return (matrix,)


def count_jottings(study: Study) -> Counter[str]:
    """How many jottings each transcript has."""
    return Counter(decision.transcript for decision, _ in list_jottings(study))


def _head(decision: Decision, passage: Passage, t: Translate) -> Heading:
    who = passage.case or passage.speaker or "?"
    label = t("{speaker}, turn {turn}").format(speaker=who, turn=passage.turn)
    return Heading(decision.hash[:16], label, decision.transcript)


def _fill(decision: Decision, passage: Passage, study: Study, t: Translate) -> tuple[Cell, ...]:
    present = study.former_ids.get(decision.on, decision.on)
    ids = (present,) if any(coding.id == present for coding in study.codings) else ()
    code = decision.to_code or decision.code or t("no code")
    done = "" if decision.act in ("comment", "nothing") else describe_decision(decision, t).partition(": “")[0]
    return (
        Cell((decision.comment,)),
        Cell((f"“{passage.quote}”", code), ids),
        Cell((f"{decision.who} {decision.when[:10]}",)),
        Cell((done.partition(": ")[2] or t("nothing else"),)),
    )


PART = Condensation(
    name="jottings",
    purpose=mark("Read what people noted beside codings and passages while they coded."),
    build=build,
)

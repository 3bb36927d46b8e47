"""Case dynamics matrix: strains, what is said to lie behind them, how they were met and what changed (Miles, Huberman
and Saldana 2014, ch. 9)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.link_rules import describe_links_beside_marks
from qualcode.display.linked import fill_drawn, head_drawn, prepare_links, require_codes_of_kind
from qualcode.evidence.typed import to_be_written
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each obstacle with each informant who speaks to it; columns: the strain, reasons stated for it, elements
    told with it, the strain denied or solved, outcomes told with it, and the order and resolution, which a person
    writes. Refused where the codebook has no obstacles; obstacles that nobody speaks to are named in a note."""
    strains = require_codes_of_kind(study, "obstacle")
    elements, outcomes = study.codebook.codes_of_kind("element"), study.codebook.codes_of_kind("impact")
    others = [code.id for code in study.codebook.codes if code.id not in strains]
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    links_of = linked.part_by_case()
    heads, cells = [], []
    for head in (head for head in filling.head_codes() if head.key in strains):
        for case in study.cases:
            found = filling.find(case.id, head.key)
            if not found:
                continue
            own = links_of[case.id]
            causes = [link for link in own.find(others, (head.key,)) if link.kind in ("stated", "denied")]
            heads.append(Heading(f"{head.key}/{case.id}", f"{head.label}: {case.id}", head.key))
            cells.append(
                (
                    filling.fill_side(found, "supporting"),
                    linked.fill_reasons(found, causes),
                    linked.fill(own.find_told((head.key,), elements)),
                    filling.fill_side(found, "contrary"),
                    linked.fill(own.find_told((head.key,), outcomes)),
                    *fill_drawn(linked, own.find((head.key,), others, either_way=True)),
                    to_be_written(t),
                )
            )
    told = {head.detail for head in heads}
    quiet = [code for code in strains if code not in told]
    return filling.finish(
        "case-dynamics",
        t("Case dynamics matrix"),
        heads,
        (
            Heading("strain", t("Strain told")),
            Heading("issue", t("Reasons stated for it")),
            Heading("coping", t("Elements told with it"), t("how it was met, perhaps")),
            Heading("resolved", t("Denied or solved")),
            Heading("change", t("Outcomes told with it")),
            *head_drawn(linked),
            Heading("judged", t("Order and resolution"), t("to be judged")),
        ),
        cells,
        (
            EntryRule(
                t("Order of rows"),
                t("obstacles in the order of the codebook, and informants in the order of the cases"),
            ),
            *describe_marks(options, t),
            *describe_links_beside_marks(linked),
        ),
        notes=(t("Obstacles that nobody speaks to: {codes}.").format(codes=", ".join(quiet)),) if quiet else (),
    )


PART = Display(
    name="case-dynamics",
    chapter=9,
    called="Case dynamics matrix",
    purpose=mark("Follow each strain: who tells it, the reasons stated, how it was met, what changed."),
    build=build,
)

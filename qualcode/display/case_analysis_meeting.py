"""Case analysis meeting form: what lies ready for a team that talks a case over (Miles, Huberman and Saldana 2014,
ch. 6)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import Filling, prepare
from qualcode.display.template import Line, describe_counts, lay_out, list_counts
from qualcode.evidence.applying import Memo
from qualcode.evidence.marks import find_kind, say_none
from qualcode.evidence.selection import group_by_code, group_by_unit
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

MOST = 10  # jottings laid out, the last ones


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the agenda: main themes, hunches, rival explanations, disagreements, what to ask next; columns: what lies
    ready, and what the team writes: notes, and what follows. The first row is for the day and who was present."""
    filling = prepare(study, options, t)
    by_code = group_by_code(filling.selection.counted, study.codebook)
    ranked = dict(sorted(by_code.items(), key=lambda item: -len(group_by_unit(item[1]))))
    both = {code: codings for code, codings in by_code.items() if codings and find_kind(codings) != "evidence"}
    disputed = {code: [c for c in codings if c.disputed_by] for code, codings in by_code.items()}
    return lay_out(
        filling,
        "case-analysis-meeting",
        t("Case analysis meeting"),
        (
            Line(Heading("meeting", t("Day, and who is present")), (_name_interviewed(filling),)),
            Line(Heading("themes", t("Main themes")), (list_counts(filling, ranked),)),
            Line(Heading("hunches", t("Hunches and doubts")), (_list_jottings(filling),)),
            Line(Heading("rivals", t("What speaks against them")), (list_counts(filling, both),)),
            Line(Heading("disagreements", t("Where coders part")), (list_counts(filling, disputed),)),
            Line(Heading("next", t("What to ask next, and whom")), (_list_silent(filling),)),
        ),
        (Heading("ready", t("Lies ready")),),
        (Heading("notes", t("Notes of the meeting")), Heading("follows", t("What follows"), t("who does what"))),
        (
            EntryRule(t("Main themes"), t("codes by how many units bear them, most first")),
            EntryRule(t("Hunches and doubts"), t("the last {n} jottings, verbatim").format(n=MOST)),
            *describe_counts(t),
        ),
    )


def _name_interviewed(filling: Filling) -> Cell:
    told = [case.id for case in filling.study.cases if case.id in filling.interviewed]
    return Cell((filling.t("interviewed: {who}").format(who=", ".join(told) or filling.t("none")),))


def _list_jottings(filling: Filling) -> Cell:
    beside: dict[Memo, list[Coding]] = {}
    for coding in filling.selection.counted:
        for memo in filling.style.jottings.get(coding.id, ()):
            beside.setdefault(memo, []).append(coding)
    last = sorted(beside, key=lambda memo: memo.when)[-MOST:]
    if not last:
        return say_none(filling.t)
    codings = {coding.id: coding for memo in last for coding in beside[memo]}
    lines = (f"“{memo.text}” ({memo.who} {memo.when[:10]})" for memo in last)
    return Cell((*lines, *filling.name_layer(codings.values())), tuple(codings))


def _list_silent(filling: Filling) -> Cell:
    """Per code the informants who are silent on it, and those whom nobody asked."""
    t, lines = filling.t, []
    for code in filling.study.codebook.codes:
        quiet = [
            t("{case} (not asked)").format(case=case.id) if filling.asking.is_unasked(case.id, code.id) else case.id
            for case in filling.study.cases
            if case.id in filling.interviewed and not filling.find(case.id, code.id)
        ]
        if quiet:
            lines.append(t("{code}: silent {who}").format(code=code.id, who=", ".join(quiet)))
    return Cell(tuple(lines) or (t("none"),))


PART = Display(
    name="case-analysis-meeting",
    chapter=6,
    called="Case analysis meeting form",
    template=True,
    contents=("counts",),
    purpose=mark("Talk the case over in a team: themes, hunches, rivals and what to ask next, with what lies ready."),
    build=build,
)

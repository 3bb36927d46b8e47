"""Getting feedback from informants: their words read back to them, with what was made of them.

Tactic 13 (Miles, Huberman and Saldana 2014, ch. 11), also called member check. Each informant gets a sheet with the
claims that rest on that informant's own words, and nobody else's words. What comes back is the informant's word on the
claim, put down by whoever reads the sheet in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualcode.evidence.excerpts import find_excerpts
from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import name_changed, name_informant
from qualcode.messages import Translate, mark
from qualcode.model import Answer, Case, Cell, Coding, EntryRule, Heading, Prose, Report, Section, Verdict
from qualcode.verify.answering import Computed, answer, name_question
from qualcode.verify.basis import make_basis, mark_changed
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_sides, head_sides
from qualcode.verify.material import Material


def prepare_feedback(material: Material) -> Verdict:
    """A row an informant whose words bear on the claim, or who answered; columns: what they lean to, the passages that
    the informant's sheet reads back, and what the informant answered."""
    t = material.t
    by_case = group_by_case(material.bearing)
    replies = {case.id: find_replies(case, by_case.get(case.id, ()), material) for case in material.asked}
    cases = [case for case in material.asked if case.id in by_case or replies[case.id]]
    rows = [
        (
            Heading(case.id, name_informant(case, t)),
            (*draw_sides(by_case.get(case.id, ()), material), _draw_replies(replies[case.id], material)),
        )
        for case in cases
    ]
    computed = Computed(
        title=t("whose words it rests on, to be read back to them"),
        columns=(
            *head_sides(t),
            Heading("answer", t("The informant's answer")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(t("Sheets"), "qualcode verify FOLDER --feedback"),
            EntryRule(t("Answers"), "`qualcode sheet in FOLDER SHEET.docx --coder NAME`"),
        ),
        codings=material.bearing,
    )
    answered = [case for case in cases if replies[case.id]]
    brief = Cell(
        (_describe_progress(len(answered), len(rows), t),),
        list_ids(material.bearing),
        "value" if rows else "silent",
    )
    to_decide = (
        *_list_disagreeing(answered, replies, t),
        t("Who may see whose words? Is it safe for the informant to answer, and to disagree?"),
        t("What will you do where an informant disagrees: change the claim, or report both views?"),
    )
    return answer(PART.name, material, brief, computed, to_decide)


def name_reply(claim: str, case: str) -> str:
    """What an informant's answer to a claim is on: `K1:feedback:INF-01`."""
    return f"{name_question(PART.name, claim)}:{case}"


def find_read_back(case: Case, material: Material) -> tuple[Coding, ...]:
    """The informant's own codings that bear on the claim."""
    return group_by_case(material.bearing).get(case.id, ())


def find_basis_of_reply(codings: Sequence[Coding], material: Material) -> str:
    """What an informant's answer is given on: `codings`, those whose words the sheet reads back."""
    return make_basis(material.claim, codings, material.study.codebook)


def find_replies(case: Case, codings: Sequence[Coding], material: Material) -> tuple[Answer, ...]:
    """What people put down of an informant's answer, with what has changed since; `codings` are the informant's."""
    given = material.answers.get(name_reply(material.claim.id, case.id), ())
    return mark_changed(given, find_basis_of_reply(codings, material)) if given else ()


def _draw_replies(replies: Sequence[Answer], material: Material) -> Cell:
    t = material.t
    if not replies:
        return Cell((t("nothing read back yet"),), kind="missing")
    lines = []
    for reply in replies:
        said = ": ".join(filter(None, (name_said(reply.label, t), f"“{reply.text}”" if reply.text else "")))
        line = t("{said} (put down by {who}, {day})").format(said=said, who=reply.who, day=reply.when[:10])
        lines.append(f"{line} [{name_changed(reply.changed, t)}]" if reply.changed else line)
    return Cell(tuple(lines))


def name_said(label: str, t: Translate) -> str:
    """An informant's tick in the reader's language; "" for none."""
    return {"yes": t("yes"), "in part": t("in part"), "no": t("no")}.get(label, "")


def _describe_progress(answered: int, to_ask: int, t: Translate) -> str:
    if not to_ask:
        return t("nobody to ask")
    if not answered:
        return t("{n} to ask").format(n=to_ask)
    return t("{n} of {total} answered").format(n=answered, total=to_ask)


def _list_disagreeing(cases: Iterable[Case], replies: Mapping[str, Sequence[Answer]], t: Translate) -> Iterator[str]:
    for case in cases:
        for reply in replies[case.id]:
            if reply.label in ("in part", "no"):
                yield t("{informant} was asked whether it is so, and says: {said}.").format(
                    informant=name_informant(case, t), said=name_said(reply.label, t)
                )


def build_sheet(
    case: Case, materials: Iterable[Material], notices: tuple[str, ...], t: Translate, language: str
) -> Report:
    """The sheet of one informant: a section a claim on which the informant's own words bear, with these words and what
    they were taken for. A sheet without a section says that nothing rests on these words."""
    sections = [
        Section(
            f"claim-{material.claim.id}",
            f"{material.claim.id}. {material.claim.text.in_language(language)}",
            Prose(_read_back(own, material)),
        )
        for material in materials
        if (own := find_read_back(case, material))
    ]
    opening = (
        t("These are statements that our study makes, and words of yours on which they rest."),
        t(
            "Please tell us where we understood you right and where we did not. You need not answer, and may stop "
            "any time."
        ),
    )
    return Report(
        title=t("What we understood: {informant}").format(informant=case.id),
        language=language,
        notices=notices,
        sections=(Section("opening", t("To the one who spoke with us"), Prose(opening)), *sections),
        quotes=(),
    )


def _read_back(codings: Sequence[Coding], material: Material) -> tuple[str, ...]:
    t = material.t
    supporting, contrary = material.split(codings)
    lines = []
    for side, taken_for in (
        (supporting, t("You said, and we took it as speaking for this:")),
        (contrary, t("You said, and we took it as speaking against this:")),
    ):
        if side:
            excerpts = find_excerpts(side, material.study.codebook)
            quotes = dict.fromkeys(f"“{e.quote}”" for e in excerpts)  # a sentence with two codes is read back once
            lines += [taken_for, *quotes]
    return tuple(lines)


PART = Tactic(
    name="feedback",
    number=13,
    purpose=mark("Read the words that a claim rests on back to those who said them, a sheet a person."),
    test=prepare_feedback,
)

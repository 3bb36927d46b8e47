"""Getting feedback from informants: their words read back to them, with what was made of them.

Tactic 13 (Miles, Huberman and Saldana 2014, ch. 11), also called member check. Each informant gets a sheet with the
claims that rest on that informant's own words, and nobody else's words.
"""

from collections.abc import Iterable, Sequence

from qualcode.evidence.excerpts import find_excerpts
from qualcode.evidence.wording import name_informant
from qualcode.messages import Translate, mark
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Prose, Report, Section, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_sides, head_sides, list_ids
from qualcode.verify.material import Material, group_by_case

LINE = "_" * 60


def prepare_feedback(material: Material) -> Verdict:
    """A row an informant whose words bear on the claim; columns: what they lean to, the passages that the
    informant's sheet reads back, and the answer."""
    t = material.t
    by_case = group_by_case(material.bearing)
    rows = [
        (
            Heading(case.id, name_informant(case, t)),
            (
                *draw_sides(by_case[case.id], material),
                Cell((t("nothing read back yet"),), kind="missing"),
            ),
        )
        for case in material.asked
        if case.id in by_case
    ]
    computed = Computed(
        title=t("whose words it rests on, to be read back to them"),
        columns=(
            *head_sides(t),
            Heading("answer", t("The informant's answer")),
        ),
        rows=tuple(rows),
        rules=(EntryRule(t("Sheets"), "qualcode verify FOLDER --feedback"),),
        codings=material.bearing,
    )
    brief = Cell(
        (t("{n} to ask").format(n=len(rows)),) if rows else (t("nobody to ask"),),
        list_ids(material.bearing),
        "value" if rows else "silent",
    )
    to_decide = (
        t("Who may see whose words? Is it safe for the informant to answer, and to disagree?"),
        t("What will you do where an informant disagrees: change the claim, or report both views?"),
    )
    return answer(PART.name, material, brief, computed, to_decide)


def build_sheet(
    case: Case, materials: Iterable[Material], notices: tuple[str, ...], t: Translate, language: str
) -> Report:
    """The sheet of one informant: a section a claim on which the informant's own words bear, with these words, what
    they were taken for, and room for an answer. A sheet without a section says that nothing rests on these words."""
    sections = [
        Section(
            f"claim-{material.claim.id}",
            f"{material.claim.id}. {material.claim.text.in_language(language)}",
            Prose(_read_back(own, material)),
        )
        for material in materials
        if (own := group_by_case(material.bearing).get(case.id, ()))
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
    return (
        *lines,
        t("Is the statement so?   ☐ yes   ☐ in part   ☐ no"),
        t("In your own words: {line}").format(line=LINE),
        LINE,
    )


PART = Tactic(
    name="feedback",
    number=13,
    purpose=mark("Read the words that a claim rests on back to those who said them, a sheet a person."),
    test=prepare_feedback,
)

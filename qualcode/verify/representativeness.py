"""Checking for representativeness: whose voice it is, who dominates, who was never heard.

Tactic 1 (Miles, Huberman and Saldana 2014, ch. 11): findings lean on informants who were easy to reach, talk much or
speak from one position. Evenness is the effective number of voices, the inverse of Simpson's index (1 / sum p^2; Hill
1973): 3 voices of equal share give 3.0, one that says nearly all gives little more than 1.
"""

from collections.abc import Iterable, Mapping, Sequence

from qualcode.evidence.links import list_languages
from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import count_informants, list_unheard, name_informant
from qualcode.language.spelling import list_forms
from qualcode.messages import mark, write_decimal
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import count_passages, draw_count
from qualcode.verify.kinds import group_by_value, head_group, list_kinds
from qualcode.verify.material import Material, group_by_speaker


def check_voices(material: Material) -> Verdict:
    """A row an informant in the claim's scope, without an interview too, then a row a group: sector, role,
    jurisdiction. Columns: words said, passages for and against."""
    t = material.t
    cases = (*material.asked, *material.missing)
    sides = (group_by_case(material.supporting), group_by_case(material.contrary))
    rows = [(Heading(case.id, name_informant(case, t), case.role), _fill((case,), sides, material)) for case in cases]
    for kind, label in list_kinds(t).items():
        for value, group in group_by_value(cases, kind).items():
            rows.append((head_group(kind, label, value, t), _fill(group, sides, material)))
    speaking = {coding.case for coding in material.bearing}
    heard = [case for case in material.asked if case.id in speaking]
    brief = Cell((t("{n} of {total} speak").format(n=len(heard), total=len(cases)),), list_ids(material.bearing))
    computed = Computed(
        title=t("whose voice it is"),
        columns=(
            Heading("words", t("Words said"), t("in the whole interview")),
            Heading("for", t("Passages for")),
            Heading("against", t("Passages against")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(t("Who speaks to the claim"), count_informants(heard, len(cases), t)),
            EntryRule(t("Evenness"), _describe_evenness(material)),
            EntryRule(t("Spoken of, never asked"), _list_spoken_of(material)),
            EntryRule(
                t("Words said"), t("an interview with several informants counts whole for each; words are no evidence")
            ),
        ),
        codings=material.bearing,
    )
    return answer(PART.name, material, brief, computed, _list_questions(material, heard))


def find_dominant(material: Material) -> tuple[str, int, int] | None:
    """The informant who gives more than half of the passages that bear on the claim, with their number and that of
    all; None where nobody does, or where only one speaks at all."""
    counts = {
        speaker: count_passages(codings)
        for speaker, codings in group_by_speaker(material.bearing, material.study, material.t).items()
    }
    total = sum(counts.values())
    if len(counts) < 2:
        return None
    top = max(counts, key=lambda speaker: counts[speaker])
    return (top, counts[top], total) if counts[top] * 2 > total else None


def count_effective_voices(counts: Iterable[int]) -> float:
    """The effective number of voices among counts of passages, each above 0; 0.0 for none."""
    found = tuple(counts)
    return sum(found) ** 2 / sum(n * n for n in found) if found else 0.0


def _fill(
    cases: Sequence[Case], sides: Iterable[Mapping[str, tuple[Coding, ...]]], material: Material
) -> tuple[Cell, ...]:
    t = material.t
    ids = {case.id for case in cases}
    if ids.isdisjoint(case.id for case in material.asked):
        return tuple(Cell((t("no interview"),), kind="missing") for _ in range(3))
    words = sum(sheet.respondent_words for sheet in material.study.accounts if not ids.isdisjoint(sheet.cases))
    counts = (draw_count([c for case in cases for c in side.get(case.id, ())], material) for side in sides)
    return (Cell((str(words),)), *counts)


def _describe_evenness(material: Material) -> str:
    t = material.t
    grouped = group_by_speaker(material.bearing, material.study, t)
    counts = [count_passages(codings) for codings in grouped.values()]
    return t("{passages} passages of {n} speakers, as many as {voices} voices of equal share would give").format(
        passages=sum(counts), n=len(counts), voices=write_decimal(f"{count_effective_voices(counts):.1f}", t)
    )


def _list_questions(material: Material, heard: list[Case]) -> tuple[str, ...]:
    t = material.t
    lines = []
    if dominant := find_dominant(material):
        speaker, n, total = dominant
        lines.append(
            t("{speaker} gives {n} of {total} passages: does the claim rest on one voice?").format(
                speaker=speaker, n=n, total=total
            )
        )
    if len(heard) == 1:
        lines.append(t("Only {speaker} speaks to it.").format(speaker=name_informant(heard[0], t)))
    if material.missing:
        names = ", ".join(name_informant(case, t) for case in material.missing)
        lines.append(t("In the scope, but never interviewed: {names}. What would they say?").format(names=names))
    if absent := list_unheard(material.study):
        lines.append(t("The study names {roles}, and no informant has that role.").format(roles=", ".join(absent)))
    lines.append(t("Who would say the opposite, and was that person asked? Were only leaders heard?"))
    return tuple(lines)


def _list_spoken_of(material: Material) -> str:
    """The roles that nobody interviewed has and that passages on the claim name, with the number of these passages."""
    languages = list_languages(material.study)
    named = []
    for role in list_unheard(material.study):
        naming = [c for c in material.bearing if _names(c.quote, role, languages.get(c.transcript, "id"))]
        if naming:
            named.append(f"{role} {count_passages(naming)}")
    return ", ".join(named) or material.t("none")


def _names(text: str, role: str, language: str) -> bool:
    """Whether a text holds the words of a role, one after the other."""
    words, wanted = list_forms(text, language), list_forms(role, language)
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


PART = Tactic(
    name="representativeness",
    number=1,
    purpose=mark("See whose voice a claim rests on, who dominates, and who was never heard."),
    test=check_voices,
)

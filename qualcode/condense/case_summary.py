"""Interim case summary: what is known of the case so far, and what is not (Miles, Huberman and Saldana 2014, ch. 6).

The case is the whole study, which its informants tell of; an informant is no case of its own here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.sheets import Line, count_codes, lay_out, name_codes, quote_codes, rank_codes
from qualcode.evidence.drawn import link_drawn
from qualcode.evidence.links import Link, link_counted
from qualcode.evidence.selection import is_human, select
from qualcode.evidence.wording import count_speakers, find_interviewed, list_unheard, name_informant
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, Matrix, Study


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """One sheet for the study."""
    study = material.study
    codings = select(study).counted
    by_code = rank_codes(codings, study.codebook)
    stated = (link for link in link_counted(study) if link.kind == "stated")
    lines = (
        Line("case", t("Case"), t("What is this a case of, and where does it end?"), _tell_case(material, t)),
        Line(
            "known",
            t("What is known"),
            t("What do you know by now? Cite the passages that it rests on."),
            count_codes(by_code, material, t),
        ),
        Line("quotes", t("In their words"), t("Which passages carry the case?"), quote_codes(by_code, material, t)),
        Line(
            "divided",
            t("Both sides"),
            t("Why do informants part here? Which rival explanations are there?"),
            _tell_divided(by_code, t),
        ),
        Line(
            "links",
            t("Stated links"),
            t("What leads to what, and what makes you think so?"),
            _tell_links(stated, study, lambda links: count_speakers((link.first for link in links), study, t), t),
        ),
        *_draw_drawn(study, codings, t),
        Line("gaps", t("Gaps"), t("What is missing, and who could tell?"), _tell_gaps(by_code, material, t)),
        Line(
            "quality",
            t("Quality of the data"),
            t("How far do you trust it?"),
            _tell_quality(codings, material, t),
        ),
        Line("memos", t("Memos"), "", _tell_memos(material, t)),
        Line("next", t("Next steps"), t("Which data next, from whom, and which hunch do they test?")),
        Line("filled", t("Filled in by"), t("Your name and the date")),
    )
    title = t("Interim case summary: {title}").format(title=study.settings.title or study.codebook.name)
    return (lay_out("case-summary", title, lines, codings, material, t),)


def _tell_case(material: Material, t: Translate) -> Cell:
    study = material.study
    interviewed = find_interviewed(study)
    words = sum(sheet.respondent_words for sheet in study.accounts)
    coded = sum(sheet.coded_words for sheet in study.accounts)
    return Cell(
        (
            t("informants interviewed: {n}").format(n=sum(case.id in interviewed for case in study.cases)),
            *(name_informant(case, t, case.role, case.organisation) for case in study.cases if case.id in interviewed),
            t("{coded} of {all} respondents' words are coded").format(coded=coded, all=words),
        )
    )


def _tell_divided(by_code: dict[str, tuple[Coding, ...]], t: Translate) -> Cell:
    lines, ids = [], []
    for code, codings in by_code.items():
        sides = {
            polarity: [coding for coding in codings if coding.polarity == polarity]
            for polarity in ("supporting", "contrary")
        }
        if all(sides.values()):
            said = " ".join(
                f"{sign} {', '.join(dict.fromkeys(coding.case or coding.speaker for coding in side))}"
                for sign, side in zip("+−", sides.values(), strict=True)
            )
            lines.append(f"{code}: {said}")
            ids += [coding.id for coding in codings]
    return Cell(tuple(lines) or (t("none"),), tuple(ids))


def _tell_links(links: Iterable[Link], study: Study, name: Callable[[list[Link]], str], t: Translate) -> Cell:
    """Which code leads to which and, by `name`, who says so; those of most informants first."""
    by_pair: dict[tuple[str, str], list[Link]] = {}
    ids: dict[str, None] = {}
    for link in links:
        first, second = (study.codebook.name_whole(coding.code) for coding in (link.first, link.second))
        by_pair.setdefault((first, second), []).append(link)
        ids |= dict.fromkeys(link.ids)
    ranked = sorted(by_pair, key=lambda pair: (-len({link.first.case for link in by_pair[pair]}), pair))
    return Cell(tuple(f"{' → '.join(pair)}: {name(by_pair[pair])}" for pair in ranked) or (t("none"),), tuple(ids))


def _draw_drawn(study: Study, codings: Sequence[Coding], t: Translate) -> Iterator[Line]:
    """A row of the links that people drew, where there are any: nobody need have stated them."""
    if links := link_drawn(study, codings):

        def name(own: list[Link]) -> str:
            return t("drawn by {who}").format(who=", ".join(sorted({link.who for link in own})))

        question = t("Does what you drew still hold, and who could say so?")
        yield Line("drawn", t("Drawn links"), question, _tell_links(links, study, name, t))


def _tell_gaps(by_code: dict[str, tuple[Coding, ...]], material: Material, t: Translate) -> Cell:
    return Cell(tuple(_list_gaps(by_code, material, t)))


def _list_gaps(by_code: dict[str, tuple[Coding, ...]], material: Material, t: Translate) -> Iterator[str]:
    study = material.study
    interviewed = find_interviewed(study)
    absent = [case.id for case in study.cases if case.id not in interviewed]
    alone = [code for code, codings in by_code.items() if len({coding.case for coding in codings}) == 1]
    yield t("silent in every interview: {codes}").format(
        codes=name_codes((code.id for code in study.codebook.codes if code.id not in by_code), t)
    )
    yield t("told by one informant only: {codes}").format(codes=name_codes(alone, t))
    yield t("cases without interview: {cases}").format(cases=name_codes(absent, t))
    if study.settings.roles:
        yield t("roles that nobody speaks for: {roles}").format(roles=name_codes(list_unheard(study), t))


def _tell_quality(codings: Sequence[Coding], material: Material, t: Translate) -> Cell:
    human = sum(is_human(coding) for coding in codings)
    prompted = [coding for coding in codings if coding.elicited == "prompted"]
    heard = [coding for coding in codings if coding.directness == "second-hand"]
    unread = [coding for coding in codings if coding.polarity == "contrary" and not is_human(coding)]
    total = len(codings)
    lines = (
        t("decided on by a person: {n} of {total} codings").format(n=human, total=total),
        t("contrary codings that nobody has read: {n}").format(n=len(unread)),
        t("prompted: {n} of {total} codings").format(n=len(prompted), total=total),
        t("second-hand: {n} of {total} codings").format(n=len(heard), total=total),
        t("passages whose words are gone from the transcripts: {n}").format(n=len(material.study.orphans)),
    )
    ids = dict.fromkeys(coding.id for coding in (*unread, *prompted, *heard))
    return Cell(lines, tuple(ids))


def _tell_memos(material: Material, t: Translate) -> Cell:
    return Cell(tuple(f"{memo.date} {memo.title} ({memo.file})" for memo in material.memos) or (t("none"),))


PART = Condensation(
    name="case-summary",
    purpose=mark("Lay out an interim summary of the whole case, with its gaps, to be filled in by the researcher."),
    build=build,
    sheets=True,
)

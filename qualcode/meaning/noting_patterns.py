"""Noting patterns, themes: what comes back in many separate pieces.

Tactic 1 (Miles, Huberman and Saldana 2014, ch. 11). What one person says ten times has come back once; what everybody
says because everybody was asked has not come back by itself.
"""

from collections.abc import Iterator, Sequence

from qualcode.evidence.selection import list_ids
from qualcode.evidence.terms import find_terms
from qualcode.evidence.wording import name_code
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import (
    YOURS,
    Row,
    describe_counting,
    draw_each,
    draw_elicited,
    draw_side,
    draw_table,
    draw_who,
    head_yours,
    split_sides,
    tell_few,
)
from qualcode.meaning.material import Material
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading

FEWEST_INFORMANTS = 2
WORDS = 3  # words that come back, of each row


def lay_out(material: Material) -> LaidOut:
    """A row a code or sub-code that at least two informants speak to, those of most informants first; then pairs of
    codes that keep company."""
    t = material.t
    all_of = list(_list_pieces(material))
    back = [(own, codings) for own, codings in all_of if len(material.find_cases(codings)) >= FEWEST_INFORMANTS]
    back.sort(key=lambda each: -len(material.find_cases(each[1])))
    alone = [own for own, codings in all_of if len(material.find_cases(codings)) == 1]
    codings = [coding for _, own in back for coding in own]
    table = draw_table(
        material,
        "noting-patterns",
        t("What comes back"),
        (
            Heading("informants", t("Informants")),
            Heading("each", t("Units of each")),
            Heading("against", t("Of these contrary")),
            Heading("elicited", t("How it came up")),
            Heading("words", t("Words that come back"), t("with two informants and more")),
            head_yours("matter", t("The matter, or the question?"), t),
        ),
        [_draw_row(own, codings, material) for own, codings in back],
        (
            EntryRule(
                t("Rows"),
                t("codes and sub-codes that at least {n} informants speak to, those of most informants first").format(
                    n=FEWEST_INFORMANTS
                ),
            ),
            describe_counting(t),
            EntryRule(
                t("What it says"),
                t("that something comes back, which a common question brings about as well as a common matter"),
            ),
        ),
        (*_tell_alone(alone, material), *tell_few(material)),
    )
    brief = Cell((t("come back with two informants and more: {n}").format(n=len(back)),), list_ids(codings))
    return LaidOut(brief, (table, *material.handed.condense("pattern-candidates")))


def _list_pieces(material: Material) -> Iterator[tuple[str, tuple[Coding, ...]]]:
    for code in material.study.codebook.codes:
        own = material.by_code[code.id]
        yield code.id, own
        for subcode in code.subcodes:
            yield subcode.id, tuple(coding for coding in own if coding.code == subcode.id)


def _draw_row(own: str, codings: Sequence[Coding], material: Material) -> Row:
    t = material.t
    terms = find_terms(material.study, codings, FEWEST_INFORMANTS, WORDS)
    shared = [term for term in terms.values() if len(term.cases) >= FEWEST_INFORMANTS]
    words = Cell(
        (", ".join(term.word for term in shared) or t("none"),),
        list_ids(coding for term in shared for coding in term.codings.values()),
    )
    heading = Heading(own, name_code(material.study.codebook, own, material.language), own)
    return heading, (
        draw_who(codings, material),
        draw_each(codings, material),
        draw_side(split_sides(codings)[1], t),
        draw_elicited(codings, t),
        words,
        YOURS,
    )


def _tell_alone(alone: Sequence[str], material: Material) -> tuple[str, ...]:
    line = material.t("One informant alone speaks to these, however often, so that nothing comes back: {codes}.")
    return (line.format(codes=", ".join(alone)),) if alone else ()


PART = Aid(
    name="noting-patterns",
    number=1,
    purpose=mark("See what comes back with several informants, apart from what one says often or all were asked."),
    questions=(
        mark("Which recurrence is about the matter, and which about the question that was asked?"),
        mark("What would you have to see to give up the pattern you have in mind, and have you looked for it?"),
    ),
    lay_out=lay_out,
)

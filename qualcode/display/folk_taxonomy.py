"""Folk taxonomy: the terms that speakers themselves use under each code (Miles, Huberman and Saldana 2014, ch. 7, after
Spradley 1979).

The program lists terms; which is a kind of which is for a person to say, best with the informants.
"""

from collections import defaultdict
from collections.abc import Iterable

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.excerpts import make_excerpt
from qualcode.evidence.selection import group_by_unit, list_ids
from qualcode.evidence.terms import Term, find_terms
from qualcode.evidence.typed import to_be_written
from qualcode.evidence.wording import write_quote
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

FEWEST = 2  # units: what is said once is no term yet
MOST = 10  # terms a code: a longer list is not read


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: under each code the words and pairs of words that come back in its units; columns: who says it, units, an
    example, the other codes it stands under, and the term it is a kind of, which a person writes."""
    filling = prepare(study, options, t)
    terms = study.find_once(
        ("terms", options.layer, options.wishes),
        lambda: {code.id: _find_terms(filling, code.id) for code in study.codebook.codes},
    )
    under: dict[str, list[str]] = defaultdict(list)
    for code, own in terms.items():
        for term in own:
            under[term].append(code)
    heads, cells = [], []
    for head in filling.head_codes():
        for term, found in terms[head.key].items():
            codings = tuple(found.codings.values())
            others = ", ".join(code for code in under[term] if code != head.key)
            heads.append(Heading(f"{head.key}/{term.replace(' ', '_')}", f"{found.word} ({head.key})", head.label))
            cells.append(
                (
                    filling.name_speakers(codings),
                    Cell((str(len(group_by_unit(codings))), *filling.name_layer(codings)), list_ids(codings)),
                    _quote_first(codings, t),
                    Cell((others or t("none"),)),
                    to_be_written(t),
                )
            )
    none = t("No word comes back in two units of one code: there is no list of terms yet.")
    return filling.finish(
        "folk-taxonomy",
        t("Folk taxonomy: list of terms"),
        heads,
        (
            Heading("who", t("Said by")),
            Heading("units", t("Units")),
            Heading("example", t("Example"), t("the first in the order of the interviews")),
            Heading("also", t("Also under")),
            Heading("kind", t("A kind of"), t("to be judged")),
        ),
        cells,
        (
            EntryRule(
                t("Terms"),
                t(
                    "words, and pairs of words side by side, as respondents say them in units of the code, put "
                    "together by their root; in at least {fewest} units, at most {most} a code, those of most "
                    "informants and units first; words that only hold a sentence together are left out"
                ).format(fewest=FEWEST, most=MOST),
            ),
            EntryRule(t("Least evidence for a mark"), t("units of the code: {n}").format(n=FEWEST)),
            EntryRule(t("Empty cells"), t("a code without terms has no row; a word said once may still matter")),
            EntryRule(t("Cells"), t("quotes, verbatim, and counts; how often says nothing about how important")),
        ),
        notes=() if heads else (none,),
    )


def _find_terms(filling: Filling, code: str) -> dict[str, Term]:
    return find_terms(filling.study, filling.find_whole(code), FEWEST, MOST)


def _quote_first(codings: Iterable[Coding], t: Translate) -> Cell:
    first = min(codings, key=lambda coding: (coding.transcript, coding.span))
    return Cell((write_quote(make_excerpt(first), t),), (first.id,))


PART = Display(
    name="folk-taxonomy",
    chapter=7,
    called="Folk taxonomy",
    contents=("quotes",),
    purpose=mark("List the words that speakers themselves use under each code, as a start for their own categories."),
    build=build,
    fixed_quotes=True,
)

"""Context chart: who stands in which tie to whom, as far as somebody says so (Miles, Huberman and Saldana 2014, ch. 7).

The program finds where informants name roles, organisations and the codebook's actors; what ties them, people say."""

import re
from collections.abc import Iterator

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.template import Line, lay_out
from qualcode.evidence.links import list_languages
from qualcode.messages import Translate, mark
from qualcode.model import Coding, EntryRule, Heading, Matrix, Study

Names = tuple[tuple[str, re.Pattern[str]], ...]


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each informant with each actor that the informant's coded words name; columns: those words, and what a
    person writes: the tie (+, 0, −), whether it is formal, and who else says so."""
    filling = prepare(study, options, t)
    found: dict[tuple[str, str], list[Coding]] = {}
    names = {language: _list_actors(study, language) for language in ("id", "en")}
    languages = list_languages(study)
    for coding in filling.selection.counted:
        for actor in _find_named(coding.quote, names[languages.get(coding.transcript, "id")]):
            found.setdefault((coding.case, actor), []).append(coding)
    lines = [
        Line(
            Heading(f"{case.id}/{actor}", f"{case.id} – {actor}", case.role),
            (filling.quote_units(found[case.id, actor], options.quotes),),
        )
        for case in study.cases
        for actor in sorted(actor for who, actor in found if who == case.id)
    ]
    none = t("No coded words name an actor: there is nothing to chart yet.")
    return lay_out(
        filling,
        "context-chart",
        t("Context chart: actors named"),
        lines,
        (Heading("said", t("Said of it"), t("verbatim")),),
        (
            Heading("tie", t("Tie (+, 0, −)"), t("to be judged")),
            Heading("kind", t("Formal or informal"), t("to be judged")),
            Heading("others", t("Who else says so"), t("to be written")),
        ),
        (
            EntryRule(t("Order of rows"), t("the order of the cases; in each the actors by name")),
            EntryRule(
                t("Actors"),
                t(
                    "the codebook's actors and the roles and organisations of the informants, where coded words name "
                    "them in full; being named is no tie, and who is called otherwise is missed"
                ),
            ),
            EntryRule(t("Cells"), t("the first {n} quotes that name the actor, verbatim").format(n=options.quotes)),
            EntryRule(t("Least evidence for a mark"), t("one coding that counts")),
            EntryRule(t("Empty cells"), t("an actor whom an informant does not name has no row")),
        ),
        () if lines else (none,),
    )


def _list_actors(study: Study, language: str) -> Names:
    """Names of actors in small letters, the longest first, with what finds each as whole words."""
    words = {word for case in study.cases for word in (case.role, case.organisation) if word}
    for actor in study.codebook.actors:
        if actor.language == language:
            words.update(_spell_out(actor.pattern.replace("form:", "")))
    names = sorted({word.casefold() for word in words}, key=lambda word: (-len(word), word))
    return tuple((name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")) for name in names)


def _spell_out(pattern: str) -> Iterator[str]:
    """What a pattern of words and alternatives such as `kepala (bidang|dinas)` may mean."""
    before, opened, rest = pattern.partition("(")
    if not opened:
        yield pattern.strip()
        return
    choices, _, after = rest.partition(")")
    for choice in choices.split("|"):
        yield from _spell_out(f"{before}{choice}{after}")


def _find_named(quote: str, names: Names) -> Iterator[str]:
    text = quote.casefold()
    for name, named in names:
        if name in text and named.search(text):
            yield name
            text = named.sub(" ", text)  # a shorter name inside a longer one is not named by it


PART = Display(
    name="context-chart",
    chapter=7,
    called="Context chart",
    template=True,
    contents=("quotes",),
    purpose=mark("See which actors each informant names, to chart who is tied to whom; the ties are for you to draw."),
    build=build,
)

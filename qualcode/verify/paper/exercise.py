"""The student's sheet: reproduce a published study step by step, with room for one's own answers."""

from collections.abc import Iterable

from qualcode.evidence.wording import find_interviewed, name_informant, name_once
from qualcode.messages import Translate
from qualcode.model import Cell, EntryRule, Heading, Matrix, Prose, Report, Section, Study
from qualcode.verify.paper.evidence import count_paper, head_paper
from qualcode.verify.paper.publication import Finding, Publication

LINE = "_" * 70
_ROOM = Cell(("", ""))  # lines to write on
_EACH = 2  # claims of each kind of source to practise on
_DOUBTS = 3


def build_exercise(
    publication: Publication, study: Study, notices: tuple[str, ...], t: Translate, language: str
) -> Report:
    """A sheet with six steps: code blind, sort claims by what could answer them, check them, set the evidence beside
    the paper's, take sides in its tensions, say what four interviews cannot tell. It quotes nobody and answers
    nothing."""
    opening = (
        t("Name: {line}").format(line=LINE[:40]),
        t("Date: {line}").format(line=LINE[:20]),
        t(
            "You check a published paper against interviews. Work in this order: whoever reads the claims first finds "
            "them everywhere. Write what you see, also where you find nothing."
        ),
    )
    sections = [Section("opening", t("Before you begin"), Prose(opening))]
    sections += (
        _step(
            1,
            t("code without knowing the claims"),
            _draw_coding_grid(study, t, language),
            (t("Read every interview and code it yourself: qualcode review FOLDER --blind"),),
            t,
        ),
        _step(
            2,
            t("what could answer it?"),
            _draw_sorting(publication, t, language),
            (t("Decide before you look: could these interviews say it at all? If not, which source could?"),),
            t,
        ),
        _step(
            3,
            t("check the claims"),
            _draw_checking(t),
            (
                t(
                    "Run: qualcode reproduce blitar (for interviews of your own add --study FOLDER). Open the table of "
                    "claims and read the quotes, on both sides."
                ),
            ),
            t,
        ),
        _step(
            4,
            t("set the evidence side by side"),
            _draw_evidence(publication, study, t, language),
            (t("The paper's columns are filled in. Fill in yours from your own codings, then look at what differs."),),
            t,
        ),
        _step(
            5,
            t("where the paper pulls against itself"),
            _draw_tensions(publication, t, language),
            (t("Which side do the interviews take? Name the quotes. Silence is an answer too."),),
            t,
        ),
        Section("step-6", _head(6, t("what the interviews cannot tell"), t), Prose(_list_questions(t))),
    )
    return Report(
        title=t("Exercise: check a published study"),
        language=language,
        notices=notices,
        sections=tuple(sections),
        quotes=(),
    )


def _head(number: int, name: str, t: Translate) -> str:
    return t("Step {n}: {name}").format(n=number, name=name)


def _step(number: int, name: str, body: Matrix, intro: tuple[str, ...], t: Translate) -> Section:
    return Section(f"step-{number}", _head(number, name, t), body, intro)


def _draw_coding_grid(study: Study, t: Translate, language: str) -> Matrix:
    interviewed = find_interviewed(study)
    return _draw(
        "coding-grid",
        t("Your own codings: codes by informants"),
        (Heading(code.id, name_once(code.id, code.label.in_language(language))) for code in study.codebook.codes),
        tuple(Heading(case.id, name_informant(case, t)) for case in study.cases if case.id in interviewed),
        t("+ is told of, − is denied, +− both, empty: nothing said"),
        t,
    )


def _draw_sorting(publication: Publication, t: Translate, language: str) -> Matrix:
    columns = (
        Heading("claim", t("The paper says")),
        Heading("could", t("Could interviews say it at all?")),
        Heading("source", t("If not: which source?")),
    )
    boxes = Cell(("   ".join((t("☐ yes"), t("☐ in part"), t("☐ no"))),))
    chosen = choose_claims(publication)
    return _draw(
        "sorting",
        t("Claims of the paper"),
        (Heading(finding.claim.id, finding.claim.id) for finding in chosen),
        columns,
        t("in part: interviews give accounts, another source must show it"),
        t,
        tuple((_write_claim(finding, language), boxes, _ROOM) for finding in chosen),
    )


def choose_claims(publication: Publication) -> tuple[Finding, ...]:
    """Claims to practise on, in the order of the paper: those with a percentage, and the first few of each kind of
    source that could answer; none twice in the same words."""
    texts: set[str] = set()
    counts: dict[str, int] = {}
    chosen = []
    for finding in publication.findings:
        percentage = any("%" in figure for figure in finding.claim.figures)
        if finding.claim.text.id in texts or not (percentage or counts.get(finding.elsewhere, 0) < _EACH):
            continue
        texts.add(finding.claim.text.id)
        counts[finding.elsewhere] = counts.get(finding.elsewhere, 0) + 1
        chosen.append(finding)
    return tuple(chosen)


def _draw_checking(t: Translate) -> Matrix:
    return _draw(
        "checking",
        t("Claims on which you see it otherwise than the suggestions"),
        (Heading(f"doubt-{n}", t("Claim {n}: ______").format(n=n)) for n in range(1, _DOUBTS + 1)),
        (
            Heading("suggested", t("What the suggestions lean to")),
            Heading("own", t("What you read")),
            Heading("quotes", t("Numbers of the quotes")),
        ),
        t("three claims at least; a passage may bear the code and still be about something else"),
        t,
    )


def _draw_evidence(publication: Publication, study: Study, t: Translate, language: str) -> Matrix:
    codes = [(code, [f for f in publication.findings if code.id in f.codes]) for code in study.codebook.codes]
    kept = [(code, found) for code, found in codes if found]
    return _draw(
        "evidence-grid",
        t("The paper's evidence and yours"),
        (Heading(code.id, name_once(code.id, code.label.in_language(language))) for code, _ in kept),
        (
            *head_paper(t),
            Heading("own-for", t("Yours: supporting")),
            Heading("own-against", t("Yours: contrary")),
            Heading("own-who", t("Yours: who says it")),
        ),
        t("look for codes without any contrary claim in the paper, and for codes of which one role alone speaks"),
        t,
        tuple((*count_paper(found, t), _ROOM, _ROOM, _ROOM) for _, found in kept),
    )


def _draw_tensions(publication: Publication, t: Translate, language: str) -> Matrix:
    return _draw(
        "tension-grid",
        t("Tensions"),
        (Heading(each.id, each.id) for each in publication.tensions),
        (
            Heading("one", t("The one side")),
            Heading("other", t("The other side")),
            Heading("own", t("Which side, in whose words (numbers of the quotes)?")),
            Heading("silent", t("Who is silent, or was not asked?")),
        ),
        t("then choose one tension and write a paragraph on it, on the back of this sheet"),
        t,
        tuple(
            (*(Cell((side.text.in_language(language),)) for side in (each.first, each.second)), _ROOM, _ROOM)
            for each in publication.tensions
        ),
    )


def _list_questions(t: Translate) -> tuple[str, ...]:
    questions = (
        t("Which three claims of the paper can no interview settle, and what could?"),
        t("Whom would you interview next, and what would you ask?"),
        t("Where do you trust your own reading least, and why?"),
        t("What would you change in the codebook?"),
    )
    return tuple(paragraph for question in questions for paragraph in (question, LINE, LINE))


def _write_claim(finding: Finding, language: str) -> Cell:
    return Cell((finding.claim.text.in_language(language), *finding.claim.figures))


def _draw(
    name: str,
    title: str,
    rows: Iterable[Heading],
    columns: tuple[Heading, ...],
    how: str,
    t: Translate,
    cells: tuple[tuple[Cell, ...], ...] | None = None,
) -> Matrix:
    heads = tuple(rows)
    empty = tuple(tuple(_ROOM for _ in columns) for _ in heads)
    rules = (EntryRule(t("How to fill it in"), how),)
    return Matrix(name, title, heads, columns, empty if cells is None else cells, rules)

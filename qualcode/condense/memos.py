"""The index of analytic memos: when, by whom, about what, and what each is linked to."""

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.mentions import find_codings
from qualcode.evidence.provenance import warn
from qualcode.evidence.selection import list_ids
from qualcode.messages import Translate, mark, translate
from qualcode.model import AnalyticMemo, Cell, EntryRule, Heading, Matrix

OPENING = 30  # words


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a memo, the oldest first; a cell of codings opens onto them."""
    memos = material.memos
    lost = [translate(str(problem), t) for problem in material.problems if problem.where.startswith("memos/")]
    none = [] if memos else [t("There are no memos yet. To begin one: `qualcode memo new FOLDER TITLE`")]
    matrix = Matrix(
        name="memos",
        title=t("Index of memos"),
        rows=tuple(Heading(memo.file, memo.title, memo.file) for memo in memos),
        columns=(
            Heading("date", t("Date")),
            Heading("by", t("Written by")),
            Heading("about", t("About")),
            Heading("codes", t("Codes")),
            Heading("claims", t("Claims")),
            Heading("codings", t("Codings")),
            Heading("opening", t("Begins")),
        ),
        cells=tuple(_fill(memo, material, t) for memo in memos),
        entry_rules=(
            EntryRule(
                t("Memos"),
                t(
                    "what people wrote in the folder memos, as they dated it; of each the first {n} words, questions "
                    "of the template left out"
                ).format(n=OPENING),
            ),
            EntryRule(t("Links"), t("as the memo's front matter names them; what leads nowhere is listed above")),
        ),
        notes=(*warn(material.study, (), t), *lost, *none),
    )
    return (matrix,)


def _fill(memo: AnalyticMemo, material: Material, t: Translate) -> tuple[Cell, ...]:
    def name(kind: str) -> Cell:
        return Cell((", ".join(each.id for each in memo.mentions if each.kind == kind) or t("none"),))

    codings = find_codings(material.study, memo.mentions)
    words = " ".join(line for line in memo.text.splitlines() if not line.startswith(">")).split()
    return (
        Cell((memo.date or t("undated"),)),
        Cell((memo.author or t("nobody named"),)),
        Cell((name_memo_kind(memo.kind, t),)),
        name("code"),
        name("claim"),
        Cell((name("coding").lines[0],), list_ids(codings)),
        Cell((" ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "") or t("nothing written yet"),)),
    )


def name_memo_kind(kind: str, t: Translate) -> str:
    """What a memo is about, in the reader's language."""
    return {
        "codes": t("codes and their meaning"),
        "patterns": t("patterns"),
        "theory": t("theory"),
        "problems": t("problems of the study"),
        "ethics": t("ethics"),
        "personal": t("personal reactions"),
        "next": t("next steps"),
    }[kind]


def list_questions(kind: str, t: Translate) -> tuple[str, ...]:
    """Questions that a memo of a kind may answer (after Miles, Huberman and Saldana 2014, ch. 4)."""
    return {
        "codes": (
            t("What does this code hold, and where does it end? Which passage is its best example, which its worst?"),
            t("Is it one thing or several? Which codes does it keep meeting?"),
        ),
        "patterns": (
            t("What comes back, with whom, and when? Is it about the matter, or about the question asked?"),
            t("Who does not fit, and why? What would make you give the pattern up?"),
        ),
        "theory": (
            t("Which concept does this speak to? What does it add to it, and what does it contradict?"),
            t("Does the theory fit, or is it forced on the data?"),
        ),
        "problems": (
            t("What is wrong with the data, the codes or the procedure? What hangs on it?"),
            t("What will you change, and what must be done again?"),
        ),
        "ethics": (
            t("Who could be hurt or recognised by this? Was it said in confidence?"),
            t("What was agreed, and does this keep to it?"),
        ),
        "personal": (
            t("What do you feel about these people and what they say? What did you hope to hear?"),
            t("How may that have coloured what you coded and what you passed over?"),
        ),
        "next": (
            t("What do you need to know next, and who could tell?"),
            t("Which hunch does it test, and what would speak against it?"),
        ),
    }[kind]


PART = Condensation(
    name="memos",
    purpose=mark("List the analytic memos with what each is about and linked to."),
    build=build,
)

"""Studies for the displays' tests: four informants, and hypothesis's own."""

from dataclasses import replace

from hypothesis import strategies as st

from qualcode.model import Cell, Coding, Guide, GuideQuestion, Matrix, Span, Study, Words
from tests.factories import code_span, code_words, make_study, make_transcript, split_sentences

HEAD = make_transcript(
    "a.txt", "P: Apa kabar?", "N: Kami rutin bertemu. Tiap bulan ada. Kami percaya. Dinas jalan sendiri.", case="INF-01"
)
STAFF = make_transcript("b.txt", "N: Rapat ya ada. Undangan kurang.", case="INF-02")
CHAIR = make_transcript("c.txt", "N: Kami jarang diundang. Semoga nanti percaya.", case="INF-03")
TALKS = (HEAD, STAFF, CHAIR)  # nobody interviewed INF-04

CODINGS = (
    code_words(HEAD, "Kami rutin bertemu.", "CG.DLG.forum"),
    code_words(HEAD, "Tiap bulan ada.", "CG.DLG"),
    code_words(HEAD, "Kami percaya.", "CG.TRU"),
    code_words(HEAD, "Dinas jalan sendiri.", "OB.COO"),
    code_words(STAFF, "Rapat ya ada.", "CG.DLG"),
    code_words(STAFF, "Undangan kurang.", "CG.DLG", "contrary"),
    code_words(CHAIR, "Kami jarang diundang.", "CG.DLG", "contrary"),
    code_words(CHAIR, "Semoga nanti percaya.", "CG.TRU", modality="wish"),
)


def four_informants(*more: Coding, **settings: object) -> Study:
    return make_study(TALKS, (*CODINGS, *more), **settings)


def asked_by_guide(study: Study, code: str, asked: dict[str, tuple[str, ...]]) -> Study:
    """The study with a guide that asks for a code, and what was asked for in each transcript named."""
    guide = Guide((GuideQuestion("Q1", Words("Bagaimana?"), (code,)),))
    accounts = tuple(replace(sheet, asked=asked.get(sheet.transcript)) for sheet in study.accounts)
    return replace(study, guide=guide, accounts=accounts)


def cell_of(matrix: Matrix, row: str, column: str) -> Cell:
    rows = [heading.key for heading in matrix.rows]
    columns = [heading.key for heading in matrix.columns]
    return matrix.cells[rows.index(row)][columns.index(column)]


def block_of(matrix: Matrix) -> dict[str, str]:
    return {rule.label: rule.value for rule in matrix.entry_rules}


def cells_opening(matrix: Matrix, coding: Coding) -> set[tuple[str, str]]:
    return {
        (row.key, column.key)
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, cells, strict=True)
        if coding.id in cell.coding_ids
    }


def _code(talk_and_place: tuple, **values: object) -> Coding:
    talk, place = talk_and_place
    return code_span(talk, place, **values)


_places = st.sampled_from(
    [(talk, unit.span) for talk in TALKS for unit in split_sentences(talk)]
    + [(HEAD, Span(split_sentences(HEAD)[0].span.start, split_sentences(HEAD)[1].span.end))]
)
_codings = st.builds(
    _code,
    _places,
    code=st.sampled_from(["CG.DLG", "CG.DLG.forum", "CG.DLG.access", "CG.TRU", "OB.COO", "IM.ECO"]),
    polarity=st.sampled_from(["supporting", "contrary"]),
    modality=st.sampled_from(["actual", "actual", "wish"]),
    status=st.sampled_from(["suggested", "suggested", "accepted", "manual", "rejected"]),
    coder=st.sampled_from(["rules", "ana"]),
)
studies = st.lists(_codings, max_size=15, unique_by=lambda coding: coding.id).map(
    lambda codings: make_study(TALKS, codings)
)

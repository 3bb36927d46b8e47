"""A paper's evidence beside that of interviews: claims counted on one side, passages on the other."""

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.shipped import list_codebooks, list_published
from qualcode.verify.paper.evidence import build_evidence_table, count_paper
from qualcode.verify.paper.publication import read_published
from tests.factories import code_words, make_study, make_transcript
from tests.verify.paper.papers import PAPER, gather_claims

# Counted by hand from the list of claims: supporting, contrary, obstacle, advice or theory, marked, of a named person.
BLITAR = """\
CG.DLG 13 2 1 4 5/16 0
CG.TRU 15 0 0 0 1/15 0
CG.COM 18 1 1 1 1/20 0
CG.UND 7 3 0 1 6/10 1
CG.OUT 17 6 0 4 9/23 1
OB.STR 0 1 6 2 1/7 0
OB.TEC 0 2 5 0 1/7 0
OB.COO 0 2 4 4 1/6 0
OB.RES 1 1 5 2 1/7 0
IM.ECO 13 3 0 1 2/16 0
IM.CMP 17 0 1 0 3/18 0
IM.SOC 3 0 0 0 1/3 0
"""


@pytest.mark.parametrize("line", BLITAR.splitlines(), ids=lambda line: line.split()[0])
def test_the_evidence_of_the_blitar_paper_counts_up(line: str) -> None:
    codebook, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
    assert codebook is not None
    paper, _ = read_published(list_published()["blitar"], codebook)
    code, *expected = line.split()
    cells = count_paper([finding for finding in paper.findings if code in finding.codes], str)
    assert [cell.lines[0].replace(" of ", "/") for cell in cells] == expected


def test_passages_and_informants_stand_beside_claims() -> None:
    talk = make_transcript("a.txt", "P: Apa?", "N: Kami bertemu. Katanya ada forum. Tidak pernah.", case="INF-01")
    codings = [
        code_words(talk, "Kami bertemu.", "CG.DLG", directness="unknown"),
        code_words(talk, "Katanya ada forum.", "CG.DLG.forum", directness="second-hand"),
        code_words(talk, "Tidak pernah.", "CG.DLG", "contrary", elicited="prompted"),
    ]
    study = make_study([talk], codings)
    matrix = build_evidence_table(PAPER, study, gather_claims(study)[0].counted, str, "en")
    rows = {row.key: [cell.lines[0] for cell in cells] for row, cells in zip(matrix.rows, matrix.cells, strict=True)}
    assert rows["CG.DLG"] == ["1", "0", "0", "0", "1 of 1", "0", "2", "1", "1 of 1 informants (public)", "1"]
    assert rows["IM.SOC"][-1] == "the codebook has no such code"
    assert rows["all"][:6] == ["2", "1", "0", "1", "2 of 3", "1"]  # advice names no evidence
    assert list(rows)[-1] == "all"
    assert "CG.*" not in rows

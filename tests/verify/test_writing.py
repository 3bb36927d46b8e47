"""A new claim behind the others; the file around it stays as it is."""

from pathlib import Path

import pytest

from qualcode.model import Words
from qualcode.verify.claims import read_claims
from qualcode.verify.writing import NewClaim, add_claim
from tests.factories import make_codebook

NEW = NewClaim(
    id="K9",
    text={"id": 'Mereka: "percaya" # sekali', "en": "They trust one another."},
    codes=("CG.TRU", "OB.COO contrary"),
    checkable="partly",
    needs={"en": "minutes"},
    rivals=({"en": "Deference."},),
    source="results",
    author="Rina",
    date="2024-05-01",
)
OLD = "# ours\nclaims:\n{i}- id: K1   # the first\n{i}  text: {{id: a, en: b}}\n{i}  codes: [{{code: CG.TRU}}]\n"

TWO = "languages:\n- id\n- en\n" + OLD.format(i="  ")  # a list before the claims, written otherwise


def read_back(tmp_path: Path, text: str):
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    return read_claims(path, "claims.yaml", make_codebook(), ())


@pytest.mark.parametrize(
    "before",
    [
        "",
        OLD.format(i=""),
        OLD.format(i="  "),
        OLD.format(i="    ").rstrip(),
        "claims: []\n",
        "# none yet\nclaims:\n",
        TWO,
    ],
    ids=["new", "flush", "indented", "no-end", "empty-list", "empty", "another-list"],
)
def test_it_is_read_back_as_it_was_meant(tmp_path: Path, before: str) -> None:
    after = add_claim(before, NEW)
    claims, problems = read_back(tmp_path, after)
    assert [problem for problem in problems if problem.severity == "error"] == []
    claim = claims[-1]
    assert (claim.id, claim.text) == ("K9", Words('Mereka: "percaya" # sekali', "They trust one another."))
    assert claim.codes == (("CG.TRU", "supporting"), ("OB.COO", "contrary"))
    assert (claim.checkable, claim.needs.en, claim.source) == ("partly", "minutes", "results")
    assert (claim.author, claim.date, claim.rivals[0].text.en) == ("Rina", "2024-05-01", "Deference.")
    assert len(claims) == (2 if "K1" in before else 1)
    if "K1" in before:
        assert after.startswith(before)

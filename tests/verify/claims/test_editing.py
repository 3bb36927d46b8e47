"""A claim added to its file, or edited in it: what is not meant stays as it was written."""

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.model import Change, Words
from qualcode.verify.claims.editing import ClaimEdit, NewClaim, add_claim, edit_claim
from qualcode.verify.claims.reading import read_claims
from tests.factories import make_codebook

FILE = """\
# Our claims
claims:
- id: K1   # the first
  text: {id: Hujan datang., en: "Rain came: in time."}
  codes:
    # what bears on it
    - {code: H.RAIN, expects: supporting}
    - {code: H.HELP, expects: contrary}

  checkable: yes  # as we think

# the second
- id: K2
  text:
    en: |
      Neighbours help
      one another.
  codes: [{code: H.HELP}]
  needs:
"""
CHANGE = Change("2026-01-31", "siti", "it's clearer: so")
LOGGED = "{date: 2026-01-31, by: siti, why: 'it''s clearer: so'}"


def edit(id_: str = "K1", file: str = FILE, **fields) -> list[tuple[str, str]]:
    """The lines that went and came."""
    import difflib

    after = edit_claim(file, id_, ClaimEdit("en", **fields), CHANGE)
    return [
        (line[0], line[2:].strip())
        for line in difflib.ndiff(file.splitlines(), after.splitlines())
        if line[0] in "+-" and line[2:].strip()
    ]


def test_a_word_is_changed_and_everything_else_stays() -> None:
    assert edit(values={"checkable": "partly"}, needs="rain gauge") == [
        ("-", "checkable: yes  # as we think"),
        ("+", "checkable: partly  # as we think"),
        ("+", "needs: {en: rain gauge}"),
        ("+", "history:"),
        ("+", f"- {LOGGED}"),
    ]


def test_a_text_is_changed_in_one_language_and_the_other_stays() -> None:
    assert edit(text={"en": "Rain came, and in time."})[:2] == [
        ("-", 'text: {id: Hujan datang., en: "Rain came: in time."}'),
        ("+", "text: {id: Hujan datang., en: 'Rain came, and in time.'}"),
    ]
    changed = edit("K2", text={"en": "They help.", "id": "Tetangga membantu"})
    assert ("+", "en: They help.") in changed
    assert ("+", "id: Tetangga membantu") in changed
    assert ("-", "en: |") in changed


def test_codes_take_the_place_of_all_that_stood_there() -> None:
    changed = edit(codes=("H.RAIN menyangkal", "H.HELP"))
    assert ("+", "codes: [{code: H.RAIN, expects: contrary}, {code: H.HELP, expects: supporting}]") in changed
    assert ("-", "- {code: H.HELP, expects: contrary}") in changed
    assert ("-", "checkable: yes  # as we think") not in changed


def test_rivals_and_history_are_added_to_those_that_are_there() -> None:
    once = edit_claim(FILE, "K2", ClaimEdit("en", rivals=("They are paid",)), CHANGE)
    twice = edit_claim(once, "K2", ClaimEdit("en", rivals=("Kin alone help",), needs="a diary"), CHANGE)
    assert twice.count("text: {en: They are paid}") == twice.count("text: {en: Kin alone help}") == 1
    assert "  needs: {en: a diary}\n" in twice
    assert twice.count(LOGGED) == 2
    assert twice.startswith(FILE[: FILE.index("- id: K2")])


def test_a_file_of_one_language_gets_plain_words_and_line_ends_stay() -> None:
    file = "languages: [id]\r\nclaims:\r\n- id: K1\r\n  text: Hujan datang.\r\n  codes: [{code: H.RAIN}]\r\n"
    after = edit_claim(file, "K1", ClaimEdit("id", text={"id": "Hujan tepat waktu."}, rivals=("Irigasi",)), CHANGE)
    assert "  text: Hujan tepat waktu.\r\n" in after
    assert "    - {text: Irigasi}\r\n" in after
    assert "\n" not in after.replace("\r\n", "")


def test_no_claim_and_no_change_are_refused() -> None:
    with pytest.raises(QualcodeError, match="There is no claim K3"):
        edit("K3", needs="x")
    with pytest.raises(QualcodeError, match="Nothing about K1 would be otherwise"):
        edit()
    with pytest.raises(QualcodeError, match="Nothing about K1"):
        edit(values={"checkable": "yes"})


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
        OLD.format(i="  ") + "languages: [id, en]\n",
        "claims: [{id: K1, text: {id: a, en: b}, codes: [{code: CG.TRU}]}]\n",
        "# remarks alone\n",
        "claims: []   # none yet\n",
        OLD.format(i="  ").replace("\n", "\r\n"),
    ],
    ids=[
        "new",
        "flush",
        "indented",
        "no-end",
        "empty-list",
        "empty",
        "another-list",
        "keys-behind",
        "in-brackets",
        "remarks-alone",
        "remark-behind",
        "windows",
    ],
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
    assert all(line in after.split("\n") for line in before.split("\n") if "#" in line and "[]" not in line)
    assert "# none yet" not in before or "# none yet" in after


def test_a_claim_comes_behind_the_last_one_and_everything_else_stays() -> None:
    before = OLD.format(i="  ")
    after = add_claim(before + "languages: [id, en]\n", NEW)
    assert after.startswith(before)
    assert after.endswith("\nlanguages: [id, en]\n")


@pytest.mark.parametrize(("language", "written"), [("en", "  text: Hi\n"), ("id", "  text: {en: Hi}\n")])
def test_words_of_a_files_only_language_stand_plainly(language: str, written: str) -> None:
    new = replace(NEW, text={"en": "Hi"}, needs={}, rivals=())
    assert written in add_claim(f"languages: [{language}]\nclaims: []\n", new)

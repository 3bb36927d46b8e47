"""A claim edited in its file: what is not meant stays as it was written."""

import pytest

from qualcode.errors import QualcodeError
from qualcode.model import Change
from qualcode.verify.editing import ClaimEdit, edit_claim

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
    changed = edit(codes=("H.RAIN contrary", "H.HELP"))
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

"""Quotes in context."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.contexts import AROUND, quote_in_context
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.reading import require_interview


def test_before_quote_and_after_are_one_stretch_of_the_text(study_folder: Path) -> None:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    study = load_study(opened)
    quotes = quote_in_context(opened, study, [coding.id for coding in study.codings], "en")
    assert len(quotes) == len(study.codings) > 0
    for quote in quotes:
        text = require_interview(opened, quote.coding.transcript).text
        start = quote.coding.span.start - len(quote.before)
        assert text[start : quote.coding.span.end + len(quote.after)] == quote.before + quote.coding.quote + quote.after
        assert len(quote.before) <= AROUND
        assert len(quote.after) <= AROUND


@pytest.mark.parametrize("name", ["", "gone.txt", "../study.yaml", "ana.txt#7"])
def test_a_name_that_is_no_transcript_is_refused(study_folder: Path, name: str) -> None:
    opened = open_study(study_folder, Wishes(), study_folder)
    with pytest.raises(QualcodeError, match="no transcript"):
        require_interview(opened, name)

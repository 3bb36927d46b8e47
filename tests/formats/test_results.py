"""What qualcode wrote is known again, and tables of talk are not taken for it."""

import pytest

from qualcode.errors import OwnResult
from qualcode.formats.results import CELLS, RULES, refuse_result_table, refuse_result_text


@pytest.mark.parametrize(
    "header", [CELLS, RULES, ("key", "Baris", "Diam"), ("key", "Row"), ("coding_id", "transcript", "case")]
)
def test_tables_of_results_are_refused(header: tuple[str, ...]) -> None:
    with pytest.raises(OwnResult):
        refuse_result_table((header, ("a", "b", "c")))


@pytest.mark.parametrize(
    "header", [(), ("key", "answer"), ("speaker", "text"), ("row", "text", "kind"), ("transcript", "coding_id")]
)
def test_other_tables_are_not(header: tuple[str, ...]) -> None:
    refuse_result_table((header,) if header else ())


def test_a_report_as_markdown_is_refused_and_talk_of_codings_is_not() -> None:
    with pytest.raises(OwnResult):
        refuse_result_text('# R\n\n<a id="coding-0123456789abcdef"></a>**1** · CG.DLG\n')
    refuse_result_text('P: What is <a id="coding-x">?\nR: A link to a coding.\n')

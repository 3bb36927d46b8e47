"""Words that a shell takes as one."""

import shlex
import sys

import pytest

from qualcode.writers.shell import quote_for_shell


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("study", "study"),
        ("studi/blitar-2", "studi/blitar-2"),
        ("role-ordered:INF-01:CG.DLG", "role-ordered:INF-01:CG.DLG"),
        ("my study", '"my study"'),
        ("Ani's study", '"Ani\'s study"'),
        ("a$b", "'a$b'"),
        ("-x", "./-x"),
        ("", '""'),
    ],
)
def test_a_word_is_quoted_as_sh_and_powershell_read_it_alike(word: str, quoted: str) -> None:
    assert quote_for_shell(word) == quoted


@pytest.mark.skipif(sys.platform == "win32", reason="PowerShell doubles its quotes")
@pytest.mark.parametrize("word", ["Ani's $HOME", 'it\'s "so"', "`x` '", "a\\b c"])
def test_what_no_quotes_serve_both_is_read_by_sh_as_it_was(word: str) -> None:
    assert shlex.split(quote_for_shell(word)) == [word]

"""Which edition of words and sentences this is."""

from functools import cache

from qualcode import __version__

LIBRARIES = ("simplemma", "spacy")  # their tables and rules decide as much as our own


@cache
def find_edition() -> str:
    """The versions of qualcode and of the libraries that decide about words and sentences: under another edition what
    was learnt or coded may be otherwise."""
    from importlib.metadata import version

    return " ".join((__version__, *map(version, LIBRARIES)))

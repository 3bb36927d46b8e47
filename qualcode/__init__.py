"""qualcode: coding qualitative interviews, from transcripts and a codebook to matrices that open onto their quotes."""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`qualcode.open_study`, loaded only when it is asked for: a command that needs no study stays quick."""
    if name != "open_study":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return import_module("qualcode.workflow.frames").open_study

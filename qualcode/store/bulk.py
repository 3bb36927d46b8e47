"""Reading or building very much at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keep_all() -> Iterator[None]:
    """Keep Python's cycle collector from looking, again and again, through what is being made and all stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""The arguments that the commands on links share."""

from typing import Annotated

import typer

Cause = Annotated[
    str, typer.Argument(metavar="CAUSE", help="The coding that leads to the other: its id, or how it begins.")
]
Effect = Annotated[str, typer.Argument(metavar="EFFECT", help="The coding that comes of it.")]
CoderOption = Annotated[
    str, typer.Option("--coder", metavar="NAME", help="Whose link; else git's or the system's user.")
]

"""The arguments that the commands on links share."""

from typing import Annotated

import typer

from qualcode.messages import mark

Cause = Annotated[
    str, typer.Argument(metavar="CAUSE", help=mark("The coding that leads to the other: its id, or how it begins."))
]
Effect = Annotated[str, typer.Argument(metavar="EFFECT", help=mark("The coding that comes of it."))]
CoderOption = Annotated[
    str, typer.Option("--coder", metavar="NAME", help=mark("Whose link; else git's or the system's user."))
]

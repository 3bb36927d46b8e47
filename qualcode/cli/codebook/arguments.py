"""The argument that most commands on codebooks share."""

from typing import Annotated

import typer

from qualcode.messages import mark

Target = Annotated[
    str,
    typer.Argument(help=mark("A YAML file, a study folder, or the name of a shipped codebook."), show_default=False),
]

"""The argument that most commands on codebooks share."""

from typing import Annotated

import typer

Target = Annotated[
    str, typer.Argument(help="A YAML file, a study folder, or the name of a shipped codebook.", show_default=False)
]

"""Where the shipped codebooks and the sample study lie: inside the installed package, or beside it in a clone."""

from pathlib import Path


def find_shipped(folder: str) -> Path:
    """The folder `"codebooks"` or `"transcripts_sample"` that came with this qualcode."""
    package = Path(__file__).parent
    installed = package / "_shipped" / folder
    return installed if installed.is_dir() else package.parent / folder


def list_codebooks() -> dict[str, Path]:
    """The shipped codebooks by name (`blitar`)."""
    return {path.stem: path for path in sorted(find_shipped("codebooks").glob("*.yaml"))}

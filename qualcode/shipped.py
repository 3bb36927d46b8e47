"""Where what is shipped lies, in the installed package or a clone: codebooks, the sample study, published studies."""

from pathlib import Path


def find_shipped(folder: str) -> Path:
    """The folder `"codebooks"` or `"transcripts_sample"` that came with this qualcode."""
    package = Path(__file__).parent
    installed = package / "_shipped" / folder
    return installed if installed.is_dir() else package.parent / folder


def list_codebooks() -> dict[str, Path]:
    """The shipped codebooks by name (`blitar`)."""
    return {path.stem: path for path in sorted(find_shipped("codebooks").glob("*.yaml"))}


def list_published() -> dict[str, Path]:
    """The folders of published studies by name (`blitar`), each with what its paper claims."""
    return {path.name: path for path in sorted((Path(__file__).parent / "published").iterdir()) if path.is_dir()}

"""Whether files are as the REFI-QDA standard wants them, by its schemas.

These are under the MIT licence, copyright 2019 REFI (www.qdasoftware.org); Codebook.xsd is typed from the
standard's text.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree


@cache
def _read_schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name(name)))


def list_faults(data: bytes) -> list[str]:
    """What a schema has against a .qdpx or a .qdc file, and texts that are named and not there."""
    if not data.startswith(b"PK"):
        return _validate(data, "Codebook.xsd")
    archive = ZipFile(BytesIO(data))
    project = archive.read("project.qde")
    named = {
        f"sources/{path.removeprefix('internal://')}" for path in etree.fromstring(project).xpath("//@plainTextPath")
    }
    lost = named ^ (set(archive.namelist()) - {"project.qde"})
    return [*_validate(project, "Project.xsd"), *sorted(lost)]


def _validate(data: bytes, schema: str) -> list[str]:
    held = _read_schema(schema)
    held.validate(etree.fromstring(data))
    return [str(error) for error in held.error_log]

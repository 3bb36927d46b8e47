"""Find a codebook by what the user calls it."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook.reading import read_codebook
from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Codebook, Settings, list_errors
from qualcode.shipped import list_codebooks
from qualcode.store.place import SETTINGS_FILE
from qualcode.workflow.opening import OpenStudy, StudyRefused, Wishes, find_codebook, open_study


@dataclass(frozen=True, slots=True)
class OpenCodebook:
    """A codebook without errors and where it was found. `study` is None where a file or a shipped codebook was named;
    `language` is the one of results."""

    codebook: Codebook
    path: Path
    name: str
    language: str
    study: OpenStudy | None

    @property
    def unit(self) -> str:
        """The study's unit of coding, else the usual one."""
        return (self.study.settings if self.study else Settings()).unit


def open_codebook(target: str, here: Path, language: str | None = None) -> OpenCodebook:
    """The codebook that `target` names: a YAML file, a shipped codebook's name, or a study folder.

    One with errors is refused with all of them. Results are in `language`, else in the study's, else in the first
    one of the codebook.
    """
    path, name, study = find_target(target, here)
    codebook, problems = read_codebook(path, name)
    if codebook is None:
        raise StudyRefused(list_errors(problems))
    of_target = study.language if study else codebook.languages[0]
    return OpenCodebook(codebook, path, name, language or of_target, study)


def find_target(target: str, here: Path) -> tuple[Path, str, OpenStudy | None]:
    """The codebook's file, how problems call it, and the study if `target` is one's folder; what is neither a codebook
    nor a study is refused."""
    folder = Path(target)
    if (folder / SETTINGS_FILE).is_file():
        study = open_study(folder, Wishes(), here)
        return study.codebook_path, study.codebook_path.name, study
    found = None if folder.is_dir() else find_codebook(target, ())
    if found is None:
        what = (
            mark("{target} is no study folder", target=target)
            if folder.is_dir()
            else mark("There is no codebook {target}", target=target)
        )
        shipped = ", ".join(list_codebooks())
        raise QualcodeError(
            what, mark("Name a YAML file, a study folder or one of the shipped codebooks: {shipped}", shipped=shipped)
        )
    return *found, None

"""Where a study's files are: a study folder, or a bare folder of transcripts that is never written to."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.messages import mark

SETTINGS_FILE = "study.yaml"


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of one study. `root` is what the user named; everything is written below `out`.

    `settings`, `cases`, `claims` and `guide` are None where there is no such file.
    """

    root: Path
    transcripts: Path
    out: Path
    settings: Path | None
    cases: Path | None
    claims: Path | None
    guide: Path | None

    @property
    def codings(self) -> Path:
        """The folder of the machine's codings."""
        return self.out / "codings"

    @property
    def decisions(self) -> Path:
        """The folder of what people decided: the study's own, wherever results go."""
        return self._own / "decisions"

    @property
    def memos(self) -> Path:
        """The folder of analytic memos."""
        return self._own / "memos"

    @property
    def patterns(self) -> Path:
        """The file of pattern codes."""
        return self._own / "patterns.yaml"

    @property
    def _own(self) -> Path:
        """Where what people write is kept: the study's folder, wherever results go; never a bare folder."""
        return self.root if self.settings else self.out

    @property
    def results(self) -> Path:
        """The folder of everything that can be made again."""
        return self.out / "results"

    @property
    def log(self) -> Path:
        """The log: one line a command."""
        return self.out / "log.jsonl"


def find_place(folder: Path, *, out: Path | None, cases: Path | None, here: Path, guide: Path | None = None) -> Place:
    """The paths of the study in `folder`.

    With a study.yaml it is a study folder, written to unless `out` says elsewhere. Without one it is a bare folder of
    transcripts: all writes go to `out`, by default a folder `NAME_qualcode` in `here`. `cases` and `guide` take the
    place of the folder's cases.csv and guide.yaml. A folder that does not exist, and an `out` inside a bare folder, are
    refused.
    """
    transcripts = find_transcripts(folder)
    if cases is not None and not cases.is_file():
        raise QualcodeError(
            mark("There is no file {cases}", cases=cases), mark("Name a CSV file with one row an informant")
        )
    if guide is not None and not guide.is_file():
        raise QualcodeError(
            mark("There is no file {guide}", guide=guide), mark("Name a YAML file with the questions of the interviews")
        )
    own_cases = cases or _if_file(folder / "cases.csv")
    if (folder / SETTINGS_FILE).is_file():
        return Place(
            root=folder,
            transcripts=transcripts,
            out=out or folder,
            settings=folder / SETTINGS_FILE,
            cases=own_cases,
            claims=_if_file(folder / "claims.yaml"),
            guide=guide or _if_file(folder / "guide.yaml"),
        )
    target = out or here / f"{folder.resolve().name}_qualcode"
    if target.resolve().is_relative_to(folder.resolve()):
        raise QualcodeError(
            mark("The results would land among the transcripts in {folder}", folder=folder),
            mark("Name another folder with --out, or make a study of it with `qualcode init`"),
        )
    return Place(
        root=folder, transcripts=transcripts, out=target, settings=None, cases=own_cases, claims=None, guide=guide
    )


def find_transcripts(folder: Path) -> Path:
    """Where the transcripts of a study folder or of a bare folder are; a folder that is not there is refused."""
    if not folder.is_dir():
        what = (
            mark("{folder} is a file, not a folder", folder=folder)
            if folder.exists()
            else mark("There is no folder {folder}", folder=folder)
        )
        raise QualcodeError(what, mark("Name a study folder, or a folder that holds transcripts"))
    return folder / "transcripts" if (folder / SETTINGS_FILE).is_file() else folder


def _if_file(path: Path) -> Path | None:
    return path if path.is_file() else None

"""Open a study: settings, codebook, cases and claims, with every problem at once."""

from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.codebook.guides import read_guide
from qualcode.codebook.reading import read_codebook
from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Case, Claim, Codebook, Guide, Problem, Refused, Settings, list_errors
from qualcode.shipped import list_codebooks
from qualcode.store.cases import read_cases
from qualcode.store.place import Place, find_place
from qualcode.store.settings import read_settings
from qualcode.store.vocabulary import Vocabulary
from qualcode.verify.claims.reading import read_claims
from qualcode.workflow.records.inputs import hash_inputs


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said on the command line in place of the study's own settings; `fallback` is the language where
    neither they nor a study name one."""

    codebook: str | None = None
    cases: Path | None = None
    interviewers: tuple[str, ...] = ()
    out: Path | None = None
    language: str | None = None
    guide: Path | None = None
    fallback: str = "en"


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """A study whose files have been read, transcripts and codings not yet.

    `language` is the one of results ("id" or "en"). `codebook` is None where it has errors; `problems` holds
    those of all files. `inputs` are the SHA-256 of these files as they were when they were read, by name. `vocabulary`
    is what coding has learnt of the study's words.
    """

    place: Place
    settings: Settings
    language: str
    codebook: Codebook | None
    codebook_path: Path
    cases: tuple[Case, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    guide: Guide
    inputs: dict[str, str]
    vocabulary: Vocabulary

    @property
    def title(self) -> str:
        """What the study is called: as its settings say, else after its folder."""
        return self.settings.title or self.place.root.resolve().name


class StudyRefused(Refused):
    """A study with errors in its files."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = len(problems)
        what = mark("Nothing was done: a problem stands in the way.")
        if count > 1:
            what = mark("Nothing was done: {count} problems stand in the way.", count=count)
        super().__init__(what, mark("Mend what is listed above and run it again."), problems)


def open_study(folder: Path, wishes: Wishes, here: Path) -> OpenStudy:
    """Read everything of the study in `folder` but its transcripts and codings.

    `here` is the folder the user is in: a bare folder of transcripts is never written to, so its results go below
    `here` unless `wishes.out` says where. A folder that is not there is refused; errors in files are collected.
    """
    place = find_place(folder, out=wishes.out, cases=wishes.cases, here=here, guide=wishes.guide)
    settings, problems = read_settings(place.settings) if place.settings else (Settings(codebook=""), ())
    if wishes.interviewers:
        settings = replace(settings, interviewers=wishes.interviewers)
    try:
        path, name = _find_codebook(place, wishes.codebook, settings.codebook)
    except QualcodeError:
        if problems:  # a study.yaml that cannot be read names no codebook: say that first
            raise StudyRefused(problems) from None
        raise
    inputs = hash_inputs(place, path)  # before they are read: an edit meanwhile makes results old, and is not missed
    vocabulary = Vocabulary(place.codings)
    vocabulary.use()
    codebook, codebook_problems = read_codebook(path, name)
    cases, case_problems = read_cases(place.cases) if place.cases else ((), ())
    claims, claim_problems = _read_claims(place, codebook, cases)
    guide, guide_problems = _read_guide(place, codebook)
    return OpenStudy(
        place=place,
        settings=settings,
        language=wishes.language or (settings.languages[0] if place.settings else wishes.fallback),
        codebook=codebook,
        codebook_path=path,
        cases=cases,
        claims=claims,
        problems=(
            *problems,
            *codebook_problems,
            *_check_mode(settings, codebook),
            *_look_for_unused(place, settings, path, wishes),
            *case_problems,
            *claim_problems,
            *guide_problems,
        ),
        guide=guide,
        inputs=inputs,
        vocabulary=vocabulary,
    )


def require_codebook(opened: OpenStudy) -> Codebook:
    """The codebook of a study without errors; a study with errors is refused with all of them."""
    errors = list_errors(opened.problems)
    if errors or opened.codebook is None:
        raise StudyRefused(errors)
    return opened.codebook


def find_codebook(word: str, folders: tuple[Path, ...]) -> tuple[Path, str] | None:
    """The file that `word` means, and how to call it: a path (first as written, then inside each folder), or the
    name of a shipped codebook."""
    for path in (Path(word), *(folder / word for folder in folders)):
        if path.is_file():
            return path, path.name
    shipped = list_codebooks()
    return (shipped[word], f"{word}.yaml") if word in shipped else None


def _find_codebook(place: Place, wished: str | None, set_in_study: str) -> tuple[Path, str]:
    shipped = ", ".join(list_codebooks())
    word = wished or set_in_study
    if not word:
        raise QualcodeError(
            mark("No codebook was named"),
            mark("Add --codebook with a YAML file or the name of a shipped codebook ({shipped})", shipped=shipped),
        )
    found = find_codebook(word, () if wished else (place.root,))
    if found is None:
        raise QualcodeError(
            mark("There is no codebook {word}", word=word),
            mark("Name a YAML file or one of the shipped codebooks: {shipped}", shipped=shipped),
        )
    return found


def _look_for_unused(place: Place, settings: Settings, used: Path, wishes: Wishes) -> tuple[Problem, ...]:
    """A codebook of one's own that lies in the study while `study.yaml` names another would be missed in silence."""
    own = place.root / "codebook.yaml"
    if wishes.codebook or not place.settings or not own.is_file() or own.samefile(used):
        return ()
    how = mark("For yours, write `codebook: codebook.yaml`")
    return (
        Problem(
            "study.yaml",
            mark("codebook.yaml is not used: the codebook is `{codebook}`", codebook=settings.codebook),
            how,
            "warning",
        ),
    )


def _check_mode(settings: Settings, codebook: Codebook | None) -> tuple[Problem, ...]:
    if codebook is None or not settings.mode or settings.mode in (modes := [mode.id for mode in codebook.modes]):
        return ()
    how = mark("Use one of: {modes}", modes=", ".join(modes)) if modes else mark("It has none; take the line out")
    return (
        Problem(
            f"study.yaml:{settings.mode_line}",
            mark("{name} has no mode `{mode}`", name=codebook.name, mode=settings.mode),
            how,
        ),
    )


def _read_claims(
    place: Place, codebook: Codebook | None, cases: tuple[Case, ...]
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    if place.claims is None or codebook is None:
        return (), ()
    return read_claims(place.claims, place.claims.name, codebook, cases)


def _read_guide(place: Place, codebook: Codebook | None) -> tuple[Guide, tuple[Problem, ...]]:
    if place.guide is None or codebook is None:
        return Guide(), ()
    return read_guide(place.guide, place.guide.name, codebook)

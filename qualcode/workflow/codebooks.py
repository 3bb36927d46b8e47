"""Find a codebook by what the user calls it, and code single passages by it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from qualcode.codebook.reading import read_codebook
from qualcode.codebook.testing import CodePassage, PrepareCoder, Trial, try_passages
from qualcode.errors import QualcodeError
from qualcode.messages import mark, translator
from qualcode.model import Codebook, Coding, Guide, Settings, Span, Transcript, Turn
from qualcode.registry import find_parts
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
        raise StudyRefused(tuple(problem for problem in problems if problem.severity == "error"))
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


def make_coder(unit: str, guide: Guide) -> Callable[[Codebook], Callable[[Transcript], tuple[Coding, ...]]]:
    """What makes a coder of transcripts out of a codebook, for units of this kind and interviews by this guide."""
    coder = find_parts("coders")["rules"].load()

    def prepare(codebook: Codebook) -> Callable[[Transcript], tuple[Coding, ...]]:
        code = coder.prepare(codebook, unit, guide)
        return lambda transcript: code(transcript).codings

    return prepare


def make_passage_coder(unit: str) -> PrepareCoder:
    """What makes a coder of passages out of a codebook; a passage is read as one respondent's answer."""
    prepare = make_coder(unit, Guide())

    def prepare_passages(codebook: Codebook) -> CodePassage:
        code = prepare(codebook)
        return lambda text, language: code(_wrap(text, language))

    return prepare_passages


def _wrap(text: str, language: str) -> Transcript:
    digest = sha256(text.encode()).hexdigest()
    turn = Turn(1, "", "respondent", Span(0, len(text)))
    return Transcript("passage", text, (turn,), language, digest, digest)


def try_codebook(opened: OpenCodebook) -> tuple[Trial, ...]:
    """Try every exemplar and near miss of a codebook."""
    return try_passages(opened.codebook, make_passage_coder(opened.unit), translator(opened.language))


def summarise_trials(opened: OpenCodebook, trials: tuple[Trial, ...]) -> str:
    """One line that says how many passages do what they should, by counts."""
    t = translator(opened.language)
    passed = Counter(trial.kind for trial in trials if trial.passed)
    total = Counter(trial.kind for trial in trials)
    return t("{name}: {coded} of {exemplars} exemplars coded; {silent} of {misses} near misses left alone").format(
        name=opened.name,
        coded=passed["exemplar"],
        exemplars=total["exemplar"],
        silent=passed["near miss"],
        misses=total["near miss"],
    )


def tell_trial(opened: OpenCodebook, trial: Trial) -> tuple[str, ...]:
    """Two lines for a failure with its reason, two for a note; nothing of what passed without one."""
    t = translator(opened.language)
    kind = {"exemplar": t("exemplar"), "near miss": t("near miss")}[trial.kind]
    told = ((t("failed"), "" if trial.passed else trial.reason), (t("note"), trial.note))
    return tuple(
        line
        for word, text in told
        if text
        for line in (f"{word}: {trial.code}, {kind} ({trial.language}): “{trial.text}”", f"  {text}")
    )

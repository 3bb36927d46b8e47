"""A new study out of a project from another program: its texts, its codes as a codebook to fill in, its cases."""

import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from qualcode.errors import QualcodeError
from qualcode.evidence.case_words import CASE_WORDS
from qualcode.exchange.codes_in import read_codebook
from qualcode.exchange.contract import ORIGIN, CaseEntry, Project, Source
from qualcode.messages import join, mark, translator
from qualcode.readers.folder import read_source
from qualcode.store.files import explain_disk, write_file
from qualcode.store.names import make_part_safe
from qualcode.store.place import SETTINGS_FILE
from qualcode.workflow.coding import code_study
from qualcode.workflow.exchange.importing import open_exchanged
from qualcode.workflow.exchange.landing import count_unsaid
from qualcode.workflow.exchange.meanings import list_used
from qualcode.workflow.exchange.skeletons import Meanings, build_skeleton, write_patterns
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.reading import Progress, no_progress
from qualcode.workflow.starting import start_study
from qualcode.writers.csv_rows import write_rows

_COLUMNS = ("case", "transcript", "speaker", "role", "organisation", "sector")
_ENDINGS = (".txt", ".md", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".html")
_MOST_UNSAID = 0.1  # of the passages coded; a coded heading or two make no other kind of text
_DRAFT = ".half-made"  # the folder in which a study is made, until it is whole
_PARTING = str.maketrans(dict.fromkeys(";|#", "_"))  # what parts names from one another in cases.csv, and interviews


def found_study(
    folder: Path, project: Project, language: str, progress: Progress = no_progress
) -> tuple[OpenStudy, Meanings]:
    """Make a study folder of a project, and give the study, coded by no cue yet, with what the codes became.

    Texts become transcripts in plain text; what people coded is not among it. A folder that holds anything is refused,
    and so is a project without texts or without codes. Whatever goes wrong, no half a study is left.
    """
    if folder.exists() and (not folder.is_dir() or any(path.name != _DRAFT for path in folder.iterdir())):
        raise QualcodeError(
            mark("{folder} is there already, and is no study", folder=folder),
            mark("Name a folder that is still to be made, or the study that the project left from"),
        )
    if not project.sources or not project.codes:
        raise QualcodeError(
            mark("The project holds no texts, or no codes"),
            join("; ", project.remarks[:3])
            or mark("Export it again with its documents; one of recordings or pictures alone makes no study"),
        )
    is_new, draft = not folder.exists(), folder / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)  # of a run that was killed
    try:
        meanings = _fill(draft, folder.resolve().name, project, language, progress)
        with explain_disk(folder):
            for path in sorted(draft.iterdir(), key=lambda path: path.name == SETTINGS_FILE):  # they make it a study
                path.rename(folder / path.name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if is_new and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return open_study(folder, Wishes(language=language), folder), meanings


def _fill(folder: Path, title: str, project: Project, language: str, progress: Progress) -> Meanings:
    """Make the whole study in a folder, coded; `title` is for a project without a name."""
    t = translator(language)
    skeleton = build_skeleton(project.codes, project.name, language, t, list_used(project))
    speaker, transcripts = t("Text"), folder / "transcripts"
    named = zip(project.sources, _name_sources(project.sources), strict=True)
    names = tuple(_write_source(transcripts, source, name, speaker) for source, name in named)
    write_file(folder / "codebook.yaml", skeleton.text.encode())
    if rows := tuple(_list_cases(project, names)):
        write_file(folder / "cases.csv", write_rows(rows))
    if patterns := write_patterns(project.sets, skeleton, t):
        write_file(folder / "patterns.yaml", patterns.encode())
    notice = project.description if project.origin == ORIGIN else ""  # others describe a project, and warn of nothing
    start_study(folder, "empty", language, project.name.strip() or title, notice)
    code_study(open_study(folder, Wishes(language=language), folder), progress)
    return skeleton.meanings


def found_codebook(path: Path, to: Path, language: str) -> int:
    """Make a codebook file of a .qdc file, and give the number of its codes; a file that is there is not replaced."""
    if to.exists():
        raise QualcodeError(mark("{path} is there already", path=to), mark("Name a file that is still to be made"))
    codes = open_exchanged(path, read_codebook)
    if not codes:
        raise QualcodeError(
            mark("{name} holds no codes", name=path.name), mark("Export the codebook again from its program")
        )
    skeleton = build_skeleton(codes, path.stem, language, translator(language))
    write_file(to, skeleton.text.encode())
    return skeleton.codes


def _write_source(folder: Path, source: Source, name: str, speaker: str) -> str:
    """Write a text, and give the name of its file: plain text, unless much that was coded would be nobody's words so.

    Then it is hardly an interview (what looks like labels are none), and becomes a table in which each line is said.
    """
    write_file(folder / name, source.text.encode())
    try:
        (transcript,) = read_source(folder / name, name)
    except (QualcodeError, ValueError):
        missed = len(source.marks)
    else:
        missed = count_unsaid(source, transcript)
    if missed <= _MOST_UNSAID * len(source.marks):
        return name
    (folder / name).unlink()
    table = f"{PurePosixPath(name).stem}.csv"
    lines = ((speaker, line.strip()) for line in source.text.splitlines() if line.strip())
    write_file(folder / table, write_rows((("speaker", "text"), *lines)))
    return table


def _name_sources(sources: tuple[Source, ...]) -> Iterator[str]:
    """Names of files that every system takes, no two alike, one a source."""
    taken: set[str] = set()
    for source in sources:
        name = " ".join(source.name.split())
        stem = name[: -len(ending)] if (ending := PurePosixPath(name).suffix).lower() in _ENDINGS else name
        stem = make_part_safe(stem.translate(_PARTING) or "text")
        numbers = (stem, *(f"{stem}-{number}" for number in range(2, len(sources) + 2)))
        chosen = next(each for each in numbers if each not in taken)
        taken.add(chosen)
        yield f"{chosen}.txt"


def _list_cases(project: Project, files: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of cases.csv under their head; a text that variables describe and no case has is a case of its own.

    `files` are the names of the transcripts, in the order of the project's sources.
    """
    names = {source.guid: file for source, file in zip(project.sources, files, strict=True)}
    variables = _name_columns(project)
    found: dict[str, tuple[list[str], dict[str, str]]] = {}
    held = {guid for case in project.cases for guid in case.sources}
    alone = tuple(
        CaseEntry(each.guid, PurePosixPath(names[each.guid]).stem, each.values, (each.guid,))
        for each in project.sources
        if each.values and each.guid not in held
    )
    for case in (*project.cases, *alone):
        sources = [names[guid] for guid in case.sources if guid in names]
        name = " ".join(case.name.split()) or (PurePosixPath(sources[0]).stem if sources else "")
        if name:
            listed, values = found.setdefault(name, ([], {}))
            listed += sources
            values |= {variables[guid]: value for guid, value in case.values if guid in variables}
    if not found:
        return
    more = [name for name in dict.fromkeys(variables.values()) if name not in _COLUMNS]
    yield (*_COLUMNS, *more)
    for name, (sources, values) in found.items():
        held_by = ";".join(dict.fromkeys(sources))
        yield name, held_by, *(" ".join(values.get(column, "").split()) for column in (*_COLUMNS[2:], *more))


def _name_columns(project: Project) -> dict[str, str]:
    """The column of each variable, by its guid. What only we mean by a heading no other program's variable means: a
    `speaker` there is no label of a transcript."""
    own = _COLUMNS[2 if project.origin == ORIGIN else 3 :]
    columns: dict[str, str] = {}
    for variable in project.variables:
        name = " ".join(variable.name.split()) or "variable"
        heading = CASE_WORDS.get(name.casefold(), name.casefold())
        column = heading if heading in own else f"{name} (variable)" if heading in _COLUMNS else name
        taken = {each.casefold() for each in columns.values()}
        numbers = (column, *(f"{column} {number}" for number in range(2, len(columns) + 3)))
        columns[variable.guid] = next(each for each in numbers if each.casefold() not in taken)
    return columns

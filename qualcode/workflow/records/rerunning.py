"""Make results again from their manifest, elsewhere, and say what comes out otherwise."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

from qualcode import __version__
from qualcode.display.contract import Content, DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.selection import Layer
from qualcode.formats.json_text import parse_json
from qualcode.messages import join, mark
from qualcode.store.decisions import list_heads, read_decisions
from qualcode.store.hashes import hash_tree
from qualcode.workflow.coding import Coded, code_study, load_study
from qualcode.workflow.opening import OpenStudy, Wishes, find_codebook, open_study, require_codebook
from qualcode.workflow.reading import Progress, find_source, no_progress
from qualcode.workflow.records.inputs import list_inputs
from qualcode.workflow.records.likeness import Likeness, compare_codings, compare_inputs, compare_output
from qualcode.workflow.records.recording import MANIFEST, REPORT, Making, list_libraries, make_making
from qualcode.workflow.reporting import write_results
from qualcode.workflow.reproducing import set_against, write_reproduction

Part = Literal["version", "libraries", "inputs", "codebook", "transcripts", "decisions", "codings", "results"]
_PARTS: dict[Part, str] = {
    "version": mark("version"),
    "libraries": mark("libraries"),
    "inputs": mark("inputs"),
    "codebook": mark("codebook"),
    "transcripts": mark("transcripts"),
    "decisions": mark("decisions"),
    "codings": mark("codings"),
    "results": mark("results"),
}
_WORDS: dict[Likeness, str] = {
    "same": mark("the same"),
    "line ends": mark("the same words, with the line ends of another system"),
    "packing": mark("the same content, packed otherwise"),
    "changed": mark("changed"),
    "missing": mark("gone"),
    "new": mark("new"),
    "edited": mark("comes out as then, but the file that lies there was changed"),
    "removed": mark("comes out as then, but the file is no longer there"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing as it was when the results were made, and as it is now. `detail` says more, "" for nothing."""

    part: Part
    name: str
    likeness: Likeness
    detail: str = ""

    @property
    def is_same(self) -> bool:
        """Whether it is the same to the byte."""
        return self.likeness == "same"

    @property
    def differs(self) -> bool:
        """Whether more differs than line ends or the packing of a file."""
        return self.likeness not in ("same", "line ends", "packing")

    @property
    def line(self) -> str:
        """What there is to say of it."""
        said = join(": ", (_PARTS[self.part], self.name, _WORDS[self.likeness]))
        return mark("{said} ({detail})", said=said, detail=self.detail) if self.detail else said


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Whether the results are the same, and a line that says it."""

    same: bool
    line: str


def make_again(folder: Path, study: Path | None, here: Path, progress: Progress = no_progress) -> tuple[Compared, ...]:
    """Make what the manifest in `folder` tells of again in a temporary place, and compare what went in and came out.

    `folder` is a study, or what a command was given with `--out`, or the folder of results in either; it is only read.
    `study` says where the interviews are now, if not where they were. A folder without a manifest, and one whose
    interviews are gone, is refused.
    """
    if (folder / MANIFEST).is_file() and folder.resolve().name == "results":
        folder = folder.resolve().parent
    manifest = _read_manifest(folder)
    with TemporaryDirectory(prefix="qualcode-again-") as place:
        again = Path(place)
        opened = _open_again(folder, manifest, study, again, here)
        if opened.place.settings is None:
            _copy_writings(folder, again)
        coded = code_study(opened, progress)
        making = _read_making(manifest)
        if making:
            _write_again(opened, making)
        return (
            *_compare_makers(manifest),
            *_compare_sources(manifest, opened, coded),
            *_compare_made(manifest, folder, again),
        )


def conclude(compared: tuple[Compared, ...]) -> Conclusion:
    """What the comparison comes to: the results decide, and what went in explains."""
    made = [each for each in compared if each.part in ("codings", "results")]
    differing = [each for each in made if each.differs]
    if differing:
        return Conclusion(
            False, mark("Different: {n} of {all} files of codings and results.", n=len(differing), all=len(made))
        )
    if any(each.differs for each in compared):
        return Conclusion(
            True, mark("Same results ({n} files), although what they are made from differs: see above.", n=len(made))
        )
    if not all(each.is_same for each in compared):
        return Conclusion(
            True, mark("Same: {n} files hold the same; only line ends or packing differ, see above.", n=len(made))
        )
    return Conclusion(True, mark("Same: {n} files of codings and results, byte for byte.", n=len(made)))


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / "results" / MANIFEST
    if not path.is_file():
        raise QualcodeError(
            mark("There is no {path}", path=path),
            mark("Name a study that was run, or a folder that was given with --out"),
        )
    try:
        manifest = parse_json(path.read_text(encoding="utf-8"))
        return {key: manifest[key] for key in _KEYS} | {"made_from": manifest.get("made_from")}
    except (ValueError, KeyError, TypeError) as error:
        raise QualcodeError(
            mark("{path} does not say how the results were made", path=path),
            mark("Run `qualcode run` or `qualcode report` again"),
        ) from error


_KEYS = (
    "version", "libraries", "study", "made", "inputs", "codebooks", "transcripts", "codings", "decisions", "outputs",
)  # fmt: skip


def _read_making(manifest: dict[str, Any]) -> Making | None:
    return make_making(manifest["made"], tuple(manifest["outputs"])) if manifest["made"] else None


def _open_again(folder: Path, manifest: dict[str, Any], study: Path | None, again: Path, here: Path) -> OpenStudy:
    told = manifest["study"]
    root = study or (folder if (folder / "study.yaml").is_file() else Path(told["folder"]))
    if not root.is_dir():
        raise QualcodeError(
            mark("The interviews are no longer in {root}", root=root), mark("Say with --study where they are now")
        )

    def find(name: str) -> Path | None:
        return root / name if name else None  # an absolute path stays as it is

    codebook = find_codebook(told["codebook"], (root,))
    wishes = Wishes(
        codebook=str(codebook[0]) if codebook else told["codebook"],
        cases=find(told["cases"]),
        interviewers=tuple(told["interviewers"]),
        out=again,
        language=(manifest["made"] or {}).get("language"),
        guide=find(told["guide"]),
    )
    opened = open_study(root, wishes, here)
    title = opened.settings.title or told["title"]  # a folder without a title may have another name by now
    return replace(opened, settings=replace(opened.settings, title=title))


def _copy_writings(folder: Path, again: Path) -> None:
    """What people decided and wrote on a bare folder of transcripts lies with its results."""
    for name in ("decisions", "memos"):
        if (folder / name).is_dir():
            shutil.copytree(folder / name, again / name)
    if (folder / "patterns.yaml").is_file():
        shutil.copy(folder / "patterns.yaml", again)


def _write_again(opened: OpenStudy, making: Making) -> None:
    study = load_study(opened)
    if making.published:
        write_reproduction(opened, study, making.published, set_against(making.published, study, making.language))
        return
    options = DisplayOptions(
        language=making.language,
        content=cast("Content", making.content or "quotes"),
        layer=cast("Layer", making.layer),
    )
    write_results(
        opened,
        study,
        options,
        making.displays,
        making.meaning,
        interviews=making.interviews,
        short_on_paper=not making.content,
    )


def _compare_makers(manifest: dict[str, Any]) -> Iterator[Compared]:
    yield from _compare_words("version", {"qualcode": manifest["version"]}, {"qualcode": __version__})
    yield from _compare_words("libraries", manifest["libraries"], list_libraries())


def _compare_sources(manifest: dict[str, Any], opened: OpenStudy, coded: Coded) -> Iterator[Compared]:
    transcripts = {name: find_source(opened.place.transcripts, name) for name in coded.sources}
    editions = {edition.name: edition.hash for edition in require_codebook(opened).editions}
    yield from (
        Compared("inputs", *each)
        for each in compare_inputs(manifest["inputs"], list_inputs(opened.place, opened.codebook_path))
    )
    yield from _compare_words("codebook", manifest["codebooks"], editions, show=False)
    yield from (Compared("transcripts", *each) for each in compare_inputs(manifest["transcripts"], transcripts))
    yield from _compare_words("decisions", *_find_heads(manifest, opened), show=False)


def _find_heads(manifest: dict[str, Any], opened: OpenStudy) -> tuple[dict[str, str], dict[str, str]]:
    """The last decisions in each file then and now: all of them, where a file holds some that were made apart."""
    try:
        then: dict[str, str] = manifest["made_from"][REPORT]["decisions"]
    except (KeyError, TypeError):  # no report, or one of an older version
        return manifest["decisions"], list_heads(opened.place.decisions)
    heads = read_decisions(opened.place.decisions).heads
    return then, {name: " ".join(ends) for name, ends in heads.items()}


def _compare_words(part: Part, then: dict[str, str], now: dict[str, str], *, show: bool = True) -> Iterator[Compared]:
    for name in sorted(then.keys() | now.keys()):
        if name not in now:
            yield Compared(part, name, "missing")
        elif name not in then:
            yield Compared(part, name, "new")
        elif then[name] == now[name]:
            yield Compared(part, name, "same")
        else:
            yield Compared(
                part, name, "changed", mark("then {then}, now {now}", then=then[name], now=now[name]) if show else ""
            )


def _compare_made(manifest: dict[str, Any], folder: Path, again: Path) -> Iterator[Compared]:
    for part, key, where, compare in (
        ("codings", "codings", "codings", compare_codings),
        ("results", "outputs", "results", compare_output),
    ):
        then, now = manifest[key], hash_tree(again / where)
        for name in sorted(then.keys() | now.keys()):
            likeness = compare(then.get(name), folder / where / name, again / where / name)
            yield Compared(cast("Part", part), name, likeness)

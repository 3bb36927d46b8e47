"""A study, or its codebook, out to other programs by the REFI-QDA standard."""

from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.selection import Layer
from qualcode.exchange.build import Material, build_project
from qualcode.exchange.codes_out import write_codebook
from qualcode.exchange.contract import Project
from qualcode.exchange.project_out import write_project
from qualcode.exchange.tree import build_tree
from qualcode.messages import join, mark, translator
from qualcode.model import Problem, Study
from qualcode.store.files import refuse_existing, write_file
from qualcode.store.names import make_part_safe
from qualcode.workflow.codebooks.finding import OpenCodebook
from qualcode.workflow.commands import suggest_coding
from qualcode.workflow.notices import describe_material
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import read_interviews
from qualcode.workflow.writings import read_writings


def export_project(
    opened: OpenStudy, study: Study, to: Path | None = None, layer: Layer = "all", *, wishes: bool = False
) -> tuple[Path, Project]:
    """Write the project of a coded study, and give the file and what is in it.

    Without `to` it goes among the results, which can always be made again. A `to` that is there already is never
    replaced: it may have come back from another program. A study of which a transcript changed since it was coded is
    refused.
    """
    to = _require_new(to, ".qdpx") if to else opened.place.results / "project.qdpx"
    writings = read_writings(opened, study)
    material = Material(
        study=study,
        title=opened.title,
        texts=_read_texts(opened, study),
        memos=writings.memos,
        patterns=writings.patterns,
        layer=layer,
        wishes=wishes,
        language=opened.language,
        notice="\n".join(describe_material(study, opened.language)),
    )
    project = build_project(material)
    write_file(to, write_project(project))
    return to, project


def export_codebook(opened: OpenCodebook, to: Path | None = None) -> Path:
    """Write a codebook as a .qdc file and give the file: `to`, which must be new, else one among the study's results,
    else one beside the user that is called after the codebook."""
    codebook = opened.codebook
    if opened.study and not to:
        to = opened.study.place.results / "codebook.qdc"
    else:
        to = _require_new(to or Path(f"{make_part_safe(codebook.name)}.qdc"), ".qdc")
    write_file(to, write_codebook(build_tree(codebook, opened.language, translator(opened.language))))
    return to


def _require_new(to: Path, ending: str) -> Path:
    if to.suffix.lower() != ending:
        raise QualcodeError(
            mark("{name} does not end in {ending}", name=to, ending=ending),
            mark("Other programs go by the ending: write {name}", name=f"{to.stem.strip('.') or 'project'}{ending}"),
        )
    refuse_existing(to)
    return to


def _read_texts(opened: OpenStudy, study: Study) -> dict[str, str]:
    """The canonical texts as they were when they were coded."""
    wanted = {sheet.transcript: sheet.text_sha256 for sheet in study.accounts}
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for met in read_interviews(opened):
        if isinstance(met, Problem):
            problems.append(met)
        elif wanted.get(met.transcript.name) == met.transcript.text_sha256:
            texts[met.transcript.name] = met.transcript.text
    changed = [name for name in wanted if name not in texts]
    if changed:
        why = join("", (": ", str(problems[0]))) if problems else ""
        what = mark("{names}: gone or changed since it was coded", names=", ".join(changed))
        raise QualcodeError(join("", (what, why)), suggest_coding(opened))
    return texts

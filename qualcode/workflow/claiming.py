"""Take up a new claim, or edit one: written into claims.yaml, if it can be read back without an error."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Change, Claim, Refused, list_errors
from qualcode.store.files import write_file
from qualcode.store.keeping import edit_text, read_text, replace_text
from qualcode.verify.claims.editing import ClaimEdit, NewClaim, add_claim, edit_claim
from qualcode.verify.claims.reading import read_claims
from qualcode.workflow.opening import OpenStudy, require_codebook

FILE = "claims.yaml"


def take_up(opened: OpenStudy, new: NewClaim) -> Claim:
    """Write the claim into the study's claims.yaml and give it as it is read back.

    A claim with an error is refused with all its problems, and the file stays as it was; so is one whose id is taken,
    and a study with errors of its own.
    """
    require_codebook(opened)
    if any(claim.id == new.id for claim in opened.claims):
        raise QualcodeError(
            mark("There is a claim {id} already", id=new.id),
            mark("Take another id, or change it with `qualcode claim edit`"),
        )
    return _rewrite(opened, new.id, lambda file: add_claim(file, new))


def change_claim(opened: OpenStudy, id_: str, edit: ClaimEdit, change: Change) -> Claim:
    """Edit a claim of the study's claims.yaml, with the change in its history, and give it as it is read back.

    It is refused as a new claim is, and where there is no such claim.
    """
    require_codebook(opened)
    if not change.why.strip():
        raise QualcodeError(mark("A change needs its reason"), mark("Give it with --why"))
    known = ", ".join(claim.id for claim in opened.claims)
    if not known:
        raise QualcodeError(
            mark("There is no claim {id}", id=id_), mark("There is none yet; take one up with `qualcode claim new`")
        )
    return _rewrite(opened, id_, lambda file: edit_claim(file, id_, edit, change))


def _rewrite(opened: OpenStudy, id_: str, edit: Callable[[str], str]) -> Claim:
    """Put what `edit` makes of claims.yaml in its place, if it can be read back without an error; gives one claim."""
    path = opened.place.claims or opened.place.root / FILE
    before = read_text(path) if path.is_file() else ""
    after = edit_text(before, edit)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / FILE
        trial.write_bytes(after.encode())
        claims, problems = read_claims(trial, path.name, require_codebook(opened), opened.cases)
    if errors := list_errors(problems):
        raise Refused(
            mark("Nothing was written: claims.yaml is as it was."),
            mark("Mend what is listed above in the command, and give it again."),
            (replace(error, where=id_) for error in errors),  # their lines stand in no file
        )
    if path.is_file():
        replace_text(path, before, after)
    else:
        write_file(path, after.encode())
    return next(claim for claim in claims if claim.id == id_)

"""Take up a new claim: written into claims.yaml, if it can be read back without an error."""

import tempfile
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.model import Claim
from qualcode.store.files import write_file
from qualcode.verify.claims import read_claims
from qualcode.verify.writing import NewClaim, add_claim
from qualcode.workflow.opening import OpenStudy, StudyRefused, require_codebook

FILE = "claims.yaml"


def take_up(opened: OpenStudy, new: NewClaim) -> Claim:
    """Write the claim into the study's claims.yaml and give it as it is read back.

    A claim with an error is refused with all its problems, and the file stays as it was; so is one whose id is taken,
    and a study with errors of its own.
    """
    codebook = require_codebook(opened)
    if any(claim.id == new.id for claim in opened.claims):
        raise QualcodeError(f"There is a claim {new.id} already", "Take another id, or change it in claims.yaml")
    path = opened.place.claims or opened.place.root / FILE
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    after = add_claim(before, new)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / FILE
        trial.write_text(after, encoding="utf-8", newline="\n")
        claims, problems = read_claims(trial, path.name, codebook, opened.cases)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if errors:
        raise StudyRefused(errors)
    write_file(path, after.encode())
    return claims[-1]

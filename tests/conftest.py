"""A small study of one's own, and the command line without a process."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# Laws are tested on machines that do other work too: how long one example takes says nothing.
settings.register_profile("patient", parent=settings.default, deadline=None)
settings.load_profile("patient")

CODEBOOK = """\
codebook: harvest
version: 1.0
languages: [en]
title: Harvest talk
families:
  H: {label: Harvest, kind: other}
codes:
  - id: H.RAIN
    family: H
    label: Rain
    short: Rain is spoken of.
    definition: The speaker tells of rain and what it does to the harvest.
    use_when: [rain helps or harms]
    do_not_use_when: [rain is only small talk]
    exemplars:
      - {text: The rain came late and we lost the maize., lang: en, constructed: true}
    near_misses:
      - {text: It rained at the wedding., lang: en, why: no harvest, constructed: true}
    cues:
      en: {strong: [rain], weak: [], contrary: [drought]}
  - id: H.HELP
    family: H
    label: Neighbours' help
    short: Neighbours help.
    definition: The speaker tells of help between neighbours.
    use_when: [help is given or refused]
    do_not_use_when: [help is bought]
    exemplars:
      - {text: The neighbours helped us with the roof., lang: en, constructed: true}
    near_misses:
      - {text: I paid a helper., lang: en, why: bought, constructed: true}
    cues:
      en: {strong: ['neighbour* help', lend a hand], weak: [], contrary: []}
"""

FIRST = """\
Interviewer: Did the rain come in time? And what did you do?

Ana: The rain came late. We had no rain in May, I remember that well. My sister laughed at me.

Interviewer: And who helped?

Ana: The neighbours helped us with everything. They lend a hand when they can.
"""

SECOND = """\
Interviewer: How was your year? Was it good?

Budi: It was dry. A drought, really, and nobody could do a thing. [laughs] =SUM(A1) <script>alert(1)</script>

Interviewer: What would you change?

Budi: I would not know, to be honest. We manage, we always do, one way or another.
"""


@pytest.fixture
def study_folder(tmp_path: Path) -> Path:
    """A study folder with two interviews, a codebook, cases and a claim."""
    return write_study(tmp_path / "harvest study")


@pytest.fixture(scope="session")
def _run_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_study(tmp_path_factory.mktemp("run") / "harvest study")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_LANG", "en")
        assert run_command(patch, "run", folder) == 0
    return folder


@pytest.fixture
def run_folder(_run_once: Path, tmp_path: Path) -> Path:
    """The same after `qualcode run`, which is done once for all tests."""
    return shutil.copytree(_run_once, tmp_path / "harvest study")


def write_study(folder: Path) -> Path:
    """Write the study of `study_folder`."""
    (folder / "transcripts").mkdir(parents=True)
    files = {
        "study.yaml": "title: Harvest\nlanguages: [en]\ncodebook: codebook.yaml\n",
        "codebook.yaml": CODEBOOK,
        "cases.csv": (
            "case,transcript,speaker,role,sector\nC1,ana.txt,Ana,Farmer,private\nC2,budi.txt,Budi,Clerk,public\n"
        ),
        "claims.yaml": (
            "claims:\n- id: K1\n  text: {en: Rain came in time.}\n  checkable: yes\n"
            "  codes: [{code: H.RAIN, expects: supporting}]\n"
        ),
        "transcripts/ana.txt": FIRST,
        "transcripts/budi.txt": SECOND,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


@dataclass(frozen=True)
class Done:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def speak_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks on which the tests run."""
    for name in ("QUALCODE_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def qualcode(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run the command line in this process."""

    def run(*arguments: object) -> Done:
        status = run_command(monkeypatch, *arguments)
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return run


def run_command(patch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process, and give its exit status."""
    from qualcode.cli.main import main

    patch.setattr(sys, "argv", ["qualcode", *map(str, arguments)])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }

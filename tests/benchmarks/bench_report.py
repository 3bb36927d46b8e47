"""A report at size, 100 interviews of 10,000 words with 50,000 codings: what it costs to write the usual displays and
all of them, stage by stage if asked, and how the page opens and scrolls in a real browser.

`python -m tests.benchmarks.bench_report [FOLDER] [--stages] [--keep]`
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualcode.display.contract import DisplayOptions
from qualcode.language.units import split_units
from qualcode.model import Coding, Evidence, Span, Transcript, make_coding_id
from qualcode.store.codings import Makings, Reading, read_codings, read_units, write_codings
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.reading import read_interview
from tests.benchmarks.made_corpus import write_corpus

if TYPE_CHECKING:
    from tests.review.browser import Window

INTERVIEWS, WORDS, CODINGS = 100, 10_000, 50_000
SECTORS = ("public", "association", "private", "academic")
WHEEL, STEPS = 120, 300  # pixels of a step of the wheel, and how many at each of a few places of the page


def main(folder: Path, *, stages: bool, keep: bool) -> None:
    """Print the figures of one run."""
    opened = make_study(folder) if not (folder / "results").is_dir() else _open(folder)
    for displays in ("", "all"):
        if stages:
            tell_stages(opened, displays)
        else:
            print(f"{displays or 'usual'} displays: {measure(folder, displays)}", flush=True)
        measure_in_browser(opened.place.results / "report.html")
    if not keep:
        shutil.rmtree(folder)


def make_study(folder: Path) -> OpenStudy:
    """Interviews with a case each, coded once, and then with so many made codings instead of what was found."""
    (folder / "transcripts").mkdir(parents=True)
    (folder / "study.yaml").write_text("title: Made\nlanguages: [id]\ncodebook: blitar\n", encoding="utf-8")
    write_corpus(folder / "transcripts", INTERVIEWS, WORDS, "id")
    rows = (
        f"INF-{n:03},t{n:04}.txt,N,Kepala {n % 7},Organisasi {n % 30},{SECTORS[n % 4]},2024-06-{n % 28 + 1:02}"
        for n in range(INTERVIEWS)
    )
    head = "case,transcript,speaker,role,organisation,sector,date"
    (folder / "cases.csv").write_text("\n".join((head, *rows, "")), encoding="utf-8")
    opened = _open(folder)
    code_study(opened)
    dice = random.Random(5)
    for number, (sheet, _) in enumerate([*read_codings(opened.place.codings)]):
        transcript = read_interview(opened, sheet.transcript)
        assert transcript
        codings = make_codings(opened, transcript, f"INF-{number:03}", dice)
        units = [(span.start, span.end, n) for span, n in read_units(opened.place.codings, transcript.name)]
        write_codings(opened.place.codings, sheet, codings, Makings(), Reading(transcript, units))
    return opened


def _open(folder: Path) -> OpenStudy:
    return open_study(folder, Wishes(language="en"), folder)


def make_codings(opened: OpenStudy, transcript: Transcript, case: str, dice: random.Random) -> list[Coding]:
    """Suggestions on units of an interview: codes and sub-codes, both polarities, two and more on one unit."""
    assert opened.codebook
    codes = [
        (id_, code.hash) for code in opened.codebook.codes for id_ in (code.id, *(sub.id for sub in code.subcodes))
    ]
    units = list(split_units(transcript, "sentence"))
    places = {(dice.choice(units), *dice.choice(codes)) for _ in range(CODINGS // INTERVIEWS * 2)}
    codings = []
    for unit, code, hash_ in sorted(places, key=str)[: CODINGS // INTERVIEWS]:
        cue = Span(unit.span.start, unit.span.start + 5)
        polarity = dice.choice(("supporting", "supporting", "contrary"))
        codings.append(
            Coding(
                make_coding_id(transcript.name, unit.span, code, polarity, "actual", "rules"), transcript.name, case,
                "N", unit.turn, unit.span, unit.span.of(transcript.text), code, polarity, "actual",
                dice.choice(("first-hand", "second-hand", "unknown")),
                dice.choice(("volunteered", "prompted", "unknown")), "rules",
                (Evidence(f"{code}/id/strong/x", cue.of(transcript.text), cue),), None, "suggested",
                f"{opened.codebook.name}@{opened.codebook.version}", hash_, transcript.text_sha256,
            )
        )  # fmt: skip
    return sorted(codings, key=lambda each: (each.span, each.code))


def measure(folder: Path, displays: str) -> str:
    """What `qualcode report` takes as a process of its own: CPU time, most memory, and the sizes of what it wrote."""
    command = [sys.executable, "-m", "qualcode", "report", str(folder), "--lang", "en"]
    process = subprocess.Popen([*command, "--displays", displays], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"qualcode report ended with {process.returncode}")
    sizes = ", ".join(
        f"{name} {(folder / 'results' / name).stat().st_size / 1e6:.1f} MB"
        for name in ("report.html", "report.docx", "tables.xlsx")
    )
    return f"{used.ru_utime + used.ru_stime:.1f} s of CPU, {used.ru_maxrss / 1024:.0f} MB at most, {sizes}"


def tell_stages(opened: OpenStudy, displays: str) -> None:
    """CPU time stage by stage, and the most memory until then, in this process."""
    from qualcode.registry import find_parts
    from qualcode.workflow.reporting import build_report

    options = DisplayOptions(language="en")
    with _stage("read"):
        study = load_study(opened)
    with _stage("build"):
        report = build_report(opened, study, options, tuple(filter(None, (displays,))))
    for name, entry in find_parts("writers").items():
        with _stage(name):
            entry.load().write(report)


@contextmanager
def _stage(name: str) -> Iterator[None]:
    start = time.process_time()
    yield
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {name}: {time.process_time() - start:.2f} s of CPU, {most:.0f} MB at most so far", flush=True)


def measure_in_browser(page: Path) -> None:
    """Until the page can be read, and the slowest frame while it is gone through."""
    from tests.review.browser import open_browser

    try:
        with open_browser() as browser:
            start = time.perf_counter()
            window = browser.new_window(page.as_uri())
            window.wait_for("document.getElementById('list').children.length")
            loaded = window.run("performance.timing.loadEventEnd - performance.timing.navigationStart")
            print(f"  in the browser: open after {time.perf_counter() - start:.2f} s, load event after {loaded} ms")
            for what, slowest in tell_frames(window):
                print(f"  {what}: slowest frame {slowest:.0f} ms", flush=True)
            assert not window.errors, window.errors[:2]
    except BaseException as reason:
        if type(reason).__name__ != "Skipped":
            raise
        print(f"  in the browser: not measured, {reason}")


def tell_frames(window: "Window") -> Iterator[tuple[str, float]]:
    """The slowest frame of each way through the page: the wheel from the top and from other places, jumps, the end."""
    window.run(
        "window.frames_ = []; (() => { let last = performance.now(); const tick = () => {"
        "const now = performance.now(); window.frames_.push(now - last); last = now; requestAnimationFrame(tick); };"
        "requestAnimationFrame(tick); })()"
    )
    wait = "new Promise((done) => setTimeout(done, 300))"

    def slowest(act: Callable[[], Any]) -> float:
        window.run(f"{wait}.then(() => {{ window.frames_.length = 0; }})")
        act()
        return float(window.run(f"{wait}.then(() => Math.max(...window.frames_))"))

    def wheel(pixels: int = WHEEL, x: int = 20) -> None:
        for _ in range(STEPS):
            window.ask("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=400, deltaX=0, deltaY=pixels)

    def jump(part: float) -> None:
        window.run(f"scrollTo(0, document.body.scrollHeight * {part})")

    yield "the wheel from the top", slowest(wheel)
    for part in (0.25, 0.5, 0.75):
        yield f"a jump to {part:.0%}", slowest(partial(jump, part))
        yield "  the wheel from there", slowest(wheel)
    yield "the end", slowest(partial(jump, 1))
    yield "the wheel back up from there", slowest(partial(wheel, -WHEEL))
    boxes = "[...document.querySelectorAll('.box')]"
    window.run(f"largest = {boxes}.sort((a, b) => b.textContent.length - a.textContent.length)[0]")
    window.run("largest.scrollIntoView()")
    yield "the wheel inside the largest table", slowest(partial(wheel, x=400))
    yield "  its end", slowest(partial(window.run, "largest.scrollTo(0, largest.scrollHeight)"))
    anchors = window.run("[...document.querySelectorAll('nav a')].map(a => a.hash)")
    jumps = [(slowest(partial(window.run, f"location.hash = '{anchor}'")), anchor) for anchor in anchors]
    yield f"a link of the contents ({max(jumps)[1]})", max(jumps)[0]


if __name__ == "__main__":
    named = [each for each in sys.argv[1:] if not each.startswith("--")]
    place = Path(named[0]) if named else Path(tempfile.mkdtemp(prefix="qualcode-"))
    main(place, stages="--stages" in sys.argv, keep="--keep" in sys.argv)

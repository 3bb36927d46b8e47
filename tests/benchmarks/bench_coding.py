"""How fast the rule coder is, beside a C program that does the bare job, in one run.

    python -m tests.benchmarks.bench_coding [--transcripts 1000] [--words 10000] [--language id]
                                            [--codebook made|blitar] [--runs 1]

Prints words a second of both and their ratio, seconds a word at all transcripts against a tenth of them, and the peak
memory of coding at both sizes. The words counted are those that each side reads, parted by white space: for the coder
the words of interviewers' and respondents' turns, because it reads questions too, for the C program every word of the
files. Reading files and taking them apart into turns is left out on both sides; meeting words for the first time is
left out on neither. With `--runs` the median of so many runs is taken, each in a process of its own.

The cues are about 150 made ones or those of the shipped codebook `blitar`, ten times as many. The C program looks for
the made ones in both cases, and takes the best of three goes: it stands for what a core can do at all.

What words the interviews are made of decides how many of them begin a cue: they are words as people use them where
wordfreq is installed (`pip install 'qualcode[bench]'`), and the first line of the output says whether they are.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from qualcode.codebook.reading import read_codebook
from qualcode.coders.rules import prepare
from qualcode.model import Codebook
from qualcode.shipped import list_codebooks
from tests.benchmarks.made_corpus import make_codebook, make_patterns, name_words, read_transcript, write_corpus

GOALS = {"made": "1/50", "blitar": "1/25"}
FLOOR = Path(__file__).resolve().parents[2] / "../shared/bench/floor.c"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--transcripts", type=int, default=1000)
    arguments.add_argument("--words", type=int, default=10_000)
    arguments.add_argument("--language", choices=("id", "en"), default="id")
    arguments.add_argument("--codebook", choices=("made", "blitar"), default="made")
    arguments.add_argument("--runs", type=int, default=1)
    arguments.add_argument("--measure", nargs=2, metavar=("FOLDER", "N"), help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.measure:
        folder, count = Path(options.measure[0]), int(options.measure[1])
        print(json.dumps(measure_coder(folder, count, options.language, options.codebook)))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_corpus(folder, options.transcripts, options.words, options.language)
        few, all_of_them = max(1, options.transcripts // 10), options.transcripts
        small = _measure_apart(folder, few, options)
        floor = measure_floor(folder, options.language)
        large = _measure_apart(folder, all_of_them, options)
    print(f"{options.language}, codebook {options.codebook}, {name_words()}")
    for count, figures in ((few, small), (all_of_them, large)):
        print(
            f"{count:6,} transcripts: {figures['words']:,} words, {figures['codings']:,} codings,"
            f" {figures['words'] / figures['seconds']:,.0f} words/s, peak {figures['peak_mb']:.0f} MB"
        )
    per_word = (large["seconds"] / large["words"]) / (small["seconds"] / small["words"])
    print(f"seconds a word, {all_of_them:,} against {few:,} transcripts: {per_word:.2f} (at most 1.25)")
    print(f"peak memory, {all_of_them:,} against {few:,} transcripts: {large['peak_mb'] / small['peak_mb']:.2f}")
    if floor:
        share, goal = floor * large["seconds"] / large["words"], GOALS[options.codebook]
        print(f"C program: {floor:,.0f} words/s; the coder makes 1/{share:.1f} of it (at least {goal})")
    else:
        print("C program: not measured (needs gcc and floor.c beside the project)")


def measure_coder(folder: Path, count: int, language: str, codebook: str = "made") -> dict[str, float]:
    """Code the first `count` transcripts one by one, keep nothing, and count seconds of coding alone."""
    code = prepare(make_codebook(language) if codebook == "made" else _read_shipped(codebook), "sentence")
    words = codings = 0
    seconds = 0.0
    code(read_transcript(folder / "t0000.txt", language))  # tables loaded: start-up is measured elsewhere
    for path in sorted(folder.glob("t*.txt"))[:count]:
        transcript = read_transcript(path, language)
        words += sum(len(turn.span.of(transcript.text).split()) for turn in transcript.turns)
        start = time.process_time()
        codings += len(code(transcript).codings)
        seconds += time.process_time() - start  # of this core, whatever else the machine does
    return {"words": words, "codings": codings, "seconds": seconds, "peak_mb": _read_peak_memory()}


def measure_floor(folder: Path, language: str) -> float:
    """Words a second of the C program on one thread, the best of three goes over the files, each of which meets every
    word for the first time; 0 where it cannot be built."""
    compiler = shutil.which("gcc")
    if compiler is None or not FLOOR.exists():
        return 0.0
    with tempfile.TemporaryDirectory() as place:
        program, rules = Path(place) / "floor", Path(place) / "rules.tsv"
        rules.write_text("".join(f"{code}\t{pattern}\n" for code, pattern in make_patterns(language)), encoding="utf-8")
        subprocess.run([compiler, "-O3", "-march=native", "-pthread", "-o", program, FLOOR], check=True)
        told = subprocess.run([program, folder, rules, "1", "3"], check=True, capture_output=True, text=True)
    return float(json.loads(told.stdout)["wps_wall"])


def _measure_apart(folder: Path, count: int, options: argparse.Namespace) -> dict[str, float]:
    """The run with the median speed, each in a process of its own, because peak memory never falls."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_coding", "--measure", str(folder), str(count)]
    command += ["--language", options.language, "--codebook", options.codebook]
    runs: list[dict[str, float]] = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(options.runs)
    ]
    return sorted(runs, key=lambda run: run["seconds"])[len(runs) // 2]


def _read_shipped(name: str) -> Codebook:
    codebook, problems = read_codebook(list_codebooks()[name], name)
    if codebook is None:
        raise SystemExit("\n".join(map(str, problems)))
    return codebook


def _read_peak_memory() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()

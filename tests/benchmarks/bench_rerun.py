"""What coding again costs, as a share of the first run, in one run.

    python -m tests.benchmarks.bench_rerun [--transcripts 100] [--words 10000] [--language id]

The transcripts are made ones, the codebook is the shipped `blitar`. Nothing is changed; then one transcript; then the
version; then one code gets another cue, which stands in few transcripts, in half of them, in all of them. After each
change of a cue the codings must be those of a run from nothing. It is told three times, always in CPU seconds:

- of `code_study` alone, the first run being the second one of the process, so that all tables are loaded;
- of whole processes of `qualcode code` on as many transcripts, and on a small study of 20, opening the study included;
- and what other commands cost on the sample, beside `python -c pass`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from qualcode.coders.cue_words import list_words
from qualcode.language.tokens import WORD
from qualcode.shipped import find_shipped, list_codebooks
from qualcode.workflow.coding import code_study
from qualcode.workflow.opening import Wishes, open_study
from tests.benchmarks.made_corpus import name_words, write_corpus

CODE, CUES = "- id: CG.TRU\n", "strong:\n"  # the code that is changed, and the list to which a cue is added
SMALL = (20, 6_000)  # transcripts, and words in each
ROUNDS = 5
COMMANDS = ("check", "code", "code", "status", "run", "run", "condense", "display STUDY role-ordered", "verify")
MADE = ("codings", "results", "decisions", "memos", "log.jsonl")  # where the sample is used in place


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--transcripts", type=int, default=100)
    arguments.add_argument("--words", type=int, default=10_000)
    arguments.add_argument("--language", choices=("id", "en"), default="id")
    options = arguments.parse_args()
    print(name_words(), flush=True)
    for title, run, size in (
        ("code_study", code, (options.transcripts, options.words)),
        ("qualcode code", run_code, (options.transcripts, options.words)),
        ("qualcode code, a small study", run_code, SMALL),
    ):
        with tempfile.TemporaryDirectory() as place:
            make_study(Path(place), *size, options.language)
            print(f"-- {title}: {size[0]} transcripts of {size[1]} words", flush=True)
            tell_reruns(Path(place), run)
    print("-- commands on the sample", flush=True)
    tell_commands()


def make_study(folder: Path, transcripts: int, words: int, language: str) -> None:
    """A study of made transcripts with the shipped codebook."""
    (folder / "transcripts").mkdir()
    write_corpus(folder / "transcripts", transcripts, words, language)
    settings = f"codebook: codebook.yaml\nlanguages: [{language}]\ninterviewers: [P]\n"
    (folder / "study.yaml").write_text(settings, encoding="utf-8")
    shutil.copy(list_codebooks()["blitar"], folder / "codebook.yaml")


def tell_reruns(folder: Path, run: Callable[[Path], float]) -> None:
    """Code a study, change it step by step, and print what each step costs of the first run."""
    codebook, transcripts = folder / "codebook.yaml", folder / "transcripts"
    text = codebook.read_text(encoding="utf-8")
    run(folder)
    first = from_nothing(folder, run)
    print(f"first run: {first:.2f} s, {1000 * first / len(list(transcripts.iterdir())):.1f} ms a transcript")

    def tell(what: str, seconds: float) -> None:
        print(f"{what}: {seconds / first:.1%} of the first run ({seconds:.2f} s)", flush=True)

    tell("nothing changed", run(folder))
    with (transcripts / "t0000.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nP: Ya?\n\nN: Ya.\n")
    tell("one transcript changed", run(folder))
    codebook.write_text(text.replace('version: "', 'version: "9.', 1), encoding="utf-8")
    tell("another version", run(folder))
    for cue, share, times in pick_cues(transcripts):
        codebook.write_text(add_cue(text, cue), encoding="utf-8")
        tell(f"a cue in {share:.0%} of the transcripts, {times:.1f} times in each", run(folder))
        kept = snapshot(folder)
        from_nothing(folder, code)
        assert snapshot(folder) == kept
        codebook.write_text(text, encoding="utf-8")
        run(folder)


def code(folder: Path) -> float:
    """CPU seconds of coding a study that is open."""
    opened = open_study(folder, Wishes(), folder)
    start = time.process_time()
    code_study(opened)
    return time.process_time() - start


def run_code(folder: Path) -> float:
    """CPU seconds of `qualcode code`, start to end."""
    return run_process("-m", "qualcode", "code", str(folder))


def run_process(*arguments: str) -> float:
    """CPU seconds of one Python process, which leaves compiled files behind as installed packages have them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = os.times()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def from_nothing(folder: Path, run: Callable[[Path], float]) -> float:
    """The same without what the last run made."""
    shutil.rmtree(folder / "codings")
    return run(folder)


def tell_commands() -> None:
    """Print what commands cost in this order on the sample, the second time being the one with nothing to do."""
    empty = median(run_process("-c", "pass") for _ in range(ROUNDS))
    spent: list[list[float]] = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as place:
            study = Path(place) / "study"
            shutil.copytree(find_shipped("transcripts_sample"), study, ignore=shutil.ignore_patterns(*MADE))
            spent.append([run_process("-m", "qualcode", *put_in(command, str(study))) for command in COMMANDS])
    for command, seconds in zip(COMMANDS, map(median, zip(*spent, strict=True)), strict=True):
        print(f"{command}: {seconds:.2f} s, {seconds / empty:.0f} times `python -c pass`", flush=True)


def put_in(command: str, study: str) -> Iterator[str]:
    """The words of a command with the study's folder in its place."""
    words = command.split() if "STUDY" in command else [command, "STUDY"]
    return (word.replace("STUDY", study) for word in words)


def snapshot(folder: Path) -> dict[str, bytes]:
    """The bytes of all codings."""
    return {path.name: path.read_bytes() for path in (folder / "codings").glob("*.jsonl")}


def pick_cues(transcripts: Path) -> list[tuple[str, float, float]]:
    """Words that stand in a twentieth of the transcripts, in half and in all, each with its share of the transcripts
    and how often it stands in one."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(transcripts.iterdir())]
    spread = Counter(word for text in texts for word in list_words(text))
    times = Counter(word for text in texts for word in WORD.findall(text.casefold()))
    words = sorted(
        (word for word in spread if word.isascii() and word.isalpha() and len(word) > 4), key=times.__getitem__
    )
    wanted = [min(words, key=lambda word: abs(spread[word] / len(texts) - share)) for share in (0.05, 0.5, 1)]
    return [(word, spread[word] / len(texts), times[word] / len(texts)) for word in wanted]


def add_cue(text: str, cue: str) -> str:
    """The codebook with one strong cue more, which stands on this very word."""
    head, code_id, rest = text.partition(CODE)
    before, cues, after = rest.partition(CUES)
    indent = after[: len(after) - len(after.lstrip(" "))]
    return f"{head}{code_id}{before}{cues}{indent}- form:{cue}\n{after}"


if __name__ == "__main__":
    main()

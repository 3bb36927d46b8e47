"""What coding again costs, as a share of the first run, in one run.

    python -m tests.benchmarks.bench_rerun [--transcripts 100] [--words 10000] [--language id]

The transcripts are made ones, the codebook is the shipped `blitar`. Nothing is changed; then one transcript; then the
version; then one code gets another cue, which stands in few transcripts, in half of them, in all of them. CPU seconds
of `code_study`; the first run is the second one of the process, so that all tables are loaded. After each change of a
cue the codings must be those of a run from nothing.
"""

import argparse
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from qualcode.coders.cue_words import list_words
from qualcode.language.tokens import WORD
from qualcode.shipped import list_codebooks
from qualcode.workflow.coding import code_study
from qualcode.workflow.opening import Wishes, open_study
from tests.benchmarks.made_corpus import write_corpus

CODE, CUES = "- id: CG.TRU\n", "strong:\n"  # the code that is changed, and the list to which a cue is added


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--transcripts", type=int, default=100)
    arguments.add_argument("--words", type=int, default=10_000)
    arguments.add_argument("--language", choices=("id", "en"), default="id")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        transcripts, codebook = folder / "transcripts", folder / "codebook.yaml"
        transcripts.mkdir()
        write_corpus(transcripts, options.transcripts, options.words, options.language)
        settings = f"codebook: codebook.yaml\nlanguages: [{options.language}]\ninterviewers: [P]\n"
        (folder / "study.yaml").write_text(settings, encoding="utf-8")
        text = list_codebooks()["blitar"].read_text(encoding="utf-8")
        codebook.write_text(text, encoding="utf-8")
        code(folder)
        first = code_from_nothing(folder)
        print(f"first run: {first:.2f} s, {1000 * first / options.transcripts:.1f} ms a transcript")
        tell("nothing changed", code(folder), first)
        with (transcripts / "t0000.txt").open("a", encoding="utf-8") as file:
            file.write("\n\nP: Ya?\n\nN: Ya.\n")
        tell("one transcript changed", code(folder), first)
        codebook.write_text(text.replace('version: "', 'version: "9.', 1), encoding="utf-8")
        tell("another version", code(folder), first)
        for cue, share, times in pick_cues(transcripts):
            codebook.write_text(add_cue(text, cue), encoding="utf-8")
            tell(f"a cue in {share:.0%} of the transcripts, {times:.1f} times in each", code(folder), first)
            kept = snapshot(folder)
            code_from_nothing(folder)
            assert snapshot(folder) == kept
            codebook.write_text(text, encoding="utf-8")
            code(folder)


def code(folder: Path) -> float:
    """CPU seconds of coding a study."""
    opened = open_study(folder, Wishes(), folder)
    start = time.process_time()
    code_study(opened)
    return time.process_time() - start


def code_from_nothing(folder: Path) -> float:
    """The same without what the last run made."""
    shutil.rmtree(folder / "codings")
    return code(folder)


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
    """The codebook with one strong cue more."""
    head, code_id, rest = text.partition(CODE)
    before, cues, after = rest.partition(CUES)
    indent = after[: len(after) - len(after.lstrip(" "))]
    return f"{head}{code_id}{before}{cues}{indent}- {cue}\n{after}"


def tell(what: str, seconds: float, first: float) -> None:
    """Print a line."""
    print(f"{what}: {seconds / first:.1%} of the first run", flush=True)


if __name__ == "__main__":
    main()

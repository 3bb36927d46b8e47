"""Tactics for generating meaning: beside the thirteen for testing on the sample study, and on 100 interviews with
50,000 codings."""

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from qualcode.meaning.material import Handed, gather
from qualcode.meaning.worksheets import put_to_aid
from qualcode.registry import find_parts
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.generating import gather_for_meaning, lay_out
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.verifying import put_to_tactics
from tests.benchmarks.bench_reproduce import make_study

SAMPLE = Path(__file__).parent.parent.parent / "transcripts_sample"


def main() -> None:
    """Print the time of all twenty-six on the sample, and of the thirteen aids on a large study."""
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SAMPLE, Path(folder) / "sample"))
        opened = open_study(root, Wishes(), root)
        code_study(opened)
        start = time.perf_counter()
        study = load_study(opened)
        worksheets = lay_out(gather_for_meaning(opened, study, "en"))
        verdicts = put_to_tactics(study, "en")
        spent = time.perf_counter() - start
        print(f"sample: {len(worksheets)} worksheets and {len(verdicts)} verdicts {spent:.2f} s, loading included")
    study = make_study()
    start = time.perf_counter()
    material = gather(study, str, "en", Handed())
    for entry in find_parts("meaning").values():
        put_to_aid(entry.load(), material)
    print(f"{len(study.codings)} codings: all worksheets {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()

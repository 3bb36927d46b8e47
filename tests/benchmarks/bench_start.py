"""How long commands take to start: wall time of whole processes, as multiples of `python -c pass`, in one run.

Run as `python -m tests.benchmarks.bench_start`.
"""

import subprocess
import sys
import time
from statistics import median

from qualcode.cli.main import COMMANDS

ROUNDS = 11


def time_process(*arguments: str) -> float:
    """Wall seconds of one Python process."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Print a line a command: median ratio of its `--help` to an empty process, paired round by round."""
    for name in ("", *COMMANDS):
        words = (name, "--help") if name else ("--help",)
        ratios = [time_process("-m", "qualcode", *words) / time_process("-c", "pass") for _ in range(ROUNDS)]
        print(f"qualcode {' '.join(words):<18} {median(ratios):5.1f} times `python -c pass`")


if __name__ == "__main__":
    main()

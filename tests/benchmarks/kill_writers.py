"""Hundreds of writers killed at random moments: what any of them said to be done must be there.

`python -m tests.benchmarks.kill_writers [ROUNDS]`; ends with 1 where a decision was lost.
"""

import shutil
import sys
from pathlib import Path

from qualcode.store.decisions import append_decisions, read_decisions
from tests.store.crashing import append_until_killed
from tests.store.decided import decide


def main(rounds: int) -> int:
    """Kill `rounds` writers, some in single decisions and some in batches; how many decisions were lost."""
    folder = Path(__file__).parent / ".killed"
    shutil.rmtree(folder, ignore_errors=True)
    said: set[str] = set()
    for number, (after, many) in enumerate(((0.002, 1), (0.01, 1), (0.01, 50), (0.03, 500))):
        said |= append_until_killed(folder, rounds=rounds // 4, after=after, seed=number, many=many)
    append_decisions(folder, [decide(10**9)])
    kept = read_decisions(folder)
    lost = said - {decision.hash for decision in kept.decisions}
    torn = sum(path.stat().st_size for path in folder.rglob("*.torn"))
    odd = [problem for problem in kept.problems if problem.severity != "note"]
    print(f"{rounds} writers killed, {len(said)} decisions said to be done, {len(lost)} lost; {torn} bytes torn off")
    print(f"odd: {len(odd)}", *odd[:3], sep="\n")
    shutil.rmtree(folder)
    return len(lost) + len(odd)


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)))

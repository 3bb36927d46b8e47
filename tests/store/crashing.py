"""Processes that append decisions and die: killed at some moment, or by a file that may not grow."""

import importlib.util
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPEND = """
import sys
from pathlib import Path
from tests.store.decided import decide
from qualcode.store.decisions import append_decisions
folder, first, many = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
for n in range(first, first + 100000, many):
    done = append_decisions(folder, [decide(each) for each in range(n, n + many)]).decisions
    print(*(decision.hash for decision in done), flush=True)
"""
LIMITED = """
import resource, signal, sys
from pathlib import Path
from qualcode.errors import QualcodeError
from tests.store.decided import decide
from qualcode.store.decisions import append_decisions
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    for n in range(100, 200):
        print(append_decisions(Path(sys.argv[1]), [decide(n)]).decisions[0].hash, flush=True)
except QualcodeError as error:
    sys.exit(9 if "cannot" in error.what or "room" in error.what else 1)
"""


def append_until_killed(folder: Path, *, rounds: int, after: float, seed: int = 7, many: int = 1) -> set[str]:
    """Let process after process append, each killed at a random moment around `after` seconds; the hashes of the
    decisions that any of them said to be done."""
    chance = random.Random(seed + int(after * 1e6))
    said: set[str] = set()
    for each in range(rounds):
        arguments = [str(folder), str(each * 100000), str(many)]
        with subprocess.Popen(
            [sys.executable, "-c", APPEND, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 2 * after))
            writer.kill()
            for line in writer.stdout.read().splitlines():
                said.update(word for word in line.split() if len(word) == 64)
    return said


def limit_file_size(folder: Path, *, limit: int) -> set[str]:
    """Append where a file may not grow over `limit` bytes; the hashes of what was said to be done."""
    if not importlib.util.find_spec("resource"):
        pytest.skip("this system cannot limit the size of a file")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder), str(limit)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 9, done.stderr
    return set(done.stdout.split())

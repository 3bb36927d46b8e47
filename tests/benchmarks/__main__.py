"""All benchmarks by one command, `python -m tests.benchmarks`: ratios of one run, nothing asserted."""

import subprocess
import sys

for name in (
    "bench_start",
    "bench_readers",
    "bench_coding",
    "bench_rerun",
    "bench_decisions",
    "bench_sheets",
    "bench_reproduce",
    "bench_meaning",
    "bench_report",
):
    print(f"== {name}", flush=True)
    subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=True)

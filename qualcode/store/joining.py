"""Putting copies of one coder's decisions together: two machines, a sync tool's conflicted copy."""

import os
from dataclasses import replace
from pathlib import Path

from qualcode.model import Decision
from qualcode.store.appending import append, mend_end, open_to_append, read_end
from qualcode.store.chains import find_heads, put_in_order
from qualcode.store.decision_lines import is_sealed, seal
from qualcode.store.decisions import bring_home, list_files, read_file, tell

ENDING = ".merged"


def join_copies(folder: Path, coder: str, join: Decision) -> tuple[str, ...]:
    """Take into each file of `coder` what other files hold for it; gives a remark for each copy.

    The file keeps its lines, gets those that it lacks, and where these were made apart a line made of `join` that names
    both ends. A copy that then holds nothing else is given the ending `.merged` and is read no more; nothing is
    deleted.
    """
    files = {path: read_file(path, tell(folder, path)) for path in list_files(folder) if path.suffix == ".jsonl"}
    homes = bring_home(folder, {path: chain for path, (chain, _) in files.items()})
    remarks = []
    for home, chains in homes.items():
        copies = [path for path in sorted(chains) if path != home]
        if not copies or any(decision.who != coder for chain in chains.values() for decision in chain.decisions):
            continue
        count = _take_in(home, put_in_order(chains.values()), join)
        for copy in copies:
            chain, odd = files[copy]
            whole = len(chains[copy].decisions) == len(chain.decisions) and not odd
            if whole and is_copy_of(home, copy):
                copy.replace(_find_free(copy))
            remarks.append(f"{tell(folder, copy)} was put together with {tell(folder, home)}, which gained {count}")
    return tuple(remarks)


def is_copy_of(home: Path, copy: Path) -> bool:
    """Whether a file lies beside the one that it copies, so that no other coder's folder is touched."""
    return copy.parent == home.parent


def _take_in(home: Path, decisions: tuple[Decision, ...], join: Decision) -> int:
    """Append the decisions that the file lacks, then a line that joins ends made apart; how many it lacked."""
    with open_to_append(home) as file:
        mend_end(file, home, read_end(file)[1], is_sealed)
        own, _ = read_file(home, home.name)
        have = {decision.hash for decision in own.decisions}
        missing = [decision for decision in decisions if decision.hash not in have]
        lines = [seal(decision, decision.parents)[1] for decision in missing]
        heads = find_heads((*own.decisions, *missing))
        if len(heads) > 1:
            lines.append(seal(replace(join, transcript=decisions[0].transcript), heads)[1])
        if lines:
            append(file, home, b"".join(lines))
    return len(missing)


def _find_free(copy: Path) -> Path:
    name, count = copy.with_name(f"{copy.name}{ENDING}"), 1
    while os.path.lexists(name):
        count += 1
        name = copy.with_name(f"{copy.name}.{count}{ENDING}")
    return name

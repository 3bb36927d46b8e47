"""Putting copies of one coder's decisions together: two machines, a sync tool's conflicted copy."""

import os
from dataclasses import replace
from pathlib import Path

from qualcode.model import Decision
from qualcode.store.appending import append, mend_end, open_to_append, read_end
from qualcode.store.chains import find_heads, put_in_order
from qualcode.store.decision_lines import OddLine, is_sealed, read_hash, restore, seal
from qualcode.store.decisions import bring_home, list_files, read_file, read_lines, tell

ENDING = ".merged"
ROUNDS = 3  # a copy that a sync tool still writes to after so many readings waits for the next time


def join_copies(folder: Path, coder: str, join: Decision) -> tuple[str, ...]:
    """Take into each file of `coder` what other files hold for it; gives a remark for each copy and each torn line.

    The file keeps its lines, gets those that it lacks as they were written, and where these were made apart a line made
    of `join` that names both ends. A copy that then holds nothing else is given the ending `.merged` and counts no
    more; nothing is deleted. A copy that is written to meanwhile is read again, under either name, and what is found in
    a `.merged` file later is taken in by the next joining.
    """
    joining = _Joining(folder, coder, join)
    for _ in range(ROUNDS):
        if not joining.go():
            break
    together = (
        f"{tell(folder, copy)} was put together with {tell(folder, home)}, which gained {count}"
        for (copy, home), count in joining.gained.items()
    )
    return (*joining.torn, *together)


class _Joining:
    """All files once over; `gained` is how many lines the second of two files lacked, `torn` tells of torn lines."""

    def __init__(self, folder: Path, coder: str, join: Decision) -> None:
        self.folder, self.coder, self.join = folder, coder, join
        self.gained: dict[tuple[Path, Path], int] = {}
        self.torn: list[str] = []

    def go(self) -> bool:
        """Whether a copy has changed since it was read."""
        data = {path: path.read_bytes() for path in list_files(self.folder) if path.suffix in (".jsonl", ENDING)}
        files = {path: read_lines(held, tell(self.folder, path)) for path, held in data.items()}
        homes = bring_home(self.folder, {path: chain for path, (chain, _) in files.items()})
        changed = False
        for home, chains in homes.items():
            copies = [path for path in sorted(chains) if path != home]
            if not copies or any(each.who != self.coder for chain in chains.values() for each in chain.decisions):
                continue
            count = self._take_in(home, put_in_order(chains.values()), [data[path] for path in chains])
            for copy in copies:
                if copy.suffix == ENDING and not count:
                    continue
                self.gained[copy, home] = self.gained.get((copy, home), 0) + count
                chain, odd = files[copy]
                whole = len(chains[copy].decisions) == len(chain.decisions) and not odd
                if whole and is_copy_of(home, copy) and copy.suffix != ENDING:
                    changed |= not _put_away(copy, data[copy])
        return changed

    def _take_in(self, home: Path, decisions: tuple[Decision, ...], data: list[bytes]) -> int:
        """Append the decisions that the file lacks, then a line that joins ends made apart; how many it lacked."""
        with open_to_append(home) as file:
            remark = mend_end(file, home, read_end(file)[1], is_sealed)
            if remark:
                self.torn.append(remark)
            own, _ = read_file(home, home.name)
            have = {decision.hash for decision in own.decisions}
            missing = [decision for decision in decisions if decision.hash not in have]
            written = _list_written(data) if missing else {}
            lines = [written[decision.hash] for decision in missing]
            heads = find_heads((*own.decisions, *missing))
            if len(heads) > 1:
                lines.append(seal(replace(self.join, transcript=decisions[0].transcript), heads)[1])
            if lines:
                append(file, home, b"".join(lines))
        return len(missing)


def is_copy_of(home: Path, copy: Path) -> bool:
    """Whether a file lies beside the one that it copies, so that no other coder's folder is touched."""
    return copy.parent == home.parent


def _list_written(data: list[bytes]) -> dict[str, bytes]:
    """Every whole line of some files as it was written, with its line end, by its hash."""
    written = {}
    for held in data:
        for line in held.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
            try:
                whole = restore(line.rstrip(b"\r"))
            except OddLine:
                continue
            written[read_hash(whole)] = whole + b"\n"
    return written


def _put_away(copy: Path, read: bytes) -> bool:
    """Give a copy its ending if it still holds what was read; False where it must be read again, under either name."""
    try:
        if copy.read_bytes() != read:
            return False
        return copy.replace(_find_free(copy)).read_bytes() == read
    except FileNotFoundError:
        return False  # a sync tool has taken it away, or is about to put another in its place
    except PermissionError:
        return True  # a sync tool holds it open: it counts as it lies


def _find_free(copy: Path) -> Path:
    name, count = copy.with_name(f"{copy.name}{ENDING}"), 1
    while os.path.lexists(name):
        count += 1
        name = copy.with_name(f"{copy.name}.{count}{ENDING}")
    return name

"""Taking Indonesian affixes off a word, down to a root that a list of roots knows.

Beside the affixes of the standard language this knows the bare nasal prefixes of colloquial speech (`ngumpul`,
`nyari`, `mbatik`), the colloquial `-in` and the Javanese `-e`. The nasal changes follow Sneddon, Adelaar, Djenar and
Ewing, Indonesian: A Comprehensive Grammar (2010), 1.5.
"""

from collections.abc import Callable, Iterator

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu", "ne", "e")
_OWNERS = ("nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i", "in")
_PREFIXES = ("di", "ke", "se", "ter", "ber", "per", "bel", "pel", "be", "te", "ku", "kau")
_SHORTEST_ROOT = 3


def strip_affixes(word: str, is_root: Callable[[str], bool]) -> str:
    """The longest root inside a lower-case `word`, or the word itself where no known root is found."""
    stems = list(dict.fromkeys(_strip_clitics(word)))
    for stem in stems[1:]:
        if is_root(stem):
            return stem
    seen: set[str] = set()
    for _ in range(2):  # at most two prefixes: `memper-`, `diper-`
        roots: list[str] = []
        deeper: list[str] = []
        for stem in stems:
            for core in _strip_suffixes(stem):
                remainders = list(_strip_prefix(core))
                roots += (root for root in (core, *remainders) if root != word and is_root(root))
                deeper += (remainder for remainder in remainders if remainder not in seen)
                seen.update(remainders)
        if roots:
            return max(roots, key=len)
        stems = deeper
    return word


def _cut(word: str, suffixes: tuple[str, ...]) -> list[str]:
    """The word without one of these at its end, where it has one and enough is left."""
    if not word.endswith(suffixes):
        return []
    cut = (word.removesuffix(suffix) for suffix in suffixes)
    return [stem for stem in cut if _SHORTEST_ROOT <= len(stem) < len(word)]


def _strip_clitics(word: str) -> Iterator[str]:
    yield word
    for stem in _cut(word, _CLITICS):
        yield stem
        yield from _cut(stem, _OWNERS)


def _strip_suffixes(stem: str) -> list[str]:
    return [stem, *_cut(stem, _SUFFIXES)]


def _strip_prefix(core: str) -> Iterator[str]:
    """What may stand behind one prefix of `core`; each is at least three letters long."""
    for prefix in _PREFIXES:
        if core.startswith(prefix) and len(core) - len(prefix) >= _SHORTEST_ROOT:
            yield core[len(prefix) :]
    for prefix in ("me", "pe", ""):
        if core.startswith(prefix):
            for root in _undo_nasal(core[len(prefix) :], bare=not prefix):
                if len(root) >= _SHORTEST_ROOT:
                    yield root


def _undo_nasal(rest: str, *, bare: bool) -> Iterator[str]:
    """Roots whose first letter may have melted into the nasal at the start of `rest` (`mukul` from `pukul`)."""
    if not bare:
        yield rest
    if rest.startswith("nge"):
        yield rest[3:]
    if rest.startswith("ng"):
        yield rest[2:]
        yield "k" + rest[2:]
    elif rest.startswith("ny"):
        yield "s" + rest[2:]
        yield "c" + rest[2:]
    elif rest.startswith("m"):
        if rest[1:2] in ("b", "f", "p", "v"):
            yield rest[1:]
        else:
            yield "p" + rest[1:]
    elif rest.startswith("n"):
        if rest[1:2] in ("c", "d", "j", "t", "s", "z"):
            yield rest[1:]
        else:
            yield "t" + rest[1:]

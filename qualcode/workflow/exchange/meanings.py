"""What the codes of a project from another program mean in a codebook: by their guids, else by their names."""

from collections import Counter
from collections.abc import Collection, Iterator

from qualcode.evidence.standing import rename
from qualcode.exchange.contract import CodeNode, Project
from qualcode.exchange.tree import find_contrary, identify_code
from qualcode.model import Codebook, Decision, Polarity
from qualcode.workflow.choosing import name_proposal
from qualcode.workflow.exchange.skeletons import Meanings, find_begun


def find_meanings(
    codes: tuple[CodeNode, ...], codebook: Codebook, renamed: tuple[Decision, ...], used: Collection[str]
) -> tuple[Meanings, Meanings]:
    """The meanings of codes that the codebook has, by guid; and of those that it lacks, with labels in place of ids.

    A code is known by its guid, by the id that its name begins with (also one that it had before it was renamed), or by
    its label where no other code has the same, or by its place in the tree where the codebook was begun from that.
    `used` are the guids of codes that bear codings. The code for contrary passages below a code means that one,
    contrary.
    """
    own: Meanings = {}
    polarities: tuple[Polarity, ...] = ("supporting", "contrary")
    for id_ in codebook.list_ids():
        own |= {identify_code(id_, polarity): (id_, polarity) for polarity in polarities}
    names = _Names(codebook, renamed)
    begun = find_begun(codes, used)
    known: Meanings = {}
    unknown: Meanings = {}
    for node in walk(codes):
        bare = find_contrary(node.name)
        polarity = polarities[bool(bare)]
        id_ = names.find(bare or node.name)
        if node.guid in own:
            known[node.guid] = own[node.guid]
        elif id_:
            known[node.guid] = id_, polarity
        elif node.guid in begun and names.is_called(begun[node.guid][0], bare or node.name):
            known[node.guid] = begun[node.guid]
        else:
            unknown[node.guid] = bare or node.name, polarity
    return known, unknown


class _Names:
    def __init__(self, codebook: Codebook, renamed: tuple[Decision, ...]) -> None:
        self.ids, self.renamed = frozenset(codebook.list_ids()), renamed
        labelled = [
            (label.casefold(), id_)
            for code in codebook.codes
            for id_, words in ((code.id, code.label), *((each.id, each.label) for each in code.subcodes))
            for label in {words.id, words.en} - {""}
        ]
        self.labels: dict[str, list[str]] = {}
        for label, id_ in labelled:
            self.labels.setdefault(id_, []).append(label)
        counts = Counter(label for label, _ in labelled)
        self.by_label = {label: id_ for label, id_ in labelled if counts[label] == 1}

    def is_called(self, id_: str, name: str) -> bool:
        """Whether there is a code of this id, whose label ends in this name."""
        return any(label.split(" / ")[-1] == name.casefold() for label in self.labels.get(id_, ()))

    def find(self, name: str) -> str:
        """The id of the code that is called so; "" where there is none."""
        first, _, rest = name.partition(" ")
        for id_ in (first, rename(first, "", self.renamed), name_proposal(name), name_proposal(rest or name)):
            if id_ in self.ids:
                return id_
        return self.by_label.get(name.casefold(), "")


def list_used(project: Project) -> frozenset[str]:
    """The guids of the codes that bear codings."""
    return frozenset(each.code for source in project.sources for each in source.marks)


def walk(codes: tuple[CodeNode, ...]) -> Iterator[CodeNode]:
    """Each code of a tree, those below it after it."""
    for code in codes:
        yield code
        yield from walk(code.children)

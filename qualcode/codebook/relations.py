"""What can be wrong between the entries of a codebook: two of one kind, one in the other's way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qualcode.codebook.implied import find_implied
from qualcode.formats.marked_yaml import Checker
from qualcode.messages import LANGUAGES, mark
from qualcode.model import Code, Codebook, Cue, Problem, Severity

PLACEHOLDERS = ("placeholder phrase", "frasa contoh")  # what stands for cues in the codebooks that `init` lays out
_FEW = 3  # cues that two codes share and that are told one by one


def check_relations(check: Checker, codebook: Codebook, base: Codebook | None = None) -> None:
    """Note codes with one id or one label, an id under another code's, cues that stand twice, cues that a false
    friend silences or that nobody has filled in yet.

    `base` is the codebook that this one extends, whose codes come first. What is between those was noted there; ids
    that stand in both have been refused already.
    """
    for each in (_check_ids, _check_labels, _check_cues, _check_false_friends, _find_placeholders, find_implied):
        for line, what, how, severity in each(codebook, base):
            check.problems.append(Problem(f"{check.name}:{line}", what, how, severity))


Note = tuple[int, str, str, Severity]


def _check_ids(codebook: Codebook, base: Codebook | None) -> Iterable[Note]:
    inherited = _count_inherited(base)
    first: dict[str, Code] = {}
    for code in codebook.codes[inherited:]:
        if code.id in first:
            what = mark("the code `{id}` stands twice (first in line {line})", id=code.id, line=first[code.id].line)
            yield code.line, what, mark("Give one of them another id, or join the two"), "error"
        first.setdefault(code.id, code)
    for code in codebook.codes[inherited:]:
        above = next((other for other in first if code.id.startswith(f"{other}.")), None)
        if above:
            yield (
                code.line,
                mark("`{id}` is an id under the code `{above}`", id=code.id, above=above),
                mark("Make it a sub-code of that code"),
                "error",
            )


def _check_labels(codebook: Codebook, base: Codebook | None) -> Iterable[Note]:
    inherited = _count_inherited(base)
    told = set()  # pairs that are alike in both languages are told once
    for language in LANGUAGES:
        first: dict[str, int] = {}
        for number, code in enumerate(codebook.codes):
            label = getattr(code.label, language).casefold()
            first_number = first.setdefault(label, number)
            other = codebook.codes[first_number]
            if label and other.id != code.id and number >= inherited and (code.id, other.id) not in told:
                told.add((code.id, other.id))
                place = _name_place(other.line, first_number < inherited)
                what = mark("{id} has the same label as {id2} ({place})", id=code.id, id2=other.id, place=place)
                yield code.line, what, mark("Two columns with one name cannot be told apart; rename one"), "warning"


def _check_cues(codebook: Codebook, base: Codebook | None) -> Iterable[Note]:
    """Of the codebook's own cues alone: one that extends another looks at the same words from another side."""
    places = defaultdict(list)
    for code in codebook.codes[_count_inherited(base) :]:
        for cue in code.cues:
            places[cue.language, cue.weight == "asked", _plain(cue.pattern)].append((code.id, cue))
    shared = defaultdict(list)
    for cues in places.values():
        (first_code, first), *others = cues
        for code_id, cue in others:
            if code_id == first_code:
                what = mark(
                    'the cue "{pattern}" stands twice in {code_id} (first in line {line})',
                    pattern=cue.pattern,
                    code_id=code_id,
                    line=first.line,
                )
                yield cue.line, what, mark("Keep it in one list only"), "error"
            elif "strong" in (cue.weight, first.weight):  # between the others the question decides
                shared[code_id, first_code].append((cue, first))
    for (code_id, first_code), pairs in shared.items():
        yield from _tell_shared(code_id, first_code, pairs)


def _tell_shared(code_id: str, first_code: str, pairs: Sequence[tuple[Cue, Cue]]) -> Iterable[Note]:
    """The cues that a code shares with an earlier one, one by one where they are few: a split leaves hundreds."""
    for cue, first in pairs[: 1 if len(pairs) > _FEW else None]:
        values = {"pattern": cue.pattern, "code_id": code_id, "first_code": first_code, "line": first.line}
        what = mark('the cue "{pattern}" of {code_id} is also one of {first_code} (line {line})', **values)
        how = mark("A unit with it gets both codes; add words that tell them apart, or keep one")
        if len(pairs) > _FEW:
            what = mark(
                '{count} cues of {code_id} are also cues of {first_code}, the first is "{pattern}" (line {line})',
                count=len(pairs),
                **values,
            )
            how = mark("A unit with one of them gets both codes; divide them between the two")
        yield cue.line, what, how, "warning"


def _check_false_friends(codebook: Codebook, base: Codebook | None) -> Iterable[Note]:
    friends = {(friend.language, _plain(friend.pattern)): friend for friend in codebook.false_friends}
    for code in codebook.codes[_count_inherited(base) :]:
        for cue in code.cues:
            friend = friends.get((cue.language, _plain(cue.pattern)))
            if friend and friend.code in ("", code.id):
                place = _name_place(friend.line, base is not None and friend in base.false_friends)
                what = mark(
                    'the cue "{pattern}" of {id} is also a false friend ({place})',
                    pattern=cue.pattern,
                    id=code.id,
                    place=place,
                )
                yield cue.line, what, mark("It can never fire; take one of the two out"), "warning"


def _find_placeholders(codebook: Codebook, base: Codebook | None) -> Iterable[Note]:
    for code in codebook.codes[_count_inherited(base) :]:
        for cue in code.cues:
            if _plain(cue.pattern) in PLACEHOLDERS:
                what = mark('the cue "{pattern}" of {id} only shows where cues go', pattern=cue.pattern, id=code.id)
                yield cue.line, what, mark("Write in its place what people say who speak of this code"), "warning"


def _count_inherited(base: Codebook | None) -> int:
    return len(base.codes) if base else 0


def _name_place(line: int, is_inherited: bool) -> str:
    return mark("in the codebook that this one extends") if is_inherited else mark("line {line}", line=line)


def _plain(pattern: str) -> str:
    return " ".join(pattern.casefold().split())

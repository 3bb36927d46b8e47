"""How a thing is said: as a fact, a wish or a supposition, and whether by hearsay. Simple markers, read by clause.

A marker counts in the stretch of a sentence that holds the cue, between words of contrast such as `tapi` and `but`.
"""

from collections.abc import Sequence
from itertools import pairwise

from qualcode.language.tokens import is_word
from qualcode.language.words import words
from qualcode.model import Directness, Modality

_WISHES = words(
    "semoga harapannya harapan berharap mudah-mudahan inginnya ingin seharusnya sebaiknya baiknya diharapkan"
    " hendaknya idealnya maunya seyogyanya hope hopefully hoping wish should ought ideally"
)
_WISHES_IN_TWO = frozenset(
    {
        ("kalau", "bisa"), ("perlu", "ada"), ("perlu", "adanya"), ("would", "like"), ("would", "love"), ("if", "only"),
        ("want", "to"), ("need", "to"), ("needs", "to"),
    }
)  # fmt: skip
_SUPPOSITIONS = words(
    "seandainya andai andaikan andaikata jika apabila bilamana seumpama umpama umpamanya misalkan unless suppose"
    " supposing"
)
_CONDITIONS = frozenset(("kalau", "bila", "if"))
_CONSEQUENCES = words("akan pasti tentu mungkin barangkali would could might")
_HEARSAY = words("katanya konon kabarnya kata dengar-dengar denger-denger apparently supposedly reportedly")
_HEARSAY_IN_TWO = frozenset(
    {
        ("they", "say"), ("people", "say"), ("they", "said"), ("people", "said"), ("i", "heard"), ("was", "told"),
        ("were", "told"), ("have", "heard"), ("saya", "dengar"), ("dia", "berkata"), ("orang", "bilang"),
        ("mereka", "bilang"), ("dia", "bilang"),
    }
)  # fmt: skip
_CONTRASTS = frozenset(("tetapi", "namun", "padahal", "sedangkan", "but", "however", "whereas", "melainkan"))
_OPENING = _CONTRASTS | words("sayangnya though except")
_OPENING_FIRST = _OPENING | words("hanya only")  # "Cuma jujur, ...", but not "Saya cuma ..."
_WIDEST = 30  # tokens on either side: speech written without full stops has no end

MARKERS = (
    _WISHES
    | _SUPPOSITIONS
    | _CONDITIONS
    | _HEARSAY
    | words("perlu would want need needs say said heard told dengar berkata bilang")  # the rarer word of each pair
)
"""A sentence that holds none of these normal forms states a fact of unknown directness."""

PLAIN: tuple[Modality, Directness] = ("actual", "unknown")


def find_stance(forms: Sequence[str], start: int, end: int) -> tuple[Modality, Directness]:
    """How the cue at the tokens `[start, end)` of one sentence, given as normal forms, is meant and known.

    Second-hand is what hearsay is said of; whether the rest is first-hand is left to people.
    """
    if MARKERS.isdisjoint(forms):
        return PLAIN
    clause = _cut_clause(forms, start, end)
    said = set(clause)
    pairs = set(pairwise(clause))
    is_heard = not _HEARSAY.isdisjoint(said) or not _HEARSAY_IN_TWO.isdisjoint(pairs)
    return _find_modality(said, pairs), "second-hand" if is_heard else "unknown"


def opens_with_contrast(forms: Sequence[str]) -> bool:
    """Whether a sentence, given as normal forms, begins by turning against what was said ("Tapi ...")."""
    first, second = ([form for form in forms[:4] if is_word(form)] + ["", ""])[:2]
    return first in _OPENING_FIRST or second in _OPENING


def _find_modality(said: set[str], pairs: set[tuple[str, str]]) -> Modality:
    if not _WISHES.isdisjoint(said) or not _WISHES_IN_TWO.isdisjoint(pairs):
        return "wish"
    if not _SUPPOSITIONS.isdisjoint(said):
        return "hypothetical"
    if not _CONDITIONS.isdisjoint(said) and not _CONSEQUENCES.isdisjoint(said):
        return "hypothetical"
    return "actual"


def _cut_clause(forms: Sequence[str], start: int, end: int) -> list[str]:
    """The normal forms around the cue, without the cue itself, up to a word of contrast on either side."""
    begin, stop = max(0, start - _WIDEST), min(len(forms), end + _WIDEST)
    first = next((place + 1 for place in range(start - 1, begin - 1, -1) if forms[place] in _CONTRASTS), begin)
    last = next((place for place in range(end, stop) if forms[place] in _CONTRASTS), stop)
    return [*forms[first:start], "", *forms[end:last]]

"""Whether a code was asked for at all, so that no question that was never put is taken for an informant's silence."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.model import Codebook, Study


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked of whom. `asked` are the ids of the codes asked for, by case; a case in whose interviews nobody
    asks is left out. `askable` are the codes for which a question can be known: those of the guide's questions and
    those with cues of questions."""

    codebook: Codebook
    asked: Mapping[str, frozenset[str]]
    askable: frozenset[str]

    def is_unasked(self, case: str, own: str) -> bool:
        """Whether no question to this case asked for a code or sub-code, as far as questions of it can be known."""
        code = self.codebook.find(own)
        if code is None or code.id not in self.askable or case not in self.asked:
            return False
        return not any(own == each or self.codebook.find(each) is code for each in self.asked[case])


def find_asking(study: Study) -> Asking:
    """What was asked of whom in a study."""
    asked: dict[str, frozenset[str]] = {}
    for account in study.accounts:
        if account.asked is not None:
            for case in account.cases:
                asked[case] = asked.get(case, frozenset()).union(account.asked)
    codebook = study.codebook
    of_guide = (codebook.find(code) for question in study.guide.questions for code in question.codes)
    with_cues = (code for code in codebook.codes if any(cue.weight == "asked" for cue in code.cues))
    return Asking(codebook, asked, frozenset(code.id for code in (*of_guide, *with_cues) if code))

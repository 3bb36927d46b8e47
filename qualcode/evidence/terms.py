"""Words, and pairs of words side by side, that come back in speakers' own words under a code."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qualcode.evidence.links import list_languages
from qualcode.evidence.selection import group_by_unit
from qualcode.language.matter import list_matter
from qualcode.model import Coding, Study


@dataclass(slots=True)
class Term:
    """A word or two neighbouring words, by lemma: how it is typed, and the codings by id in whose words it stands."""

    typed: Counter[str] = field(default_factory=Counter)
    codings: dict[str, Coding] = field(default_factory=dict)

    @property
    def word(self) -> str:
        """The term as it is typed most often."""
        return self.typed.most_common(1)[0][0]

    @property
    def cases(self) -> frozenset[str]:
        """The informants who say it."""
        return frozenset(coding.case for coding in self.codings.values())


def find_terms(study: Study, codings: Iterable[Coding], fewest: int, most: int) -> dict[str, Term]:
    """The terms of codings by lemma that come back in at least `fewest` units, at most `most`, those of most informants
    and units first. A word that stands only inside a pair is not told by itself."""
    languages = list_languages(study)
    exceptions = study.codebook.lemma_exceptions
    said = []
    for coding in codings:
        language = languages.get(coding.transcript, "id")
        said.append((coding, dict.fromkeys(_list_terms(coding.quote, language, exceptions.get(language, {})))))
    often = Counter(lemma for _, own in said for lemma in {lemma for lemma, _ in own})
    terms: dict[str, Term] = defaultdict(Term)
    for coding, own in said:
        for lemma, typed in own:
            if often[lemma] >= fewest:  # most pairs of words stand in one unit alone
                terms[lemma].typed[typed.casefold()] += 1
                terms[lemma].codings[coding.id] = coding
    units = {lemma: len(group_by_unit(term.codings.values())) for lemma, term in terms.items()}
    known = {lemma for lemma, n in units.items() if n >= fewest}
    swallowed = {
        word for lemma in known if " " in lemma for word in lemma.split(" ") if units.get(word) == units[lemma]
    }
    ranked = sorted(known - swallowed, key=lambda lemma: (-len(terms[lemma].cases), -units[lemma], lemma))
    return {lemma: terms[lemma] for lemma in ranked[:most]}


def _list_terms(text: str, language: str, exceptions: dict[str, str]) -> Iterator[tuple[str, str]]:
    before = None
    for word in list_matter(text, language, exceptions):
        yield word.lemma, text[word.start : word.end]
        if before and text[before.end : word.start].isspace():
            yield f"{before.lemma} {word.lemma}", text[before.start : word.end]
        before = word

"""What the rules find in the sentences of a text: cues with their polarity and stance, and the actors named."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from qualcode.coders.combinations import Answer, Match
from qualcode.coders.phrases import Hit
from qualcode.coders.rule_set import Found, RuleSet
from qualcode.coders.said import Said
from qualcode.coders.surroundings import Surroundings
from qualcode.language.lemmas import find_lemma
from qualcode.language.sentences import find_sentences
from qualcode.language.stance import MARKERS, PLAIN, find_stance
from qualcode.language.tokens import is_word
from qualcode.model import Code, Cue, Directness, Evidence, Modality, Polarity, Span


class Finding(NamedTuple):
    """A cue that stands in a sentence."""

    code: Code
    cue: Cue
    polarity: Polarity
    modality: Modality
    directness: Directness
    evidence: Evidence


class Sentence(NamedTuple):
    """What one sentence holds; `actors` are the spans of the parties that it names."""

    findings: Sequence[Finding]
    actors: Sequence[Span]


NOTHING = Sentence((), ())


class TextReader:
    """Reads the sentences of one text; bounds and spans are in code points of `text`. What a cue asks of a whole answer
    is looked for in the one of `turns` that holds the sentence."""

    def __init__(self, rules: RuleSet, text: str, turns: Sequence[Span] = ()) -> None:
        self._rules = rules
        self._sign = rules.signer.sign
        self._language = rules.language
        self.text = text
        self._surroundings = Surroundings(text, turns, self._take_apart, rules.hear)

    def read(self, start: int, end: int, asked: Collection[str] = ()) -> Sentence:
        """The cues in the sentence `text[start:end]`, and the actors named where there is a cue. Words of answers are
        cues of the codes `asked` for alone."""
        said = self._take_apart(start, end)
        found = self._rules.find(said, self._look_around, asked)
        if not found.cues:
            return NOTHING
        return self._describe(said, found)

    def read_many(self, start: int, end: int, asked: Collection[str] = ()) -> Sentence:
        """The same of the sentences of `text[start:end]` together, with the actors of those without cues."""
        read = [self.read_whole(first, last, asked) for first, last in find_sentences(self.text, start, end)]
        return Sentence(
            [finding for sentence in read for finding in sentence.findings],
            [actor for sentence in read for actor in sentence.actors],
        )

    def read_whole(self, start: int, end: int, asked: Collection[str] = ()) -> Sentence:
        """The same with the actors of a sentence without cues."""
        said = self._take_apart(start, end)
        return self._describe(said, self._rules.find(said, self._look_around, asked))

    def _take_apart(self, start: int, end: int) -> Said:
        return Said(self.text, start, end, self._sign(self.text[start:end]), self._language)

    def _look_around(self, said: Said) -> tuple[Answer, int]:
        around, number = self._surroundings.look(said.start, said.end)
        return around.answer, number

    def _describe(self, said: Said, found: Found) -> Sentence:
        actors = [said.locate(first, last) for first, last in found.actors] if found.actors else ()
        return Sentence(self._judge_all(said, found), actors)

    def _judge_all(self, said: Said, found: Found) -> list[Finding]:
        if not found.combined:
            return self._judge(said, found.cues)
        alone = [hit for hit in found.cues if hit not in found.combined]
        return self._judge(said, alone) + self._judge_combined(said, found)

    def _judge(self, said: Said, hits: Sequence[Hit]) -> list[Finding]:
        """The findings of these hits, turned round where a negator does so, with how each is meant."""
        rules = self._rules
        has_context = rules.signer.has_context(said.signs)
        has_negator = has_context and not rules.turning.isdisjoint(said.forms)
        has_marker = has_context and not MARKERS.isdisjoint(said.forms)
        findings = []
        for first, last, number in hits:
            code, cue = rules.cues[number]
            polarity = rules.choose_polarity(code, cue, said, first, last) if has_negator else cue.polarity
            modality, directness = find_stance(said.forms, first, last) if has_marker else PLAIN
            evidence = self._quote(cue, said.locate(first, last))
            if cue.language == "en" and last == first + 1 and self._is_name(said, first, evidence.span):
                continue
            findings.append(Finding(code, cue, polarity, modality, directness, evidence))
        return findings

    def _judge_combined(self, said: Said, found: Found) -> list[Finding]:
        """The findings of combinations: one for each stretch on which one fired, wherever it stands in the answer."""
        fired: dict[Match, list[Hit]] = defaultdict(list)
        for hit in found.cues:
            if hit in found.combined:
                fired[found.combined[hit]].append(hit)
        findings = []
        for match, hits in fired.items():
            sentences = {0: said}
            for on in {on for on, _ in match.places} - {0}:
                around, number = self._surroundings.look(said.start, said.end)
                sentences[on] = around.said[number + on]
            code, cue = self._rules.cues[match.cue]
            places = [(sentences[on], place) for on, place in match.places]
            polarity = self._rules.choose_combined_polarity(code, cue, places)
            modality, directness = find_stance(said.forms, *hits[0][:2])
            spans = [said.locate(first, last) for first, last, _ in hits]
            spans += [sentences[on].locate(first, last) for on, (first, last) in match.places if on]
            findings += [Finding(code, cue, polarity, modality, directness, self._quote(cue, span)) for span in spans]
        return findings

    def _is_name(self, said: Said, place: int, span: Span) -> bool:
        """Whether a lone English verb form is somebody's name: `Bu Met` met nobody. Such a word has a capital in the
        midst of a sentence; nouns may have one as well ("the Harbour Agreement")."""
        word = span.of(self.text)
        if place == 0 or not (word[0].isupper() and word[1:].islower()) or word.endswith(("s", "ing")):
            return False
        return is_word(said.typed[place - 1]) and find_lemma(word, "en") != word.casefold()

    def _quote(self, cue: Cue, span: Span) -> Evidence:
        return Evidence(cue.rule, self.text[span.start : span.end], span)

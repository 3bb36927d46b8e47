"""Code single passages by a codebook: its exemplars, which it should code, and its near misses, which it should not."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from qualcode.codebook.testing import CodePassage, PrepareCoder, Trial, try_passages
from qualcode.messages import translator
from qualcode.model import Codebook, Coding, Guide, Span, Transcript, Turn
from qualcode.registry import find_parts
from qualcode.workflow.codebooks.finding import OpenCodebook


def make_coder(unit: str, guide: Guide) -> Callable[[Codebook], Callable[[Transcript], tuple[Coding, ...]]]:
    """What makes a coder of transcripts out of a codebook, for units of this kind and interviews by this guide."""
    coder = find_parts("coders")["rules"].load()

    def prepare(codebook: Codebook) -> Callable[[Transcript], tuple[Coding, ...]]:
        code = coder.prepare(codebook, unit, guide)
        return lambda transcript: code(transcript).codings

    return prepare


def make_passage_coder(unit: str) -> PrepareCoder:
    """What makes a coder of passages out of a codebook; a passage is read as one respondent's answer, by the cues
    alone, for these are what the codebook answers for."""
    prepare = make_coder(unit, Guide())

    def prepare_passages(codebook: Codebook) -> CodePassage:
        code = prepare(replace(codebook, weights=None))
        return lambda text, language: code(_wrap(text, language))

    return prepare_passages


def _wrap(text: str, language: str) -> Transcript:
    digest = sha256(text.encode()).hexdigest()
    turn = Turn(1, "", "respondent", Span(0, len(text)))
    return Transcript("passage", text, (turn,), language, digest, digest)


def try_codebook(opened: OpenCodebook) -> tuple[Trial, ...]:
    """Try every exemplar and near miss of a codebook."""
    return try_passages(opened.codebook, make_passage_coder(opened.unit), translator(opened.language))


def summarise_trials(opened: OpenCodebook, trials: tuple[Trial, ...]) -> str:
    """One line that says how many passages do what they should, by counts."""
    t = translator(opened.language)
    passed = Counter(trial.kind for trial in trials if trial.passed)
    total = Counter(trial.kind for trial in trials)
    return t("{name}: {coded} of {exemplars} exemplars coded; {silent} of {misses} near misses left alone").format(
        name=opened.name,
        coded=passed["exemplar"],
        exemplars=total["exemplar"],
        silent=passed["near miss"],
        misses=total["near miss"],
    )


def tell_trial(opened: OpenCodebook, trial: Trial) -> tuple[str, ...]:
    """Two lines for a failure with its reason, two for a note; nothing of what passed without one."""
    t = translator(opened.language)
    kind = {"exemplar": t("exemplar"), "near miss": t("near miss")}[trial.kind]
    told = ((t("failed"), "" if trial.passed else trial.reason), (t("note"), trial.note))
    return tuple(
        line
        for word, text in told
        if text
        for line in (f"{word}: {trial.code}, {kind} ({trial.language}): “{trial.text}”", f"  {text}")
    )

"""Set two states of one study side by side."""

from qualcode.audit.changes import Lean, compare_claims, compare_codings, compare_sources
from qualcode.errors import QualcodeError
from qualcode.messages import mark, translator
from qualcode.model import Matrix, Study
from qualcode.verify.material import gather
from qualcode.verify.words import name_side


def compare_states(before: Study, after: Study, language: str) -> tuple[Matrix, ...]:
    """What two states of a study rest on, their codings and their claims, as far as they differ.

    Two studies that share no transcript are refused: they are no states of one.
    """
    shared = {sheet.transcript for sheet in before.accounts} & {sheet.transcript for sheet in after.accounts}
    if not shared:
        raise QualcodeError(
            mark("The two folders share no transcript"), mark("Name two states of one study, the older one first")
        )
    t = translator(language)
    return (
        compare_sources(before, after, t),
        compare_codings(before, after, t),
        compare_claims(_find_leans(before, language), _find_leans(after, language), t),
    )


def _find_leans(study: Study, language: str) -> dict[str, Lean]:
    t = translator(language)
    return {
        each.claim.id: Lean(name_side(each.side, t), each.supporting, each.contrary)
        for each in gather(study, t, language)
    }

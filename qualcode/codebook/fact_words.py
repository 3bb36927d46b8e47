"""The words for what a coding may be said to be, in the reader's language."""

from functools import cache

from qualcode.messages import Translate


@cache
def name_facts(t: Translate) -> dict[str, str]:
    """What a coding may be said to be (polarity, modality, directness, elicited, status), by the English word."""
    return {
        "supporting": t("supporting"),
        "contrary": t("contrary"),
        "actual": t("actual"),
        "wish": t("wish"),
        "hypothetical": t("hypothetical"),
        "first-hand": t("first-hand"),
        "second-hand": t("second-hand"),
        "unknown": t("unknown"),
        "volunteered": t("volunteered"),
        "prompted": t("prompted"),
        "suggested": t("suggested"),
        "accepted": t("accepted"),
        "edited": t("edited"),
        "manual": t("manual"),
        "rejected": t("rejected"),
    }

"""Why a machine made a coding, in words: words of the interviewer's question are said to be such."""

from qualcode.messages import Translate
from qualcode.model import GUIDE_RULE, Coding, Evidence


def is_of_question(reason: Evidence, coding: Coding) -> bool:
    """Whether the cue stands outside the coding: then it is in the question before."""
    return not reason.span.overlaps(coding.span)


def quote_reason(reason: Evidence, coding: Coding, t: Translate) -> str:
    """`“duduk bareng”`, `“musyawarah” (in the question)`, or the question of the guide that asked for the code."""
    if reason.rule.startswith(GUIDE_RULE):
        id_ = reason.rule.removeprefix(GUIDE_RULE)
        return t("asked by guide question {id}: “{words}”").format(id=id_, words=reason.cue)
    quoted = f"“{reason.cue}”"
    in_question = t("in the question")
    return f"{quoted} ({in_question})" if is_of_question(reason, coding) else quoted

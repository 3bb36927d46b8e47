"""Why a machine made a coding, in words: words of the interviewer's question are said to be such."""

from qualcode.messages import Translate
from qualcode.model import GUIDE_RULE, Coding, Evidence


def is_of_question(reason: Evidence, coding: Coding) -> bool:
    """Whether the cue stands outside the coding: then it is in the question before."""
    return not reason.span.overlaps(coding.span)


def explain_reason(reason: Evidence, coding: Coding, t: Translate) -> str:
    """A reason in plain words, such as `keyword in an answer “surat”`; the rule's id says the rest to whoever audits
    it."""
    return name_kind(reason.rule, quote_reason(reason, coding, t), t)


def name_kind(rule: str, words: str, t: Translate) -> str:
    """Quoted words with what they are: by the list of the codebook that the rule's cue stands in."""
    lists = {
        "strong": t("keyword {words}"),
        "weak": t("weaker keyword {words}"),
        "contrary": t("keyword against it {words}"),
        "asked": t("keyword of a question {words}"),
        "answer": t("keyword in an answer {words}"),
        "answer_contrary": t("keyword against it in an answer {words}"),
        "words": t("word that speaks for it {words}"),
        "assent": t("yes to a question that says so: {words}"),
    }
    kind = next((part for part in rule.split("/", 3)[1:3] if part in lists), "")
    return lists[kind].format(words=words) if kind else words


def quote_reason(reason: Evidence, coding: Coding, t: Translate) -> str:
    """`“duduk bareng”`, `“musyawarah” (in the question)`, or the question of the guide that asked for the code."""
    if reason.rule.startswith(GUIDE_RULE):
        id_ = reason.rule.removeprefix(GUIDE_RULE)
        return t("asked by guide question {id}: “{words}”").format(id=id_, words=reason.cue)
    quoted = f"“{reason.cue}”"
    in_question = t("in the question")
    return f"{quoted} ({in_question})" if is_of_question(reason, coding) else quoted

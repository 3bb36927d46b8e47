"""What people did and judged, by the words of a record, in the reader's language."""

from qualcode.messages import Translate


def name_act(act: str, t: Translate) -> str:
    """What a decision does; an act that is not known here stays as it is."""
    words = {
        "accept": t("accept"),
        "reject": t("reject"),
        "recode": t("recode"),
        "move": t("move"),
        "polarity": t("polarity"),
        "comment": t("memo"),
        "memo": t("memo"),
        "code": t("code"),
        "propose": t("propose"),
        "nothing": t("no code"),
        "place": t("place anew"),
        "undo": t("take back"),
        "rename": t("rename"),
        "join": t("join"),
        "link": t("link"),
        "answer": t("answer"),
        "fill": t("fill"),
        "judge": t("judge"),
    }
    return words.get(act, act)


def name_tool(tool: str, t: Translate) -> str:
    """Where it was done."""
    words = {
        "review": t("review page"),
        "terminal": t("terminal"),
        "sheet": t("sheet"),
        "codebook": t("codebook"),
        "command": t("command"),
        "audit": t("sheet of an auditor"),
        "exchange": t("another program"),
    }
    return words.get(tool, tool)


def name_status(status: str, t: Translate) -> str:
    """What a person judged a claim to be."""
    words = {
        "supported": t("supported"),
        "mixed": t("mixed"),
        "contradicted": t("contradicted"),
        "silent": t("silent"),
        "not checkable": t("not checkable from interviews"),
    }
    return words.get(status, status)

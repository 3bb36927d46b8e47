"""What the page's script says and offers, in the study's language."""

from dataclasses import asdict
from typing import Any

from qualcode.codebook.describe import describe_code
from qualcode.codebook.fact_words import name_facts
from qualcode.messages import Translate, translator
from qualcode.model import Code, Subcode
from qualcode.review.queue import Order, Queue, Which
from qualcode.workflow.desk import Desk, find_proposed


def list_codes(desk: Desk) -> list[dict[str, Any]]:
    """Every code and sub-code that words can be given, then the codes that people proposed.

    Each has its id, its labels in both languages, the number by which it is coloured, and its entry as lines; a
    sub-code that of the code which it is `of`.
    """
    codebook, language = desk.coded.codebook, desk.opened.language
    t = translator(language)
    codes = []
    for number, code in enumerate(codebook.codes):
        entry = describe_code(codebook, code, language, t)[:-1]  # the last line counts cues, which helps no reader
        own: tuple[Code | Subcode, ...] = (code, *code.subcodes)
        codes += [_describe(each, code, entry if each is code else (), number) for each in own]
    for number, (id_, label) in enumerate(find_proposed(desk).items(), start=len(codebook.codes)):
        words = {"id": label, "en": label}
        codes.append({"id": id_, "of": id_, "labels": words, "entry": (), "number": number, "proposed": True})
    return codes


def _describe(own: Code | Subcode, code: Code, entry: tuple[str, ...], number: int) -> dict[str, Any]:
    labels = asdict(own.label)
    return {"id": own.id, "of": code.id, "labels": labels, "entry": entry, "number": number, "proposed": False}


def name_orders(t: Translate) -> tuple[tuple[Order, str], ...]:
    """The orders of a queue, as a person chooses one."""
    return (
        ("transcript", t("as the interviews go")),
        ("code", t("by code")),
        ("case", t("by informant")),
        ("weakest", t("weakest first")),
        ("random", t("random")),
    )


def name_kinds(t: Translate) -> tuple[tuple[Which, str], ...]:
    """What can wait in a queue, as a person chooses it."""
    return (
        ("open", t("what you have not decided on")),
        ("disputed", t("codings on which people parted")),
        ("all", t("all codings")),
    )


def name_queue(queue: Queue, t: Translate) -> str:
    """What a queue holds, in one line."""
    order = dict(name_orders(t))[queue.order]
    if queue.order == "random":
        order = t("random, seed {seed}").format(seed=queue.seed)
    return ", ".join(part for part in (order, queue.code, queue.case, queue.transcript) if part)


def list_keys(t: Translate) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The keys and what they do."""
    return (
        (("j", "k"), t("next, previous")),
        (("o",), t("next that waits")),
        (("a", "r"), t("accept, reject")),
        (("c",), t("code the selected words, or recode")),
        (("p",), t("change the polarity")),
        (("m",), t("memo")),
        (("l",), t("this coding leads to another: press it there too")),
        (("u",), t("take back the last decision of this window")),
        (("J", "K"), t("select the next or previous unit")),
        (("Shift ← →",), t("move the end of the selection by a word; with Alt, by a character")),
        (("Shift ↑ ↓",), t("move its begin likewise")),
        (("n",), t("read, no code here")),
        (("s",), t("set the coding to the selected words")),
        (("t",), t("show or hide what was rejected")),
        (("/",), t("search in the words")),
        (("Esc",), t("leave the selection or the box")),
        (("?",), t("this list")),
    )


def name_words(t: Translate) -> dict[str, str]:
    """What the script writes into the page; `{...}` is put in there."""
    return {
        **name_facts(t),
        "coder": t("coder {name}"),
        "decided": t("decided by {names}"),
        "disputed": t("otherwise decided by {names}"),
        "saved": t("saved {time}"),
        "saving": t("saving …"),
        "away": t("The server does not answer. What it called saved is saved; start `qualcode review` again."),
        "not_saved": t("Not saved: {why}"),
        "conflict": t("This was decided elsewhere meanwhile; nothing was saved. It is now as shown: {now}"),
        "again": t("Do it all the same"),
        "leave": t("Leave it so"),
        "close": t("Close"),
        "one_turn": t("Codings lie inside one turn: only the words of the first turn are selected."),
        "nothing_left": t("Nothing waits here any more."),
        "left": t("{left} of {total} wait"),
        "units_left": t("{left} of {total} units to read"),
        "code_words": t("Give these words a code"),
        "recode": t("Give this coding another code"),
        "new_code": t("Propose a new code: “{label}”"),
        "proposed": t("proposed, not yet in the codebook"),
        "no_code": t("No code is called so."),
        "found": t("{n} found"),
        "undone": t("taken back"),
        "nothing_to_undo": t("Nothing of this window is left to take back."),
        "no_selection": t("Select words first."),
        "no_coding": t("Go to a coding first."),
        "read": t("read, nothing coded"),
        "link_from": t("{code} leads to …: go to the other coding and press l; here again to let it be"),
        "link_off": t("no link begun"),
        "turn": t("turn {turn}"),
    }

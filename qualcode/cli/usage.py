"""Help in the language that is spoken.

typer (0.28) speaks English only, through the copy of click inside it. What commands declare is translated when the
command line is built; what click adds is known here by its English words.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import typer
from typer._click import HelpFormatter

from qualcode.cli.speech import find_translator, tell
from qualcode.messages import LANGUAGES, mark, translator

USAGE = mark("Usage")
OPTIONS, COMMAND = mark("[OPTIONS]"), mark("COMMAND [ARGS]...")
SHOWS_HELP = mark("Show this message and exit.")
HEADINGS = (mark("Arguments"), mark("Options"), mark("Commands"))
REQUIRED, DEFAULT = mark("required"), mark("default")
# What stands for a value that the user gives, and the values that can be chosen.
FILE, TEXT, NUMBER = mark("FILE"), mark("TEXT"), mark("NUMBER")
VALUES = (
    *(FILE, TEXT, NUMBER, mark("FOLDER"), mark("NAME"), mark("LABEL"), mark("CODE"), mark("CLAIM")),
    *(mark("ITEM"), mark("TITLE"), mark("CAUSE"), mark("EFFECT"), mark("OLD"), mark("NEW"), mark("WHAT")),
    *(mark("STATUS"), mark("FIELD"), mark("VALUE"), mark("KEY"), mark("CODEBOOK")),
)
CHOICES = (
    *(mark("quotes"), mark("counts"), mark("presence"), mark("summary")),
    *(mark("all"), mark("suggested"), mark("accepted"), mark("human")),
    *(
        mark("codes"),
        mark("patterns"),
        mark("theory"),
        mark("problems"),
        mark("ethics"),
        mark("personal"),
        mark("next"),
    ),
    *(mark("transcript"), mark("code"), mark("case"), mark("weakest"), mark("random"), mark("open"), mark("disputed")),
    *(mark("hits"), mark("misses"), mark("extra"), mark("polarity"), mark("empty")),
    *(mark("yes"), mark("partly"), mark("no")),
)
_KINDS = {"path": FILE, "str": TEXT, "int": NUMBER, "int range": NUMBER}


class _Formatter(HelpFormatter):
    """Writes help with click's own words translated."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{tell(USAGE)}: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(find_translator()(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _translate_end(said)) for name, said in rows], col_max, col_spacing)


class _Context(typer.Context):
    formatter_class = _Formatter


def _translate_end(said: str) -> str:
    """An option's help is translated already; what follows in brackets, and the help of `--help`, is click's."""
    t = find_translator()
    if said == SHOWS_HELP:
        return t(said)
    text, gap, extra = said.rpartition("  [")
    if not gap:
        return said
    extra = re.sub(r"; x>=\d+", "", extra)
    extra = re.sub(rf"(?<={DEFAULT}: )\w+", lambda found: t(found[0]), extra)
    for word in (REQUIRED, DEFAULT):
        extra = re.sub(rf"\b{word}(?=[:;\]])", t(word), extra)
    return f"{text}{gap}{extra}"


def translate_help(command: Any) -> None:
    """Put the help of a command, of its options and of the commands below it into the language that is spoken."""
    t = find_translator()
    command.context_class = _Context
    command.options_metavar = t(OPTIONS)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = t(COMMAND)
    if command.help:
        command.help = t(command.help)
        command.short_help = command.help.partition("\n\n")[0].partition(". ")[0].rstrip(".") + "."  # click cuts it
    for parameter in command.params:
        if parameter.help:
            parameter.help = t(parameter.help)
        if hasattr(parameter.type, "choices"):
            _translate_choices(parameter.type)
        name = _name_argument if parameter.param_type_name == "argument" else _name_value
        parameter.make_metavar = partial(name, parameter)
    for below in getattr(command, "commands", {}).values():
        translate_help(below)


def _translate_choices(kind: Any) -> None:
    """Show the choices in the language that is spoken, and take them in every one."""
    t = find_translator()
    take = kind.convert

    def convert(value: str, parameter: Any, ctx: Any) -> Any:
        if value not in kind.choices:  # only here, for help in one language need not load the catalogue of the other
            known = {translator(language)(choice): choice for choice in kind.choices for language in LANGUAGES}
            value = known.get(value, value)
        return take(value, parameter, ctx)

    kind.normalize_choice = lambda choice, ctx: t(choice)  # noqa: ARG005  # called by name
    kind.convert = convert


def _name_value(parameter: Any, ctx: Any) -> str:
    """What stands for the value of an option: its choices, else a word."""
    if hasattr(parameter.type, "choices"):
        return str(parameter.type.get_metavar(parameter, ctx))
    return _translate_value(parameter.metavar or _KINDS.get(parameter.type.name, TEXT))


def _translate_value(name: str) -> str:
    """FILE.xlsx or KEY,KEY in the language that is spoken."""
    t = find_translator()
    return re.sub("[A-Z]{3,}", lambda found: t(found[0]), name)


def _name_argument(parameter: Any, ctx: Any, *, usage: bool = False) -> str:
    """FOLDER, or [FOLDER] where it may be left out; some would type the braces that typer puts around it."""
    name = _translate_value(parameter.metavar or parameter.name.upper())
    if not usage and not parameter.metavar and (choices := parameter.type.get_metavar(parameter, ctx=ctx)):
        name += f":{choices}"
    if parameter.nargs != 1 and not name.endswith("..."):
        name += "..."
    return f"[{name}]" if usage and not parameter.required and not name.startswith("[") else name

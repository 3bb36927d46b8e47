"""Mistakes of usage in the language that is spoken: what click says of them is known here by its English words."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer
from typer._click.exceptions import MissingParameter

from qualcode.cli.speech import find_translator, say, tell
from qualcode.messages import mark

OWN = "Invalid value: {reason}"
MISTAKES = (
    mark("No such option: {option} (Possible options: {near})"),
    mark("No such option: {option}"),
    mark("No such command {name}. Did you mean {near}?"),
    mark("No such command {name}."),
    mark("Missing command."),
    mark("Missing argument {name}. Choose from: {choices}"),
    mark("Missing argument {name}."),
    mark("Missing option {name}."),
    mark("Invalid value for {name}: {reason}"),
    OWN,
    mark("Option {name} requires an argument."),
    mark("Option {name} requires {count} arguments."),
    mark("Option {name} does not take a value."),
    mark("Got unexpected extra argument(s) ({arguments})"),
)
REASONS = (
    mark("{value} is not one of {choices}."),
    mark("{value} is not a valid int range."),
    mark("{value} is not a valid int."),
    mark("{value} is not in the range {range}."),
    mark("{count} values are required, but {given} given."),
)


def show_usage(error: Any) -> None:
    """Tell on standard error what is wrong with the arguments, under the usage of the command."""
    missing: Any = error.param if isinstance(error, MissingParameter) else None
    if missing and missing.param_type_name == "argument":
        error.param_hint = missing.make_metavar(error.ctx).rstrip(".")  # as the usage names it, not as the code does
    message = error.format_message()
    if error.ctx is not None:
        usage = error.ctx.get_usage()
        if message.startswith(usage):  # a group without a command: its whole help
            typer.echo(message, err=True)
            return
        typer.echo(usage, err=True)
        say(mark("Try '{command} --help' for help.", command=error.ctx.command_path), err=True)
        typer.echo(err=True)
    say(mark("Error: {message}", message=_translate_mistake(message)), err=True)
    if missing and missing.help:
        typer.echo(f"{error.param_hint or missing.opts[0]}: {missing.help}", err=True)
    if missing and missing.name == "folder" and Path("study.yaml").is_file():
        here = f"{error.ctx.command_path} ."
        say(mark("You are in the folder of a study: `{command}` names it.", command=here), err=True)


def _translate_mistake(message: str) -> str:
    message = message.replace("\n\t", " ").replace(",\n", ", ")
    known, values = _match(message, MISTAKES)
    if known is None:
        return tell(message)
    if known == OWN:  # a mistake that a command of ours found
        return find_translator()(values["reason"])
    if reason := values.get("reason"):
        template, parts = _match(reason, REASONS)
        values["reason"] = find_translator()(template).format(**parts) if template else find_translator()(reason)
    return find_translator()(known).format(**values)


def _match(message: str, templates: Iterable[str]) -> tuple[str | None, dict[str, str]]:
    """The template that a message was made from, and the values in it."""
    for template in templates:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(template))
        if found := re.fullmatch(pattern, message, re.S):
            return template, found.groupdict()
    return None, {}

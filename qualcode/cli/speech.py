"""In which language the command line speaks: one a run, Indonesian or English.

It is what `--lang` says, else the variable QUALCODE_LANG, else the study's own language, else that of the system. Until
a study is open, and in help, the study's own is not known.
"""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from itertools import pairwise

import typer

from qualcode.messages import LANGUAGES, Translate, translate, translator

VARIABLE = "QUALCODE_LANG"

_language: ContextVar[str] = ContextVar("language", default="en")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to begin in, by the arguments of the command line and the variables of the environment."""
    named = [after for option, after in pairwise(arguments) if option == "--lang"]
    named += [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    wished = [word for word in (*named, environment.get(VARIABLE, "")) if word in LANGUAGES]
    return wished[0] if wished else _find_system_language(environment)


def _find_system_language(environment: Mapping[str, str]) -> str:
    """By the variables that gettext asks, in its order; where there are none, as on Windows, by the locale."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "id" if environment[name].casefold().startswith(("id", "in_")) else "en"
    import locale

    return "id" if (locale.getlocale()[0] or "").casefold().startswith(("id_", "indonesia")) else "en"


def speak(language: str) -> None:
    """Speak this language from here on."""
    _language.set(language)


def find_language() -> str:
    """The language that is spoken."""
    return _language.get()


def find_translator() -> Translate:
    """What turns English into the language that is spoken."""
    return translator(_language.get())


def tell(text: str) -> str:
    """A marked text in the language that is spoken; any other text as it is."""
    return translate(text, find_translator())


def tell_all(value: object) -> object:
    """The same for every text in lists and mappings; their keys stay as they are."""
    if isinstance(value, dict):
        return {key: tell_all(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [tell_all(each) for each in value]
    return tell(value) if isinstance(value, str) else value


def say(text: str, *, err: bool = False) -> None:
    """Print a line in the language that is spoken, on standard error where asked."""
    typer.echo(tell(text), err=err)

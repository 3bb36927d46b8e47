"""What a reader sees, in Indonesian or English.

English is the source; `locale/` holds the catalogues (gettext). What is shown at once is written `t("…")`. What is
raised or collected below and shown above is written `mark("…", name=value)`: it is an English text wherever it goes,
and the door that shows it says it in the reader's language with `translate`.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Self, cast

Translate = Callable[[str], str]

LANGUAGES = ("id", "en")


class Message(str):
    """An English text that remembers what it was made of, so that it can be said in another language."""

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    @classmethod
    def make(cls, template: str, values: dict[str, object]) -> Self:
        """The template with its values filled in; one without values is taken as it is written."""
        message = cls(template.format(**values) if values else template)
        message.template, message.values = template, values
        return message

    def __reduce__(self) -> tuple[object, ...]:
        return Message.make, (self.template, self.values)


def mark(message: str, /, **values: object) -> str:
    """Show the catalogue a message that is translated later, where it is shown; `values` fill its `{names}`."""
    return Message.make(message, values)


def translate(text: str, t: Translate) -> str:
    """A marked text as `t` says it, and so the marked ones among its values; any other text stays as it is."""
    if not isinstance(text, Message):
        return text
    values = {name: translate(value, t) if isinstance(value, str) else value for name, value in text.values.items()}
    return t(text.template).format(**values) if values else t(text.template)


def join(separator: str, texts: Iterable[str]) -> str:
    """Several texts as one, which is still said in another language where it holds marked ones."""
    values: dict[str, object] = {f"part{number}": text for number, text in enumerate(texts)}
    return Message.make(separator.join(f"{{{name}}}" for name in values), values)


def pack(text: str) -> object:
    """A text for JSON; a marked one with what it was made of."""
    if not isinstance(text, Message):
        return text
    values = {name: pack(value) if isinstance(value, str) else str(value) for name, value in text.values.items()}
    return [text.template, values]


def unpack(packed: object) -> str:
    """The text that was packed. Another thing raises TypeError or ValueError."""
    if isinstance(packed, str):
        return packed
    template, values = cast("tuple[str, dict[str, object]]", packed)
    return Message.make(template, {name: unpack(value) for name, value in values.items()})


class Decimal(str):
    """A number with decimals as a reader writes it; `plain` is how a program does."""

    __slots__ = ("plain",)

    plain: str


def write_decimal(plain: str, t: Translate) -> Decimal:
    """A number such as `0.50` with the mark before its decimals that the language has: a point, or a comma."""
    whole, point, part = plain.partition(".")
    written = Decimal(t("{whole}.{part}").format(whole=whole, part=part) if point else plain)
    written.plain = plain
    return written


@cache
def translator(language: str) -> Translate:
    """A function that turns an English message into `language` ("id" or "en").

    Name it `t` where it is used: `t("…")` with a literal is what the catalogue is extracted from. Values are put
    in afterwards: `t("{n} of {total} informants").format(n=3, total=4)`.
    """
    import gettext

    if language == "en":
        return str
    catalogue = gettext.translation("qualcode", Path(__file__).parent / "locale", languages=[language], fallback=True)
    return lambda message: catalogue.gettext(message) if message else ""  # under "" gettext keeps the catalogue's head

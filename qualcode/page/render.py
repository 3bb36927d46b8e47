"""Pages: a template, its style and its script put into one file that asks nothing of the network."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# What could end the block in which the data stand, or what HTML would take for something else than typed.
_UNSAFE_IN_SCRIPT = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_COMMAND = re.compile(r"`(qualcode [^`]*)`")
# The scripts that are made of several files, in the order in which these stand.
_PARTS = {
    "report": ("shared", "theme", "quotes", "interviews", "panel", "filters", "going", "opening"),
    "review": (
        "shared", "words", "stripes", "going", "panel", "deciding", "acting", "selecting", "choosing", "linking",
        "searching", "opening",
    ),
}  # fmt: skip


def render_page(name: str, data: object, context: dict[str, Any], *, connect: str = "'none'") -> str:
    """The page `name`: its template filled from `context`, every value escaped, and `data` for its script.

    Style and script stand inside the page and are named by hash in its content security policy; nothing else may
    be loaded or run. `connect` is where the page's script and forms may send to ("'none'", or "'self'" for a page of a
    server). A value that the template asks for and `context` lacks is a bug and raises.
    """
    from markupsafe import Markup

    template = _find_templates().get_template(f"{name}.html.j2")
    own = {
        "policy": write_policy(name, connect=connect),
        "style": Markup(_read_style(name)),  # noqa: S704
        "script": Markup(_read_script(name)),  # noqa: S704
        "data": Markup(embed_json(data)),  # noqa: S704
    }
    return template.render(context | own)


def write_policy(name: str, *, connect: str = "'none'") -> str:
    """The content security policy of the page `name`."""
    style, script = _name_hash(_read_style(name)), _name_hash(_read_script(name))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; connect-src {connect}; "
        f"base-uri 'none'; form-action {connect}"
    )


def embed_json(data: object) -> str:
    r"""Data as JSON that may stand inside a `<script>` element: `<` is written `\u003c`, and so on."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


@cache
def _read_script(name: str) -> str:
    """The page's one script: its file, or several that are parts of one block, so that no name of theirs is global."""
    if name not in _PARTS:
        return _read(f"{name}.js")
    return '"use strict";\n{\n' + "\n".join(_read(f"{name}/{part}.js") for part in _PARTS[name]) + "}\n"


def show_commands(text: str) -> "Markup":
    """A text, escaped, in which a command of ours between backticks stands out."""
    from markupsafe import Markup, escape

    return Markup(_COMMAND.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704  # of what was escaped


@cache
def _find_templates() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    templates = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(_read)
    )
    templates.filters["commands"] = show_commands
    return templates


def _read_style(name: str) -> str:
    return _read("base.css") + _read(f"{name}.css")


@cache
def _read(name: str) -> str:
    return files("qualcode.page").joinpath(name).read_text(encoding="utf-8")


def _name_hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()

"""Pages: a template, its style and its script put into one file that asks nothing of the network."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

# What could end the block in which the data stand, or what HTML would take for something else than typed.
_UNSAFE_IN_SCRIPT = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def render_page(name: str, data: object, context: dict[str, Any]) -> str:
    """The page `name`: its template filled from `context`, every value escaped, and `data` for its script.

    Style and script stand inside the page and are named by hash in its content security policy; nothing else may
    be loaded, run or sent. A value that the template asks for and `context` lacks is a bug and raises.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    style, script = _read(f"{name}.css"), _read(f"{name}.js")
    policy = (
        f"default-src 'none'; style-src '{_name_hash(style)}'; script-src '{_name_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(_read(f"{name}.html.j2"))
    own = {"policy": policy, "style": Markup(style), "script": Markup(script), "data": Markup(embed_json(data))}  # noqa: S704
    return template.render(context | own)


def embed_json(data: object) -> str:
    r"""Data as JSON that may stand inside a `<script>` element: `<` is written `\u003c`, and so on."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _read(name: str) -> str:
    return files("qualcode.page").joinpath(name).read_text(encoding="utf-8")


def _name_hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()

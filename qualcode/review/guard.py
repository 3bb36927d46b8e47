"""The guard at the door: only the browser of the person at this computer comes in.

The address holds a random token, so that no other program or page can guess it. `Host` must be this server's own, so
that no name of somebody's domain leads here (DNS rebinding); what changes anything must come from this server's own
page (`Origin`) and as JSON, so that no form of another page can send it (CSRF). No cookie is used: those of one port
are sent to every other.

Whoever has the port after this server has ended is asked by the windows that are still open. So these ask first for a
proof that only a holder of the token can give (`/hello`), and say the token to nobody who lacks it.
"""

import hmac
import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from qualcode.messages import Translate, mark, translate

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HELLO = re.compile(rb"n=([0-9a-f]{32})")
MOST_BYTES = 256 * 1024
TOO_MUCH = mark("That is too much at once")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
STRICT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class Guard:
    """Lets through to `app` what comes to `/token/...` at this port of the loopback, and refuses the rest."""

    def __init__(self, app: App, token: str, port: int, t: Translate = str) -> None:
        self.app, self.token, self.port, self.t = app, token, port, t
        self.hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one request."""
        if scope["type"] != "http":
            return
        refusal = self._find_refusal(scope)
        if refusal is None and _is_hello(scope):
            await _say(send, 200, {"proof": self._prove(scope["query_string"])})
            return
        if refusal:
            await self._refuse(send, *refusal)
            return
        body = await _read_body(receive) if scope["method"] == "POST" else b""
        if body is None:
            await self._refuse(send, 413, TOO_MUCH)
            return
        await self.app(scope, _give(body, receive), _add_headers(send))

    def _prove(self, query: bytes) -> str:
        """What shows a window, which has the token too, that this is its server: the question sealed with it."""
        question = f"{self.port} {query[2:].decode()}"
        return hmac.new(self.token.encode(), question.encode(), "sha256").hexdigest()

    async def _refuse(self, send: Send, status: int, why: str) -> None:
        await _say(send, status, {"what": translate(why, self.t), "how": ""})

    def _find_refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if headers.get("host") not in self.hosts:
            return 403, mark("This is not the address of this server")
        if not _is_hello(scope) and not hmac.compare_digest(_first_part(scope["path"]), self.token.encode()):
            return 403, mark("Open the whole address that `qualcode review` printed")
        changes = scope["method"] not in ("GET", "HEAD")
        origin = headers.get("origin")
        if origin not in self.origins and (changes or origin is not None):
            return 403, mark("Only this server's own page may ask for that")
        return _find_odd_body(headers) if changes else None


def _is_hello(scope: Scope) -> bool:
    return bool(
        scope["path"] == "/hello" and scope["method"] == "GET" and HELLO.fullmatch(scope.get("query_string", b""))
    )


def _first_part(path: str) -> bytes:
    return path.removeprefix("/").partition("/")[0].encode("utf-8", "replace")


def _find_odd_body(headers: dict[str, str]) -> tuple[int, str] | None:
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return 415, mark("Send JSON")
    length = headers.get("content-length", "0")
    return (413, TOO_MUCH) if not length.isdigit() or int(length) > MOST_BYTES else None


async def _read_body(receive: Receive) -> bytes | None:
    """The body of a request; None where it is too long."""
    body: bytes = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            return None
        if message["type"] != "http.request" or not message.get("more_body"):
            return body


def _give(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives a body that was read already, then what comes after it."""
    messages = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return messages.pop() if messages else await receive()

    return receive_again


def _add_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message["headers"]}
            more = _HEADERS | ({} if b"content-security-policy" in given else {"content-security-policy": STRICT})
            message["headers"] = [*message["headers"], *((n.encode(), v.encode()) for n, v in more.items())]
        await send(message)

    return send_with_headers


async def _say(send: Send, status: int, answer: dict[str, str]) -> None:
    body = json.dumps(answer, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), *([(b"connection", b"close")] if status != 200 else [])]
    send = _add_headers(send)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

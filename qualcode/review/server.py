"""The server: bound to the loopback alone, at the same address after each start, so that open windows go on."""

import json
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.formats.json_text import parse_json
from qualcode.messages import mark
from qualcode.review.guard import App

LOOPBACK = "127.0.0.1"
# Nobody else at this port: on Windows that must be asked for; elsewhere it is so, and a port is free again at once.
_ALONE = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is. The token is a secret of the person at this computer."""

    port: int
    token: str

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://{LOOPBACK}:{self.port}/{self.token}/"


def open_door(folder: Path, work: str) -> tuple[socket.socket, Address]:
    """A socket on the loopback, and its address.

    `folder` is the user's own, outside of every study; it keeps the address by `work`, which names study, coder and
    whether the page is blind. Where the port of last time is taken, another one is, and another token: open windows ask
    at the old port, and whoever is there now hears the old one.
    """
    file = folder / f"review-{sha256(work.encode()).hexdigest()[:16]}.json"
    known = _recall(file)
    door = _bind(known.port if known else 0)
    port = door.getsockname()[1]
    if known and known.port == port:
        return door, known
    address = Address(port, secrets.token_urlsafe(24))
    _keep(file, address)
    return door, address


@contextmanager
def lead_to(address: Address, folder: Path) -> Iterator[str]:
    """What to open in a browser instead of the address, until the end of the block.

    Other users of the computer see what a browser is started with, so that is a file in the user's own `folder` which
    they cannot read, and which leads to the address. "" where it cannot be written.
    """
    file = folder / f"review-{address.port}.html"
    url = address.url  # made of digits and what base64 has, so that it needs no escapes
    lines = (
        "<!doctype html>",
        '<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>qualcode review</title>',
        f'<meta http-equiv="refresh" content="0; url={url}">',
        f'<p><a href="{url}">qualcode review</a></p>',
    )
    try:
        yield file.resolve().as_uri() if _write_alone(file, "\n".join(lines)) else ""
    finally:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def serve(app: App, door: socket.socket) -> None:
    """Answer at the door until the process is told to stop (Ctrl+C)."""
    import uvicorn

    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )
    with suppress(KeyboardInterrupt):  # that is how it ends
        uvicorn.Server(config).run(sockets=[door])


def _bind(port: int) -> socket.socket:
    for choice in dict.fromkeys((port, 0)):
        # said to be TCP, asyncio lets no answer wait for the one before it to be acknowledged (40 ms)
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        door.setsockopt(socket.SOL_SOCKET, _ALONE, 1)
        try:
            door.bind((LOOPBACK, choice))
            door.listen(64)
        except OSError:
            door.close()
            continue
        return door
    raise QualcodeError(
        mark("No port of this computer is free for the page"), mark("Close other programs, or use --terminal")
    )


def _recall(file: Path) -> Address | None:
    try:
        kept = parse_json(file.read_bytes())
        address = Address(kept["port"], kept["token"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    fits = isinstance(address.port, int) and 0 < address.port < 65536
    return address if fits and isinstance(address.token, str) and len(address.token) >= 32 else None


def _keep(file: Path, address: Address) -> None:
    """Keep an address for the next start, which has another one without it."""
    _write_alone(file, json.dumps(asdict(address)))


def _write_alone(file: Path, text: str) -> bool:
    """Write a file that no other user of the computer reads; False where that cannot be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="utf-8", newline="\n") as out:  # noqa: PTH123  # a handle, not a path
            out.write(text)
    except OSError:
        return False
    return True

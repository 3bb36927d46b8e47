"""A study at whose desk somebody sits, and the page's app without a network."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from qualcode.review.app import build_app
from qualcode.review.queue import Queue
from qualcode.review.sitting import Sitting
from qualcode.workflow.coding import code_study
from qualcode.workflow.desk import open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study

TOKEN = "t0ken" * 8
PORT = 8765
HOSTILE = (
    "<script>document.title = 'gone'</script>",
    '"><img src=x onerror="document.title=1">',
    "{{7*7}} {% raw %} ${7*7}",
    "\u202egnp.exe\u202c kanan \u2066ke\u2069 kiri",
    "</script><svg onload=alert(1)>",
    "emoji \U0001f600 \U0001f468‍\U0001f469‍\U0001f467 rain",
)


@pytest.fixture
def hostile_folder(study_folder: Path) -> Path:
    """The study with one more interview, whose words are not to be trusted."""
    turns = "\n\n".join(f"Dewi: The rain said {words} and rain again." for words in HOSTILE)
    text = f"Interviewer: How was the rain? It came?\n\n{turns}\n"
    (study_folder / "transcripts" / "dewi.txt").write_text(text, encoding="utf-8", newline="\n")
    with (study_folder / "cases.csv").open("a", encoding="utf-8", newline="\n") as file:
        file.write("C3,dewi.txt,Dewi,Farmer,private\n")
    return study_folder


@pytest.fixture
def opened(hostile_folder: Path) -> OpenStudy:
    found = open_study(hostile_folder, Wishes(), hostile_folder)
    code_study(found)
    return found


class Client:
    """Asks an app without a network; each request is a loop of its own, so that threads may ask at once."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("POST", path, **more)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://127.0.0.1:{PORT}") as client:
                return await client.request(method, path, **more)

        return asyncio.run(send())


@dataclass
class Page:
    """The page as a browser window without a screen sees it."""

    client: Client
    sitting: Sitting
    seeds: list[int]

    def get(self, path: str = "", **query: Any) -> Any:
        return self.client.get(f"/{TOKEN}/{path}", params=query)

    def know(self, *transcripts: str) -> dict[str, Any]:
        return {"epoch": self.sitting.epoch, "version": self.sitting.version, "transcripts": list(transcripts)}

    def post(self, path: str, body: Any, **more: Any) -> Any:
        headers = {"origin": f"http://127.0.0.1:{PORT}", "content-type": "application/json"} | more.pop("headers", {})
        return self.client.post(f"/{TOKEN}/{path}", json=body, headers=headers, **more)

    def decide(self, *choices: dict[str, Any], known: dict[str, Any] | None = None) -> Any:
        known = known or self.know("ana.txt", "budi.txt", "dewi.txt")
        return self.post("decide", {"choices": list(choices), "known": known})

    def rows(self, transcript: str = "ana.txt", known: dict[str, Any] | None = None) -> dict[str, dict[str, Any]]:
        """Every coding of a transcript as a window that has just been opened gets it, by its words."""
        from qualcode.review.rows import write_rows
        from qualcode.workflow.desk import list_codings

        found = list_codings(self.sitting.desk, transcript)
        rows = write_rows(self.sitting.desk, found)
        return {f"{row['code']}: {coding.quote}": row for row, coding in zip(rows, found, strict=True)}


def make_clock() -> Callable[[], str]:
    """A clock that goes on by a second each time."""
    seconds = count()
    return lambda: f"2026-01-01T08:{(n := next(seconds)) // 60 % 60:02}:{n % 60:02}+00:00"


@pytest.fixture
def sit_down(opened: OpenStudy) -> Callable[..., Page]:
    """Sit down at the study as a coder; each call is another server."""

    def sit(coder: str = "ani", seen: str = "suggestions") -> Page:
        seeds: list[int] = []
        sitting = Sitting(open_desk(opened, coder, seen), make_clock())  # type: ignore[arg-type]
        app = build_app(sitting, Queue(), TOKEN, PORT, seeds.append)
        return Page(Client(app), sitting, seeds)

    return sit


@pytest.fixture
def page(sit_down: Callable[..., Page]) -> Page:
    return sit_down()

"""A real browser, driven by the Chrome DevTools protocol; tests that need it are skipped where none is installed."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
SECONDS = 30  # how long a test waits for what must come; nothing is measured by it


def find_browser() -> str:
    """The path of a Chromium; without one the test is skipped and says so."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no Chromium is installed")
    return found


class Window:
    """One page of the browser."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket
        self.number = 0
        self.errors: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv(timeout=SECONDS))
            self._note(message)
            if message.get("id") == self.number:
                assert "error" not in message, message
                return message["result"]

    def _note(self, message: dict[str, Any]) -> None:
        """Keep what went wrong in the page: exceptions, and what its policy has blocked."""
        if message.get("method") == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(message["params"]["exceptionDetails"])[:800])
        if message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
            self.errors.append(message["params"]["entry"]["text"])

    def open(self, url: str) -> None:
        self.ask("Page.navigate", url=url)
        self.wait_for("document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page, awaited if it is a promise."""
        done = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def wait_for(self, condition: str) -> Any:
        """Wait until an expression is true in the page."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                value = self.run(condition)
            except AssertionError:  # between two pages
                value = None
            if value:
                return value
            time.sleep(0.03)
        raise AssertionError(f"never true: {condition}; status: {self.run('document.body.innerText')[:300]}")

    def press(self, *keys: str, shift: bool = False, alt: bool = False, control: bool = False) -> None:
        """Press keys one after the other; a key of one letter also types it."""
        modifiers = 8 * shift + alt + 2 * control
        for key in keys:
            text = {"text": key} if len(key) == 1 and not control else {"text": "\r"} if key == "Enter" else {}
            code = {"Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
            more = {"key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code.get(key, 0)}
            self.ask("Input.dispatchKeyEvent", type="keyDown", **more, **text)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **more)

    def type(self, text: str) -> None:
        self.ask("Input.insertText", text=text)

    def drag(self, start: tuple[float, float], end: tuple[float, float], *, alt: bool = False) -> None:
        """Press the mouse at one point, move to the other, let go."""
        for kind, (x, y) in (("mousePressed", start), ("mouseMoved", end), ("mouseReleased", end)):
            button = {"button": "left", "clickCount": 1, "buttons": int(kind != "mouseReleased")}
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, modifiers=int(alt), **button)

    def click(self, selector: str) -> None:
        place = self.find_middle(selector)
        self.drag(place, place)

    def tap(self, x: float, y: float) -> None:
        """Touch a point with a finger."""
        self.ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def find_middle(self, selector: str) -> tuple[float, float]:
        """The middle of an element, brought into view."""
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        x, y = self.run(
            f"(() => {{ const b = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            "return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        return x, y

    def find_words(self, words: str) -> tuple[tuple[float, float], tuple[float, float]]:
        """Where words stand on the screen: inside their first and last letter."""
        found = self.run(
            "(() => { const words = " + json.dumps(words) + ";"
            "for (const p of document.querySelectorAll('.words')) { const at = p.textContent.indexOf(words);"
            "if (at < 0) continue; p.scrollIntoView({block: 'center'}); const r = new Range();"
            "r.setStart(p.firstChild, at); r.setEnd(p.firstChild, at + words.length);"
            "const boxes = r.getClientRects(), f = boxes[0], l = boxes[boxes.length - 1];"
            "return [f.left + 1, f.top + f.height / 2, l.right - 1, l.top + l.height / 2]; } })()"
        )
        assert found, f"{words} is not in the page"
        return (found[0], found[1]), (found[2], found[3])

    def resize(self, width: int, height: int, zoom: float = 1) -> None:
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=round(width / zoom), height=round(height / zoom), deviceScaleFactor=zoom, mobile=False,
        )  # fmt: skip

    def shoot(self, path: Path) -> None:
        """Keep a picture of what is on the screen."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))


class Browser:
    """A running browser with a profile of its own."""

    def __init__(self, port: int, open_until_end: ExitStack) -> None:
        self.port, self.open_until_end = port, open_until_end

    def new_window(self, url: str = "about:blank") -> Window:
        httpx = pytest.importorskip("httpx")
        made = httpx.put(f"http://127.0.0.1:{self.port}/json/new?about:blank", timeout=SECONDS).json()
        client = pytest.importorskip("websockets.sync.client")
        connection = client.connect(made["webSocketDebuggerUrl"], max_size=None)
        window = Window(self.open_until_end.enter_context(connection))
        window.resize(1280, 720)
        if url != "about:blank":
            window.open(url)
        return window


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless browser until the end of the block."""
    program = find_browser()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [
                program, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}", "--no-first-run",
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--lang=en", "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            with ExitStack() as open_until_end:
                yield Browser(_wait_for_port(Path(profile) / "DevToolsActivePort", process), open_until_end)
        finally:
            process.terminate()
            process.wait(SECONDS)


def _wait_for_port(file: Path, process: "subprocess.Popen[bytes]") -> int:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and process.poll() is None:
        if file.is_file() and (lines := file.read_text(encoding="utf-8").split()):
            return int(lines[0])
        time.sleep(0.05)
    pytest.skip("the browser that is installed does not start")

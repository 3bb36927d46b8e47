"""The server as people start it: a process of its own, killed at any moment."""

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import httpx
import pytest

from qualcode.review.server import LOOPBACK, Address, lead_to, open_door
from qualcode.store.decisions import read_decisions
from tests.pages import ROOT


@dataclass
class Server:
    """A running `qualcode review`."""

    process: "subprocess.Popen[str]"
    url: str

    @property
    def origin(self) -> str:
        return self.url[: self.url.index("/", 8)]

    def post(self, path: str, body: Any) -> httpx.Response:
        return httpx.post(self.url + path, json=body, headers={"origin": self.origin}, timeout=30)

    def read_page(self, address: str) -> dict[str, Any]:
        text = httpx.get(self.url + address, timeout=30).text
        data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.S)[1])  # type: ignore[index]
        return dict(data)


@contextmanager
def start_server(folder: Path, *options: str) -> Iterator[Server]:
    home = folder.parent / "home"
    environment = os.environ | {
        "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
        "XDG_CONFIG_HOME": str(home), "APPDATA": str(home), "HOME": str(home),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "qualcode", "review", str(folder), "--coder", "ani", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
    )
    assert process.stdout
    printed = []
    for line in process.stdout:
        printed.append(line)
        if line.startswith("http://"):
            break
    else:
        raise AssertionError("".join(printed))
    try:
        yield Server(process, line.strip())
    finally:
        process.kill()
        process.wait(30)
        process.stdout.close()


def test_it_is_at_home_on_the_loopback_alone_and_only_with_its_token(opened):
    with start_server(opened.place.root) as server:
        assert server.url.startswith(f"http://{LOOPBACK}:")
        assert len(server.url.rstrip("/").rpartition("/")[2]) >= 32
        assert httpx.get(server.url).status_code == 200
        assert httpx.get(server.origin).status_code == 403
        port = int(server.origin.rpartition(":")[2])
        others = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {LOOPBACK}
        for address in others:
            if not address.startswith("127."):
                with socket.socket() as outside:
                    outside.settimeout(5)
                    assert outside.connect_ex((address, port)) != 0


def test_after_a_restart_it_is_at_the_same_address_and_windows_go_on(opened):
    with start_server(opened.place.root) as server:
        first = server.url
        known = {key: server.read_page("transcript?name=ana.txt")[key] for key in ("epoch", "version")}
    with start_server(opened.place.root) as server:
        assert server.url == first
        answer = server.post("changes", {"known": known | {"transcripts": ["ana.txt"]}}).json()
        assert answer["anew"]
        with start_server(opened.place.root) as twin:  # the port is taken: another one
            assert twin.url != first
            assert httpx.get(twin.url).status_code == 200
    with start_server(opened.place.root, "--blind") as blind:
        assert blind.url.rpartition(":")[2] != first.rpartition(":")[2]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no Ctrl+C for a child alone")
def test_it_ends_with_ctrl_c_and_says_in_the_log_what_was_done(opened):
    with start_server(opened.place.root) as server:
        (row, *_) = server.read_page("transcript?name=ana.txt")["rows"]
        known = {"epoch": "", "version": 0, "transcripts": []}
        server.read_page("queue?order=random&seed=41")
        server.post("decide", {"choices": [{"act": "accept", "on": row["id"], "state": row["state"]}], "known": known})
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(30) == 0
    lines = [json.loads(line) for line in opened.place.log.read_text(encoding="utf-8").splitlines()]
    assert next(line["seed"] for line in lines if "seed" in line) == 41
    assert lines[-1]["acts"] == {"accept": 1}


def test_a_kill_in_the_middle_of_requests_loses_nothing_that_was_called_saved(opened):
    """The server is killed at random moments while four windows write memos as fast as they can."""
    saved: list[str] = []
    dice = random.Random(11)
    for _ in range(4):
        with start_server(opened.place.root) as server:
            (row, *_) = server.read_page("transcript?name=dewi.txt")["rows"]

            def write(row: dict[str, Any] = row, server: Server = server) -> None:
                known = {"epoch": "", "version": 0, "transcripts": []}
                choice = {"act": "comment", "on": row["id"], "comment": "again and again"}
                try:
                    while True:
                        answer = server.post("decide", {"choices": [choice], "known": known}).json()
                        saved.extend(answer["decisions"])
                except (httpx.HTTPError, ValueError):
                    return

            before = len(saved)
            threads = [threading.Thread(target=write) for _ in range(4)]
            for thread in threads:
                thread.start()
            while len(saved) < before + 3 + dice.randrange(40):
                threads[0].join(0.001)
                assert any(thread.is_alive() for thread in threads)
            server.process.kill()
            for thread in threads:
                thread.join(30)
    kept = read_decisions(opened.place.decisions)
    assert len(saved) >= 12
    assert set(saved) <= {decision.hash for decision in kept.decisions}


def test_whoever_has_the_old_port_now_knows_nothing_of_the_new_address(tmp_path):
    door, address = open_door(tmp_path, "study, coder")
    again, other = open_door(tmp_path, "study, coder")  # the first port is still taken
    door.close()
    again.close()
    assert other.port != address.port
    assert other.token != address.token
    door, known = open_door(tmp_path, "study, coder")
    door.close()
    assert known == other


def test_the_address_is_kept_where_others_do_not_read_it(tmp_path):
    door, address = open_door(tmp_path / "own", "study, coder")
    door.close()
    (file,) = (tmp_path / "own").iterdir()
    if os.name != "nt":
        assert file.stat().st_mode & 0o077 == 0
    file.write_text('{"port": "80", "token": ""}', encoding="utf-8")
    again, other = open_door(tmp_path / "own", "study, coder")
    again.close()
    assert other.token != address.token
    assert len(other.token) >= 32


def test_the_browser_is_started_with_a_file_that_leads_to_the_page(opened, qualcode, monkeypatch):
    started: list[tuple[str, bool, str]] = []

    def start(url: str) -> bool:
        file = Path(url2pathname(urlsplit(url).path))
        started.append((url, os.name != "nt" and bool(file.stat().st_mode & 0o077), file.read_text(encoding="utf-8")))
        return True

    monkeypatch.setattr("webbrowser.open", start)
    monkeypatch.setattr("qualcode.review.server.serve", lambda app, door: door.close())
    monkeypatch.setattr("typer.get_app_dir", lambda name: str(opened.place.root.parent / "own"))
    done = qualcode("review", opened.place.root, "--coder", "ani", "--open")
    assert done.status == 0, done.err
    ((url, is_open_to_others, text),) = started
    address = next(line for line in done.out.splitlines() if line.startswith("http://"))
    token = address.rstrip("/").rpartition("/")[2]
    assert token not in url
    assert not is_open_to_others
    assert f"url={address}" in text
    assert not Path(url2pathname(urlsplit(url).path)).exists()


def test_where_the_file_cannot_be_written_nothing_is_opened(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with lead_to(Address(80, "secret"), tmp_path / "file") as found:
        assert found == ""


def test_a_folder_that_cannot_be_written_costs_the_address_not_the_work(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    door, address = open_door(tmp_path / "file" / "below", "study, coder")
    door.close()
    assert address.port > 0

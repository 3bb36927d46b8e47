"""Who does not come in: other hosts, other pages, other programs, too much at once."""

import hmac

import pytest

from qualcode.messages import translator
from qualcode.review.guard import MOST_BYTES, Guard
from tests.review.conftest import PORT, TOKEN, Client

OWN = f"http://127.0.0.1:{PORT}"
JSON = {"origin": OWN, "content-type": "application/json"}


async def answer(scope, receive, send):
    body = (await receive())["body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in:" + body})


@pytest.fixture
def client():
    return Client(Guard(answer, TOKEN, PORT))


def test_the_own_browser_comes_in(client):
    assert client.get(f"/{TOKEN}/").text == "in:"
    assert client.post(f"/{TOKEN}/decide", content=b"{}", headers=JSON).text == "in:{}"
    assert client.get(f"/{TOKEN}/", headers={"host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "", f"/{TOKEN[:-1]}/", f"/{TOKEN}x/", f"//{TOKEN}/", f"/x/{TOKEN}/", "/t%C3%A9/"]
)
def test_without_the_token_nobody_comes_in(client, path):
    answered = client.get(path)
    assert answered.status_code == 403
    assert TOKEN not in answered.text


def test_a_window_can_tell_the_server_without_saying_the_token(client):
    question = "0123456789abcdef" * 2
    proof = client.get("/hello", params={"n": question}).json()["proof"]
    assert proof == hmac.new(TOKEN.encode(), f"{PORT} {question}".encode(), "sha256").hexdigest()
    assert client.get("/hello", params={"n": "f" * 32}).json()["proof"] != proof


@pytest.mark.parametrize("query", ["", "n=", "n=0123", f"n={'g' * 32}", f"n={'0' * 32}&m=1", f"n={'0' * 33}"])
def test_nothing_but_a_question_of_one_form_is_sealed(client, query):
    assert client.get(f"/hello?{query}").status_code == 403


def test_the_proof_is_given_to_no_other_page_and_under_no_other_name(client):
    question = f"/hello?n={'0' * 32}"
    assert client.get(question, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.get(question, headers={"host": f"evil.example:{PORT}"}).status_code == 403
    assert client.post(question, content=b"{}", headers=JSON).status_code == 403


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        f"127.0.0.1:{PORT + 1}",
        f"127.0.0.1.evil.example:{PORT}",
        "",
    ],
)
def test_a_name_that_was_led_here_is_refused(client, host):
    assert client.get(f"/{TOKEN}/", headers={"host": host}).status_code == 403
    assert client.post(f"/{TOKEN}/decide", content=b"{}", headers=JSON | {"host": host}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1", ""])
def test_another_page_is_refused(client, origin):
    assert client.get(f"/{TOKEN}/", headers={"origin": origin}).status_code == 403
    assert client.post(f"/{TOKEN}/decide", content=b"{}", headers=JSON | {"origin": origin}).status_code == 403


def test_what_changes_something_must_say_where_it_comes_from(client):
    assert (
        client.post(f"/{TOKEN}/decide", content=b"{}", headers={"content-type": "application/json"}).status_code == 403
    )


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_is_refused(client, kind):
    assert client.post(f"/{TOKEN}/decide", content=b"{}", headers=JSON | {"content-type": kind}).status_code == 415


def test_too_much_at_once_is_refused_whether_its_length_is_said_or_not(client):
    too_much = b"x" * (MOST_BYTES + 1)
    assert client.post(f"/{TOKEN}/decide", content=too_much, headers=JSON).status_code == 413

    async def give_parts():
        for start in range(0, len(too_much), 60_000):
            yield too_much[start : start + 60_000]

    assert client.post(f"/{TOKEN}/decide", content=give_parts(), headers=JSON).status_code == 413
    assert client.post(f"/{TOKEN}/decide", content=b"x" * MOST_BYTES, headers=JSON).status_code == 200
    assert client.post(f"/{TOKEN}/decide", content=b"", headers=JSON | {"content-length": "-1"}).status_code == 413


def test_every_answer_forbids_what_it_does_not_need(client):
    for answered in (client.get(f"/{TOKEN}/"), client.get("/")):
        headers = answered.headers
        assert headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in headers
        assert not any(name.startswith("access-control") for name in headers)


def test_whom_it_refuses_it_tells_in_the_language_of_the_study():
    client = Client(Guard(answer, TOKEN, PORT, translator("id")))
    assert "Buka" in client.get("/").json()["what"]

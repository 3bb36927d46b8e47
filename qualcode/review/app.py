"""The server's answers: each request is read, handed to the sitting or to a view, and what comes back is sent."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qualcode.errors import QualcodeError
from qualcode.messages import Translate, mark, translate, translator
from qualcode.page.render import render_page, write_policy
from qualcode.review.asking import NotUnderstood, read_link, read_request
from qualcode.review.guard import App, Guard
from qualcode.review.queue import Queue, make_queue
from qualcode.review.sitting import Sitting
from qualcode.review.views import show_queue, show_start, show_transcript
from qualcode.workflow.desk import Desk

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_CONNECT = "'self'"


def build_app(sitting: Sitting, queue: Queue, token: str, port: int, note_seed: Callable[[int], None]) -> App:
    """The page at `/token/` for the loopback's `port`.

    `queue` is what the first view proposes. `note_seed` is told the seed of each random order that is begun, so that
    it is on record.
    """
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.routing import Mount, Route

    noted: set[int] = set()

    def start(_request: "Request") -> "Response":
        return _send_page(sitting, lambda desk: show_start(desk, queue))

    def transcript(request: "Request") -> "Response":
        name = request.query_params.get("name", "")
        return _send_page(sitting, lambda desk: show_transcript(desk, name))

    def line(request: "Request") -> "Response":
        chosen = _read_queue(request, sitting.desk, queue)
        if chosen.order == "random" and chosen.seed not in noted:
            note_seed(chosen.seed)
            noted.add(chosen.seed)
        after = request.query_params.get("after", "")
        return _send_page(sitting, lambda desk: show_queue(desk, chosen, after))

    async def decide(request: "Request") -> "Response":
        asked, known = read_request(await request.body())
        if not asked:
            raise NotUnderstood("There is nothing to decide")
        answer = await run_in_threadpool(sitting.decide, asked, known)
        return _send(answer, 409 if "conflict" in answer else 200)

    async def link(request: "Request") -> "Response":
        return _send(await run_in_threadpool(sitting.link, *read_link(await request.body())))

    async def changes(request: "Request") -> "Response":
        _, known = read_request(await request.body())
        return _send(await run_in_threadpool(sitting.tell, known))

    def explain(request: "Request", error: Exception) -> "Response":
        return _explain(request, error, translator(sitting.desk.opened.language))

    routes = [
        Route("/", start),
        Route("/transcript", transcript),
        Route("/queue", line),
        Route("/decide", decide, methods=["POST"]),
        Route("/link", link, methods=["POST"]),
        Route("/changes", changes, methods=["POST"]),
    ]
    app = Starlette(
        routes=[Mount(f"/{token}", routes=routes)],
        exception_handlers={QualcodeError: explain},
    )
    return Guard(app, token, port, translator(sitting.desk.opened.language))


def _read_queue(request: "Request", desk: Desk, usual: Queue) -> Queue:
    given = request.query_params
    seed = given.get("seed", "")
    chosen: dict[str, Any] = {name: given.get(name, getattr(usual, name)) for name in ("order", "which")}
    chosen |= {name: given.get(name, "") for name in ("code", "case", "transcript")}
    if seed and not (seed.isascii() and seed.isdigit() and len(seed) <= 18):
        raise QualcodeError(
            mark("The seed `{seed}` is no whole number", seed=seed), mark("Write one of at most 18 digits")
        )
    return make_queue(desk.coded.codebook, desk.coded.cases, seed=int(seed or usual.seed), **chosen)


def _send_page(sitting: Sitting, view: Callable[[Desk], dict[str, Any]]) -> "Response":
    from starlette.responses import Response

    shown = sitting.read(view)
    data = shown.pop("data") | {"epoch": shown.pop("epoch"), "version": shown.pop("version"), "view": shown["view"]}
    page = render_page("review", data, shown, connect=_CONNECT)
    policy = f"{write_policy('review', connect=_CONNECT)}; frame-ancestors 'none'"
    return Response(
        page.encode("utf-8", "replace"), media_type="text/html", headers={"content-security-policy": policy}
    )


def _send(answer: dict[str, Any], status: int = 200) -> "Response":
    from starlette.responses import Response

    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Response(body, status, media_type="application/json")


def _explain(request: "Request", error: Exception, t: Translate) -> "Response":
    """A mistake in two plain lines: as a page where one was asked for, else as JSON."""
    from starlette.responses import PlainTextResponse

    assert isinstance(error, QualcodeError)  # noqa: S101  # no other is sent here
    status = 400 if isinstance(error, NotUnderstood) else 404 if request.method == "GET" else 422
    what, how = translate(error.what, t), translate(error.how, t)
    if request.method == "GET":
        return PlainTextResponse(f"{what}\n{how}\n", status)
    problems = [translate(str(problem), t) for problem in getattr(error, "problems", ())]
    return _send({"what": what, "how": how, "problems": problems}, status)

"""The page's answers, without a browser."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from qualcode.review.sitting import Sitting
from qualcode.store.decisions import read_decisions
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from tests.review.conftest import HOSTILE, TOKEN
from tests.writers.test_html import Page as Markup

RAIN = "H.RAIN: The rain came late."
NO_RAIN = "H.RAIN: We had no rain in May, I remember that well."


def read_data(answer):
    page = Markup(answer.text)
    assert page.open == []
    return page, json.loads(page.words["data"])


def on(row, act, **more):
    return {"act": act, "on": row["id"], "state": row["state"], **more}


def kept(page):
    return read_decisions(page.sitting.desk.opened.place.decisions).decisions


def test_the_first_view_leads_to_every_transcript_and_code(page):
    text = page.get().text
    for link in ("transcript?name=ana.txt", "queue?order=code&amp;code=H.RAIN"):
        assert f'href="{link}"' in text


def test_a_transcript_shows_its_words_and_codings(page):
    markup, data = read_data(page.get("transcript", name="ana.txt"))
    assert "The rain came late." in markup.words["content"]
    assert {row["code"] for row in data["rows"]} == {"H.RAIN", "H.HELP"}
    row = next(row for row in data["rows"] if row["start"] < row["end"])
    assert row["status"] == "suggested"
    assert row["reasons"]


def test_interview_text_comes_out_as_typed_and_never_as_markup(page):
    for answer in (page.get("transcript", name="dewi.txt"), page.get("queue", order="random", seed=3)):
        markup, _ = read_data(answer)
        for words in HOSTILE:
            assert words in markup.words["content"]
        assert markup.tags.count("script") == 2  # the data and the page's own script
        assert not set(markup.tags) & {"img", "svg", "iframe", "link", "object"}
        assert not [name for name, _ in markup.attributes if name.startswith("on") or name in ("src", "style")]


def test_the_policy_of_a_page_allows_its_own_script_alone(page):
    for view, query in (("", {}), ("transcript", {"name": "dewi.txt"}), ("queue", {})):
        policy = page.get(view, **query).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in policy
        assert re.search(r"script-src 'sha256-[\w+/=]+';", policy)
        assert "unsafe" not in policy


@pytest.mark.parametrize(
    "name",
    ["../study.yaml", "..%2fstudy.yaml", "/etc/passwd", "ana.txt/../../study.yaml", "", "nobody.txt", "ana.txt\x00"],
)
def test_a_name_that_is_no_transcript_of_the_study_is_refused(page, name):
    answer = page.get("transcript", name=name)
    assert answer.status_code == 404
    assert "There is no transcript" in answer.text
    span = {"transcript": name, "start": 1, "end": 4}
    assert page.decide({"act": "code", "code": "H.RAIN", **span}).status_code == 422
    assert kept(page) == ()


def test_a_queue_with_a_code_or_a_seed_that_there_is_not_is_refused(page):
    assert page.get("queue", code="H.SNOW").status_code == 404
    assert page.get("queue", order="random", seed="seven").status_code == 404
    assert page.get("queue", order="size").status_code == 404


def test_a_decision_is_on_the_disk_when_it_is_called_saved(page):
    answer = page.decide(on(page.rows()[RAIN], "accept")).json()
    (decision,) = kept(page)
    assert (decision.act, decision.who, decision.when) == ("accept", "ani", answer["saved"])
    assert (decision.tool, decision.seen) == ("review", "suggestions")
    (row,) = answer["rows"]
    assert (row["status"], row["open"]) == ("accepted", False)


@pytest.mark.parametrize(
    ("choice", "code", "polarity"),
    [
        ({"act": "recode", "code": "H.HELP"}, "H.HELP", "supporting"),
        ({"act": "polarity", "polarity": "contrary"}, "H.RAIN", "contrary"),
    ],
)
def test_a_change_shows_the_new_coding_and_what_became_of_the_old(page, choice, code, polarity):
    old = page.rows()[RAIN]
    answer = page.decide(choice | {"on": old["id"], "state": old["state"]}).json()
    rows = {row["id"]: row for row in answer["rows"]}
    new = rows[answer["at"]]
    assert (new["code"], new["polarity"], new["status"], new["coder"]) == (code, polarity, "edited", "ani")
    assert rows[old["id"]]["status"] == "rejected"


def test_words_are_coded_by_hand_and_a_new_code_is_proposed_with_them(page):
    text = page.sitting.desk.texts["ana.txt"].text if page.rows() else ""
    start = text.index("My sister laughed")
    span = {"transcript": "ana.txt", "start": start, "end": start + len("My sister laughed")}
    made = page.decide({"act": "code", "code": "H.HELP", **span}).json()
    assert [(row["code"], row["status"]) for row in made["rows"]] == [("H.HELP", "manual")]
    proposed = page.decide({"act": "propose", "label": "Laughing", **span}).json()
    (row,) = proposed["rows"]
    assert (row["code"], row["label"]) == ("NEW.laughing", "Laughing")
    _, data = read_data(page.get("transcript", name="ana.txt"))
    assert ("NEW.laughing", True) in {(code["id"], code["proposed"]) for code in data["codes"]}


def test_taking_back_shows_what_was_before(page):
    row = page.rows()[RAIN]
    done = page.decide(on(row, "reject")).json()
    back = page.decide({"act": "undo", "on": done["decisions"][0]}).json()
    assert back["at"] == row["id"]
    assert back["rows"][0]["status"] == "suggested"
    assert [decision.act for decision in kept(page)] == ["reject", "undo"]


def test_a_memo_is_shown_to_the_other_window(page):
    other = page.know("ana.txt")
    page.decide({"act": "comment", "on": page.rows()[RAIN]["id"], "comment": "<b>late?</b>"})
    (row,) = page.post("changes", {"known": other}).json()["rows"]
    assert [(memo["who"], memo["text"]) for memo in row["memos"]] == [("ani", "<b>late?</b>")]


def test_a_window_that_shows_what_is_no_more_decides_nothing(page):
    row = page.rows()[RAIN]
    known = page.know("ana.txt")
    assert page.decide(on(row, "accept"), known=known).status_code == 200
    answer = page.decide(on(row, "reject"), known=known)
    assert answer.status_code == 409
    assert answer.json()["conflict"] == [row["id"]]
    (now,) = answer.json()["rows"]
    assert now["status"] == "accepted"
    assert [decision.act for decision in kept(page)] == ["accept"]
    assert page.decide(on(now, "reject")).status_code == 200


def test_a_choice_that_cannot_be_made_writes_nothing_at_all(page):
    good, bad = on(page.rows()[RAIN], "accept"), {"act": "recode", "on": page.rows()[NO_RAIN]["id"], "code": "H.SNOW"}
    answer = page.decide(good, bad)
    assert answer.status_code == 422
    assert "H.SNOW" in answer.json()["problems"][0]
    assert kept(page) == ()


def test_what_another_program_decides_is_shown_and_not_decided_over(page, opened):
    row = page.rows()[RAIN]
    known = page.know("ana.txt")
    for coder in ("ani", "budi"):
        decide(open_desk(opened, coder), [Choice("reject", row["id"])], "2026-01-01T09:00:00+00:00", "terminal")
    (seen,) = page.post("changes", {"known": known}).json()["rows"]
    assert seen["decided"] == ["ani", "budi"]
    assert page.decide(on(row, "accept"), known=known).status_code == 409
    assert page.decide(on(seen, "accept"), known=known).status_code == 200


def test_a_window_of_an_earlier_server_is_told_to_begin_anew(page):
    answer = page.post("changes", {"known": page.know("ana.txt") | {"epoch": "before"}}).json()
    assert answer["anew"]


def test_two_clients_deciding_at_once_lose_nothing(page, sit_down, opened):
    """Two servers of one coder, and threads in each: every decision that was called saved is there, once."""
    twin = sit_down()
    rows = list(page.rows("dewi.txt").values())

    def work(job):
        server, row, number = job
        comment = {"act": "comment", "on": row["id"], "comment": f"memo {number}"}
        return server.decide(comment, known=server.know("dewi.txt"))

    jobs = [((page, twin)[n % 2], rows[n % len(rows)], n) for n in range(60)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(work, jobs))
    assert [answer.status_code for answer in answers] == [200] * 60
    said = {hash_ for answer in answers for hash_ in answer.json()["decisions"]}
    found = read_decisions(opened.place.decisions)
    assert {decision.hash for decision in found.decisions} == said
    assert found.problems == ()
    assert sorted(each.comment for each in found.decisions) == sorted(f"memo {n}" for n in range(60))
    memos = {memo["text"] for row in page.rows("dewi.txt").values() for memo in row["memos"]}
    page.post("changes", {"known": page.know()})
    assert len({memo["text"] for row in page.rows("dewi.txt").values() for memo in row["memos"]} | memos) == 60


def test_of_two_clients_that_decide_on_one_coding_at_once_one_is_told(page):
    row = page.rows()[RAIN]
    known = page.know("ana.txt")
    with ThreadPoolExecutor(2) as pool:
        acts = ["accept", "reject"]
        answers = list(pool.map(lambda act: page.decide(on(row, act), known=known).status_code, acts))
    assert sorted(answers) == [200, 409]
    assert len(kept(page)) == 1


def test_blind_nothing_of_the_machine_or_of_others_is_sent(opened, sit_down):
    others = sit_down("budi")
    others.decide(on(others.rows()[RAIN], "accept", comment="budi's memo"))
    page = sit_down("ani", "blind")
    for answer in (page.get(), page.get("transcript", name="ana.txt"), page.get("queue")):
        assert "budi" not in answer.text.replace("budi.txt", "")
    _, data = read_data(page.get("transcript", name="ana.txt"))
    assert data["rows"] == []
    known = page.know("ana.txt")
    later = others.rows()[NO_RAIN]
    others.decide(on(later, "reject"))
    told = page.post("changes", {"known": known})
    assert told.json()["rows"] == []
    assert later["id"] not in told.text
    assert page.decide(on(later, "accept")).status_code == 409


def test_a_blind_queue_goes_through_the_units_until_each_is_coded_or_read(sit_down):
    page = sit_down("ani", "blind")
    _, data = read_data(page.get("queue", case="C1"))
    first, second = data["stops"][:2]
    place = {"transcript": "ana.txt"}
    page.decide({"act": "nothing", **place, "start": first["start"], "end": first["end"]})
    page.decide({"act": "code", "code": "H.RAIN", **place, "start": second["start"], "end": second["end"]})
    _, after = read_data(page.get("queue", case="C1"))
    assert after["stops"] == data["stops"][2:]


def test_a_random_order_is_noted_once_with_its_seed(page):
    first = read_data(page.get("queue", order="random", seed=7))[1]["stops"]
    assert read_data(page.get("queue", order="random", seed=7))[1]["stops"] == first
    page.get("queue", order="code")
    page.get("queue", order="random", seed=8)
    assert page.seeds == [7, 8]


def test_the_next_page_of_a_queue_goes_on_behind_the_last(page, monkeypatch):
    monkeypatch.setattr("qualcode.review.views.AT_ONCE", 2)
    whole = []
    address = "queue?order=weakest"
    while address:
        answer = page.client.get(f"/{TOKEN}/{address}")
        _, data = read_data(answer)
        whole += [stop["id"] for stop in data["stops"]]
        link = re.search(r'id="next-page" href="([^"]*)"', answer.text)
        address = link[1].replace("&amp;", "&") if link else ""
    assert len(whole) == len(set(whole)) == sum(len(page.rows(name)) for name in ("ana.txt", "budi.txt", "dewi.txt"))


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"choices": []}', b'{"choices": [{"act": "explode"}]}'])
def test_a_request_that_is_none_is_refused(page, body):
    headers = {"origin": "http://127.0.0.1:8765", "content-type": "application/json"}
    answer = page.client.post(f"/{TOKEN}/decide", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["what"]


def test_a_full_disk_is_told_and_nothing_counts(page, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    row = page.rows()[RAIN]
    monkeypatch.setattr("os.fsync", refuse)
    answer = page.decide(on(row, "accept"))
    assert answer.status_code == 422
    assert answer.json()["what"]
    monkeypatch.undo()
    assert kept(page) == ()
    assert page.decide(on(row, "accept")).status_code == 200


def test_the_clock_is_handed_in(opened):
    sitting = Sitting(open_desk(opened, "ani"), lambda: datetime.now(UTC).isoformat())
    assert sitting.version == 0


def test_a_coding_whose_words_are_gone_is_listed_and_placed_by_hand(page, opened, sit_down):
    page.decide(on(page.rows()[RAIN], "accept"))
    file = opened.place.transcripts / "ana.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("The rain came late.", "Showers? Not before June."), encoding="utf-8", newline="\n")
    assert "has changed since it was coded" in sit_down().get("transcript", name="ana.txt").text
    code_study(opened)
    later = sit_down()
    shown = later.get("transcript", name="ana.txt")
    assert "The rain came late." in read_data(shown)[0].words["content"]
    orphan = re.search(r'data-do="place" data-on="(\w+)"', shown.text)[1]
    start = file.read_text(encoding="utf-8").index("Not before June.")
    words = {"transcript": "ana.txt", "start": start, "end": start + len("Not before June.")}
    answer = later.decide({"act": "place", "on": orphan, **words}).json()
    assert [(row["start"], row["status"]) for row in answer["rows"] if row["id"] == answer["at"]] == [
        (start, "accepted")
    ]
    assert 'data-do="place"' not in later.get("transcript", name="ana.txt").text


def test_in_a_queue_of_disputed_codings_one_sees_who_parted(page, sit_down):
    page.decide(on(page.rows()[RAIN], "accept"))
    other = sit_down("budi")
    other.decide(on(other.rows()[RAIN], "reject"))
    _, data = read_data(page.get("queue", which="disputed"))
    (stop,) = data["stops"]
    (row,) = (row for row in data["rows"] if row["id"] == stop["id"])
    assert (row["decided"], row["disputed"]) == (["ani"], ["budi"])


def test_a_link_is_on_the_disk_when_it_is_called_saved_and_one_that_cannot_be_is_refused(page):
    known = {"known": page.know("ana.txt")}
    rain = page.rows()[RAIN]
    other = next(row for row in page.rows().values() if row["code"] != rain["code"])
    ends = {"cause": rain["id"], "effect": other["id"], "why": "because", "drawn": True} | known
    answer = page.post("link", ends)
    assert answer.status_code == 200, answer.text
    (decision,) = kept(page)
    assert (decision.act, decision.who, decision.when) == ("link", "ani", answer.json()["saved"])
    assert (decision.on, decision.to_on) == (rain["id"], other["id"])
    assert (decision.comment, decision.tool) == ("because", "review")
    refused = page.post("link", ends | {"effect": rain["id"]})
    assert (refused.status_code, "Both ends bear" in refused.json()["what"]) == (422, True)
    assert page.post("link", ends | {"effect": 7}).status_code == 400
    assert len(kept(page)) == 1
    assert [each.act for each in page.sitting.decided] == ["link"]


def test_both_ends_of_a_link_show_it_until_it_is_taken_away(page):
    rain = page.rows()[RAIN]
    other = next(row for row in page.rows().values() if row["code"] != rain["code"])
    ends = {"cause": rain["id"], "effect": other["id"], "why": "because", "known": page.know("ana.txt")}
    told = {row["id"]: row["links"] for row in page.post("link", ends | {"drawn": True}).json()["rows"]}
    (leading,), (led) = told[rain["id"]], told[other["id"]]
    assert (leading["way"], leading["why"], leading["who"]) == ("⇒", "because", "ani")
    assert leading["end"].startswith(other["code"])
    assert [each["way"] for each in led] == ["⇐"]
    away = page.post("link", ends | {"drawn": False})
    assert away.status_code == 200, away.text
    assert all(row["links"] == [] for row in away.json()["rows"])
    assert page.post("link", ends | {"drawn": False}).status_code == 422
    assert [each.label for each in kept(page)] == ["", "none"]


def test_whoever_codes_blind_draws_no_links(sit_down):
    blind = sit_down(seen="blind")
    ends = {"cause": "aaaa", "effect": "bbbb", "why": "", "drawn": True, "known": blind.know()}
    refused = blind.post("link", ends)
    assert (refused.status_code, "blind" in refused.json()["what"]) == (422, True)
    assert 'data-do="link"' not in blind.get("transcript", name="ana.txt").text

"""`qualcode review --terminal`: keys from a pipe, as a script or a person types them."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Done

Command = Callable[..., Done]


@pytest.fixture
def review(qualcode: Command, study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Sit down in the small study and press these keys; a line of text is one of them."""
    assert qualcode("code", study_folder).status == 0

    def sit(keys: list[str], *options: str, coder: str = "siti") -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
        return qualcode("review", study_folder, "--terminal", "--coder", coder, *options)

    return sit


def statuses(qualcode: Command, folder: Path) -> list[str]:
    done = qualcode("export", "csv", folder)
    assert done.status == 0, done.err
    rows = (folder / "results" / "codings.csv").read_text(encoding="utf-8").splitlines()
    place = rows[0].split(",").index("status")
    return sorted(row.split(",")[place - len(rows[0].split(","))] for row in rows[1:])


def test_keys_decide_and_the_end_is_summed_up(review: Command, qualcode: Command, study_folder: Path) -> None:
    done = review(["a", "r", "m", "look again", "s", "q"])
    assert done.status == 0, done.err
    assert "Rain is spoken of." in done.out
    assert "Left in the queue" in done.out
    assert "accepted 1" in done.out
    assert {"accepted", "rejected"} <= set(statuses(qualcode, study_folder))
    again = review([])
    assert "You decide as siti." in again.out
    (log,) = [json.loads(line) for line in (study_folder / "log.jsonl").read_text().splitlines() if '"acts"' in line]
    assert log["coder"] == "siti"
    assert log["acts"] == {"accept": 1, "comment": 1, "reject": 1}
    assert list(log["decisions"]) == ["siti/ana.txt.jsonl"]


def test_a_wrong_code_is_told_with_the_nearest_and_asked_again(review: Command) -> None:
    done = review(["c", "H.HELPS", "H.HELP", "q"])
    assert "Did you mean `H.HELP`?" in done.out
    assert "recoded 1" in done.out


def test_blind_a_wrong_code_is_asked_again_and_the_place_is_told_in_words(review: Command) -> None:
    done = review(["c", "H.HELPS -H.RAIN", "H.HELP -H.RAIN", "q"], "--blind")
    assert "Did you mean `H.HELP`?" in done.out
    assert "coded by hand 2" in done.out
    assert "»The rain came late.«" in done.out
    assert "C1, Farmer: ana.txt, turn 2" in done.out


def test_a_code_that_is_not_given_after_all_decides_nothing(review: Command) -> None:
    done = review(["c", "H.HELPS", "", "s", "q"])
    assert "Nothing decided" in done.out


def test_an_indonesian_sitting_speaks_indonesian_alone(review: Command) -> None:
    done = review(["u", "c", "H.HELPS", "", "q"], "--lang", "id", "--order", "random")
    lines = [line for line in done.out.splitlines() if line.startswith(("Anda", "!", "Kode apa?"))]
    assert lines[0].startswith("Anda memutuskan sebagai siti. Benih acak ")
    assert "Tidak ada yang dapat diurungkan." in done.out
    assert "Maksud Anda `H.HELP`?" in done.out
    assert not {"the", "is", "code", "You", "decide"} & set(" ".join(lines).split())


def test_undo_goes_back_to_the_coding(review: Command, qualcode: Command, study_folder: Path) -> None:
    done = review(["a", "u", "r", "q"])
    assert "Taken back." in done.out
    assert "accepted" not in statuses(qualcode, study_folder)
    assert "nothing to take back" in review(["u", "u", "q"]).out


def test_what_one_coder_decided_waits_for_the_other(review: Command) -> None:
    total = int(review(["a", "q"]).out.rpartition("of ")[2].rstrip(".\n"))
    assert f"of {total}." in review(["q"], coder="budi").out
    assert f"of {total - 1}." in review(["q"]).out
    review(["r", "q"], coder="budi")
    assert "of 1." in review(["q"], "--which", "disputed").out


def test_a_random_order_says_its_seed_and_comes_again(review: Command) -> None:
    first = review(["q"], "--order", "random")
    seed = first.out.partition("Seed ")[2].partition(".")[0]
    assert review(["q"], "--order", "random", "--seed", seed).out == first.out


def test_blind_passages_are_coded_from_nothing(review: Command, qualcode: Command, study_folder: Path) -> None:
    done = review(["c", "H.RAIN -H.HELP", "n", "q"], "--blind")
    assert "coded by hand 2" in done.out
    assert "without a code 1" in done.out
    assert "rules" not in done.out
    assert statuses(qualcode, study_folder).count("manual") == 2


@pytest.mark.parametrize(
    ("options", "word"),
    [(("--code", "H.NONE"), "H.NONE"), (("--case", "C9"), "C9"), (("--coder", "rules"), "rules")],
)
def test_what_is_not_there_is_refused(review: Command, options: tuple[str, str], word: str) -> None:
    done = review([], *options)
    assert done.status == 1
    assert word in done.err


def test_interview_text_is_never_markup(review: Command) -> None:
    done = review(["s"] * 20)
    assert "[laughs] =SUM(A1) <script>alert(1)</script>" in " ".join(re.sub("[»«]", " ", done.out).split())


def test_words_that_an_edit_took_away_are_placed_or_let_go(
    review: Command, qualcode: Command, study_folder: Path
) -> None:
    review(["c", "H.HELP", "c", "H.HELP", "q"], "--blind")
    path = study_folder / "transcripts" / "ana.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The rain came late. We had no rain in May, I remember that well.", "Dry, all of it."))
    assert qualcode("code", study_folder).status == 0
    shown = review(["w", "nowhere", "w", "Dry, all of it.", "x", "q"], "--blind")
    assert "These words are not found any more in ana.txt" in shown.out
    assert "The rain came late." in shown.out
    assert "They stand there 0 times" in shown.out
    assert "placed 1" in shown.out
    assert "not found any more" not in review(["q"], "--blind").out
    assert statuses(qualcode, study_folder).count("manual") == 1


def test_a_word_is_no_key_whatever_it_begins_with(review: Command, qualcode: Command, study_folder: Path) -> None:
    review(["again", "ruin", "arc", "q"])
    assert {"accepted", "rejected"}.isdisjoint(statuses(qualcode, study_folder))

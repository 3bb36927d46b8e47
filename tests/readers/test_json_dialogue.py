import json
from pathlib import Path
from typing import Any

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.json_dialogue import read
from tests.packages import put, show

TURNS = [{"speaker": "P", "text": "Apa?"}, {"speaker": "I", "text": "Itu."}]
SHOWN = ["- | P | Apa?", "- | I | Itu."]


def parse(folder: Path, value: Any) -> list[list[str]]:
    return [show(draft) for draft in read(put(folder, "a.json", json.dumps(value)))]


@pytest.mark.parametrize(
    "value",
    [
        TURNS,
        {"topic_list": [{"topic": "x"}], "meeting_transcripts": TURNS},
        {"data": {"deep": [{"messages": TURNS}]}},
        [{"role": "P", "content": "Apa?"}, {"role": "I", "content": [{"type": "text", "text": "Itu."}]}],
        [{"author": {"name": "P"}, "utterance": "Apa?"}, {"author": {"name": "I"}, "utterance": "Itu."}],
        [{"penutur": "P", "ucapan": "Apa?"}, {"penutur": "I", "ucapan": "Itu."}, {"penutur": "P", "ucapan": ""}],
        [*TURNS, {"speaker": "I", "text": None}],
        {"entries": [{"speakerDisplayName": "P", "text": "Apa?"}, {"speakerDisplayName": "I", "text": "Itu."}]},
        {
            "phrases": [
                {"speaker": who, "nBest": [{"display": words}, {"display": "x"}]}
                for who, words in (("P", "Apa?"), ("I", "Itu."))
            ]
        },
        [{"participant": "P", "speech": "Apa?"}, {"userName": "I", "message": "Itu."}],
    ],
)
def test_turns_wherever_they_lie(tmp_path: Path, value: Any) -> None:
    assert parse(tmp_path, value) == [SHOWN]


def test_several_interviews(tmp_path: Path) -> None:
    assert parse(tmp_path, [{"id": 1, "turns": TURNS}, {"id": 2, "turns": TURNS}]) == [SHOWN, SHOWN]


def test_segments_of_a_transcribing_program(tmp_path: Path) -> None:
    segments = [
        {"start": 0.0, "end": 1.5, "text": " Kami rapat", "words": [{"word": "Kami"}]},
        {"start": 1.5, "end": 2.0, "text": " setiap bulan."},
    ]
    (draft,) = read(put(tmp_path, "a.json", json.dumps({"text": "x", "segments": segments, "language": "id"})))
    assert show(draft) == ["0.0 | - | Kami rapat setiap bulan."]
    assert draft.language == "id"
    spoken = [
        {**segment, "speaker": name} for segment, name in zip(segments, ("SPEAKER_00", "SPEAKER_01"), strict=True)
    ]
    assert parse(tmp_path, {"segments": spoken}) == [
        ["0.0 | SPEAKER_00 | Kami rapat", "1.5 | SPEAKER_01 | setiap bulan."]
    ]


@pytest.mark.parametrize("ending", ["json", "jsonl", "ndjson"])
def test_a_turn_a_line(tmp_path: Path, ending: str) -> None:
    (draft,) = read(put(tmp_path, f"a.{ending}", "\r\n".join(map(json.dumps, TURNS)) + "\n\n"))
    assert show(draft) == SHOWN


def test_words_in_pieces(tmp_path: Path) -> None:
    pieces = [
        {
            "speaker": "P",
            "elements": [{"type": "text", "value": "Apa"}, {"value": " "}, {"value": "itu?"}],
        },
        {"speaker": "I", "elements": [{"type": "text", "value": "Kami."}]},
    ]
    sentences = [
        {"speaker": "P", "sentences": [{"text": "Apa"}, {"text": "itu?"}]},
        {"speaker": "I", "sentences": [{"text": "Kami."}]},
    ]
    wanted = [["- | P | Apa itu?", "- | I | Kami."]]
    assert parse(tmp_path, {"monologues": pieces}) == wanted
    assert parse(tmp_path, {"results": [{"transcript": "Apa itu? Kami.", "paragraphs": sentences}]}) == wanted


def test_single_words_beside_turns_are_no_interview(tmp_path: Path) -> None:
    words = [{"speaker": "P", "text": word} for word in ("Apa", "kabar", "Ani")]
    turns = [{"speaker": "P", "text": "Apa kabar Ani?"}, {"speaker": "I", "text": "Itu dia."}]
    assert parse(tmp_path, {"words": words, "utterances": turns}) == [["- | P | Apa kabar Ani?", "- | I | Itu dia."]]
    assert parse(tmp_path, {"words": words}) == [[f"- | P | {word['text']}" for word in words]]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "no valid JSON"),
        ('{"a": 1}\n{"a": 2', "no valid JSON"),
        ("9" * 5000, "no list of turns|a number too long"),
        ("[1, 2]", "no list of turns"),
        ("[]", "no list of turns"),
        ('{"speaker": "P"}', "no list of turns"),
        ("[" * 100_000, "nested too deep|no valid JSON"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        read(put(tmp_path, "a.json", text))


def test_a_chat_whose_messages_are_in_pieces(tmp_path: Path) -> None:
    messages = [{"from": "P", "text": ["Apa ", {"type": "bold", "text": "itu"}, "?"]}, {"from": "I", "text": "Ini."}]
    assert parse(tmp_path, {"messages": messages}) == [["- | P | Apa itu?", "- | I | Ini."]]


def test_a_chat_that_begins_with_its_last_message(tmp_path: Path) -> None:
    said = [("I", "Caf\u00e9 😊".encode().decode("latin-1"), 9_000), ("P", "Di mana, é?", 4_000)]
    messages = [{"sender_name": name, "content": words, "timestamp_ms": moment} for name, words, moment in said]
    assert parse(tmp_path, {"messages": messages}) == [["- | P | Di mana, é?", "- | I | Caf\u00e9 😊"]]
    dated = [{"name": name, "text": str(n), "date": f"2025-05-12T09:0{n}:00"} for n, name in ((2, "I"), (1, "P"))]
    assert parse(tmp_path, dated) == [["- | P | 1", "- | I | 2"]]

"""What the words of a sentence say together, by hand-made tables of weights."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.word_weights import Table
from qualcode.coders.rules import prepare
from qualcode.coders.weighing import LIKELY, OF_ITS_OWN, LemmaReader, Weigher
from qualcode.model import Codebook, Coding, Span, Transcript, WordWeights
from tests.coders.conftest import make_code

Make = Callable[..., Codebook]
Talk = Callable[..., Transcript]
Code = Callable[..., dict[str, Coding]]

ROWS = """\
id,base,,-300,-300,0,0
id,said,sumur,260,,,
id,said,gali,80,,,
id,said,rumah,50,,,
id,said,ompong,-900,,-200,
id,said,truk,,400,,
id,said,lancar,,10,,-300
id,around,sumur,90,,,
id,asked,kampung,120,,,
"""


@pytest.fixture
def code(make_codebook: Make, make_transcript: Talk, tmp_path: Path) -> Code:
    """The codings of an answer, by the first word of the sentence."""

    def make(
        answer: str,
        question: str = "Lalu bagaimana?",
        rows: str = ROWS,
        unit: str = "sentence",
        columns: str = "A,OB.X",
    ) -> dict[str, Coding]:
        table = tmp_path / "weights.csv"
        table.write_text(f"language,place,word,{columns},tone,tone_of_obstacles\n{rows}", encoding="utf-8")
        cues = {"A": {"strong": "rapat", "weak": "duduk", "asked": "anggaran"}, "OB.X": {"strong": "banjir"}}
        weights = WordWeights(table, sha256(table.read_bytes()).hexdigest())
        codebook = replace(make_codebook(cues, actors="camat"), weights=weights)
        transcript = make_transcript(("interviewer", question), ("respondent", answer))
        codings = prepare(codebook, unit)(transcript).codings
        return {f"{coding.quote.split()[0].strip('.')} {coding.code}": coding for coding in codings}

    return make


def test_words_suggest_where_no_cue_stands(code: Code) -> None:
    (coding,) = code("Kami gali sumur. Hujan.").values()
    assert (coding.code, coding.polarity, coding.coder, coding.score) == ("A", "supporting", "rules", None)
    assert [(each.rule, each.cue) for each in coding.evidence] == [("A/words", "gali"), ("A/words", "sumur")]


def test_points_add_up(code: Code) -> None:
    assert list(code("Sumur.")) == ["Sumur A"]  # 260 - 300
    assert list(code("Rumah kami.", question="Di kampung?")) == []  # 50 + 120 - 300
    assert list(code("Rumah kami di sumur, rumah ompong.")) == []  # 50 + 260 - 900 - 300


def test_the_question_and_the_neighbours_speak_too(code: Code) -> None:
    assert list(code("Sumur. Rumah kami.", question="Di kampung?")) == ["Sumur A", "Rumah A"]
    assert list(code("Sumur. Rumah kami.")) == ["Sumur A"]


def test_a_question_alone_suggests_nothing(code: Code) -> None:
    rows = ROWS.replace("kampung,120", "kampung,920").replace("ompong,-900", "ompong,10")
    assert list(code("Rumah kami. Ompong.", question="Di kampung?", rows=rows)) == ["Rumah A"]


def test_a_reason_in_the_question_stands_outside_the_sentence(code: Code) -> None:
    coding = code("Sumur. Rumah kami.", question="Di kampung?")["Rumah A"]
    assert {each.cue: each.span.overlaps(coding.span) for each in coding.evidence} == {"Rumah": True, "kampung": False}


def test_the_words_tell_the_polarity(code: Code) -> None:
    assert code("Sumur sumur ompong.", rows=ROWS.replace("-900", "0"))["Sumur A"].polarity == "contrary"
    assert code("Truk lancar.")["Truk OB.X"].polarity == "contrary"
    assert code("Banjir lancar.")["Banjir OB.X"].polarity == "supporting"  # a strong cue says what it says


def test_a_strong_cue_stands_whatever_the_words_say(code: Code) -> None:
    assert list(code("Rapat ompong.")) == ["Rapat A"]


def test_a_weaker_cue_says_what_the_strong_one_beside_it_says(code: Code) -> None:
    codings = code(
        "Camat rapat, duduk, lancar.", rows=ROWS.replace("id,said,lancar,,10,,-300", "id,said,lancar,,,-300,")
    )
    (coding,) = codings.values()
    assert (coding.polarity, len(coding.evidence)) == ("supporting", 2)


def test_a_weaker_cue_goes_where_next_to_nothing_speaks_for_it(code: Code) -> None:
    assert list(code("Camat duduk.", rows=ROWS.replace("-300,-300", "-200,-300"))) == ["Camat A"]
    assert list(code("Camat duduk ompong.", rows=ROWS.replace("-300,-300", "-200,-300"))) == []


def test_other_units_and_languages_are_not_weighed(code: Code) -> None:
    assert code("Kami gali sumur.", unit="turn") == {}
    assert code("Kami gali sumur.", rows=ROWS.replace("id,base", "en,base").replace("id,said", "en,said")) == {}


def test_a_code_without_a_column_keeps_what_its_cues_find(code: Code) -> None:
    assert list(code("Rapat. Banjir ompong.", rows=ROWS, columns="Z,Y")) == ["Rapat A", "Banjir OB.X"]


POINTS = st.tuples(*[st.integers(-30_000, 30_000)] * 4)
WORDS = st.sampled_from(["sumur", "truk", "pasar", "kebun", "sapi"])


@given(st.dictionaries(WORDS, POINTS), POINTS, st.lists(WORDS, min_size=1, max_size=40))
def test_packed_points_are_the_sum_of_all(
    said: dict[str, tuple[int, ...]], base: tuple[int, ...], words: list[str]
) -> None:
    codes = [make_code(each, "CG", "id", {"strong": "x"}) for each in ("A", "B")]
    weigher = Weigher(Table(("A", "B", "tone", "tone_of_obstacles"), base, said, {}, {}), codes, "id")
    text = " ".join(words)
    (weighed,) = weigher.weigh(text, [(0, len(text))], 0)
    own = [sum(said.get(word, (0,) * 4)[column] for word in set(words)) for column in range(4)]
    likely = [
        code.id
        for column, code in enumerate(codes)
        if own[column] + base[column] >= LIKELY and own[column] >= OF_ITS_OWN
    ]
    assert [found.id for found in weigher.find_likely(weighed)] == likely


def test_lemmas_are_found_where_they_stand() -> None:
    text = "Begini: “Sumur-sumur-nya, Pak, digali!”"
    reader = LemmaReader("id")
    assert {"gali", "bapak"} <= set(reader.read(text))
    span = reader.locate(text, Span(8, len(text)), "gali")
    assert span.of(text) == "digali"


@given(st.text(max_size=60))
def test_every_word_of_any_text_is_found_again(text: str) -> None:
    reader = LemmaReader("en")
    for lemma in reader.read(text):
        assert reader.locate(text, Span(0, len(text)), lemma).of(text)

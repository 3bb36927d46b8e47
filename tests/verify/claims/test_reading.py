"""claims.yaml: what it may say, and every mistake with its line."""

from pathlib import Path

import pytest

from qualcode.model import Change, Claim, Problem, Rival, Words
from qualcode.model.claim import Expectation, IfThen, Sign
from qualcode.verify.claims.reading import read_claims
from tests.factories import CASES, make_code, make_codebook

SAMPLE = Path(__file__).resolve().parents[3] / "transcripts_sample" / "claims.yaml"


def read(tmp_path: Path, text: str) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    return read_claims(path, "claims.yaml", make_codebook(), CASES)


def problems(tmp_path: Path, text: str) -> list[str]:
    return [str(problem) for problem in read(tmp_path, text)[1]]


WHOLE = """\
claims:
  - id: K1
    text: {id: Saling percaya., en: They trust one another.}
    codes:
      - {code: CG.TRU, expects: contrary}
      - code: CG.DLG.forum
    scope: {sector: public, jurisdiction: kota}
    checkable: partly
    needs: {id: notulen, en: minutes}
    rivals:
      - text: {id: Segan., en: Deference.}
        codes: [OB.COO]
    source: results
"""


def test_a_whole_claim(tmp_path: Path) -> None:
    [claim], found = read(tmp_path, WHOLE)
    assert found == ()
    assert claim == Claim(
        id="K1",
        text=Words("Saling percaya.", "They trust one another."),
        codes=(("CG.TRU", "contrary"), ("CG.DLG.forum", "supporting")),
        scope={"sector": "public", "jurisdiction": "kota"},
        checkable="partly",
        needs=Words("notulen", "minutes"),
        rivals=(Rival(Words("Segan.", "Deference."), ("OB.COO",)),),
        source="results",
        line=2,
    )


def test_a_scope_and_a_sign_may_be_indonesian_as_the_table_of_cases_may(tmp_path: Path) -> None:
    text = WHOLE.replace("sector: public, jurisdiction", "sektor: Pemerintah, wilayah")
    text += "    if_then: [{if: sektor=pemerintah, then: CG.TRU}]\n"
    [claim], found = read(tmp_path, text)
    assert found == ()
    assert claim.scope == {"sector": "public", "jurisdiction": "kota"}
    assert (claim.if_then[0].when.attribute, claim.if_then[0].when.value) == ("sector", "public")


def test_yaml_s_own_yes_and_no_are_words_here(tmp_path: Path) -> None:
    claims, found = read(tmp_path, WHOLE.replace("partly", "no"))
    assert (claims[0].checkable, found) == ("no", ())
    assert read(tmp_path, WHOLE.replace("partly", "yes"))[0][0].checkable == "yes"


def test_a_mistaken_checkable_is_told_once(tmp_path: Path) -> None:
    text = WHOLE.replace("checkable: partly", "checkable: ja, sebagian").replace(
        "    source: results", "    figures: [70%]\n    source: results"
    )
    assert len(problems(tmp_path, text)) == 1
    without_codes = "claims:\n  - id: K1\n    text: {id: a, en: b}\n    checkable: tidak\n"
    assert [line.split(". ")[0] for line in problems(tmp_path, without_codes)] == [
        "claims.yaml:4: checkable cannot be `tidak`"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("CG.TRU,", "CG.TRUST,", 5, "no code `CG.TRUST`"),
        ("CG.DLG.forum", "CG.DLG.forums", 6, "no code `CG.DLG.forums`"),
        ("expects: contrary", "expects: negative", 5, "expects cannot be `negative`"),
        ("sector: public", "sector: publik", 7, "no case has `sector: publik`"),
        ("sector: public", "bidang: public", 7, "no case has an attribute `bidang`"),
        ("code: CG.DLG.forum", "code: CG.TRU", 6, "the code CG.TRU stands twice"),
        ("codes: [OB.COO]", "codes: [OB.CO]", 12, "no code `OB.CO`"),
        ("checkable: partly", "checkable: maybe", 8, "checkable cannot be `maybe`"),
        ("    source:", "    sauce:", 13, "unknown key `sauce`"),
        ("- text: {id: Segan., en: Deference.}", "- words: Segan", 11, "text is missing"),
        ("text: {id: Saling percaya., en: They trust one another.}", "text: {}", 3, "text has no words"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_claim_left_out(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    claims, found = read(tmp_path, WHOLE.replace(old, new, 1))
    assert claims == ()
    assert any(p.where == f"claims.yaml:{line}" and what in p.what and p.how for p in found), found


def test_a_near_word_is_offered(tmp_path: Path) -> None:
    assert "Did you mean `public`?" in "".join(problems(tmp_path, WHOLE.replace("public", "publik")))


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    claims, found = read(tmp_path, WHOLE + WHOLE.removeprefix("claims:\n"))
    assert [claim.line for claim in claims] == [2]
    assert [str(p) for p in found] == ["claims.yaml:14: the claim `K1` stands twice. The first is on line 2"]


def test_a_claim_without_text(tmp_path: Path) -> None:
    found = problems(tmp_path, "claims:\n  - id: K1\n    codes: [{code: CG.TRU}]\n")
    assert found == ["claims.yaml:2: text is missing. Add it"]


def test_a_checkable_claim_without_codes(tmp_path: Path) -> None:
    for codes in ("", "    codes:\n", "    codes: []\n"):
        [found] = problems(tmp_path, "claims:\n  - id: K1\n    text: {id: a, en: b}\n" + codes)
        assert found.startswith("claims.yaml:2: a claim that interviews should answer has no codes")


def test_a_claim_that_is_not_checkable_must_say_what_it_needs(tmp_path: Path) -> None:
    text = "claims:\n  - id: K1\n    text: {id: a, en: b}\n    codes: [{code: CG.TRU}]\n    checkable: "
    claims, [found] = read(tmp_path, text + "no\n")
    assert (claims, found.severity) == ((), "error")
    claims, [found] = read(tmp_path, text + "partly\n")
    assert (len(claims), found.severity) == (1, "warning")


def test_every_problem_of_the_file_is_told_at_once(tmp_path: Path) -> None:
    text = WHOLE.replace("CG.TRU,", "CG.X,").replace("public", "x").replace("contrary", "y")
    assert len(problems(tmp_path, text)) == 3


@pytest.mark.parametrize("text", ["", "claims: [", "- a\n- b\n", "claims: CG.TRU\n", "\tclaims:\n"])
def test_a_file_that_is_no_list_of_claims(tmp_path: Path, text: str) -> None:
    claims, found = read(tmp_path, text)
    assert claims == ()
    assert found
    assert all(problem.how for problem in found)


def test_a_file_of_one_language_says_so(tmp_path: Path) -> None:
    text = "languages: [id]\nclaims:\n  - id: K1\n    text: Saling percaya.\n    codes: [{code: CG.TRU}]\n"
    [claim], found = read(tmp_path, text)
    assert (claim.text, found) == (Words("Saling percaya.", ""), ())


def test_the_sample_s_claims_are_sound() -> None:
    ids = {"CG": ("DLG", "TRU", "COM", "UND", "OUT"), "OB": ("STR", "TEC", "COO", "RES"), "IM": ("ECO", "CMP")}
    codebook = make_codebook(codes=tuple(make_code(f"{f}.{code}", code) for f, codes in ids.items() for code in codes))
    claims, found = read_claims(SAMPLE, "claims.yaml", codebook, CASES)
    assert found == ()
    assert len(claims) == 13
    assert all(claim.text.id and claim.text.en and claim.source for claim in claims)
    assert {claim.checkable for claim in claims} == {"yes", "partly", "no"}
    assert "SYNTHETIC" in SAMPLE.read_text(encoding="utf-8")


FULLER = (
    WHOLE.removesuffix("    source: results\n")
    + """\
    figures: [50%-70%, three motifs]
    relation: {from: CG.DLG, to: CG.TRU}
    if_then:
      - {if: CG.TRU, then: not OB.COO contrary, within: turn}
      - {if: sector=public, then: CG.DLG.forum}
    expected:
      - {lean: both, by: Rina, date: 2024-05-01, why: earlier talks, scope: {sector: private}}
    author: Rina
    date: 2024-05-01
    history:
      - {date: 2024-06-01, by: Rina, why: narrowed to the city}
"""
)


def test_a_claim_says_what_else_should_be_seen_and_what_was_expected(tmp_path: Path) -> None:
    [claim], found = read(tmp_path, FULLER)
    assert found == ()
    assert (claim.figures, claim.relation) == (("50%-70%", "three motifs"), ("CG.DLG", "CG.TRU"))
    assert claim.if_then == (
        IfThen(Sign("CG.TRU", "CG.TRU"), Sign("not OB.COO contrary", "OB.COO", "contrary", absent=True), "turn"),
        IfThen(Sign("sector=public", attribute="sector", value="public"), Sign("CG.DLG.forum", "CG.DLG.forum")),
    )
    assert claim.expectations == (Expectation("both", "Rina", "2024-05-01", "earlier talks", {"sector": "private"}),)
    assert (claim.author, claim.date) == ("Rina", "2024-05-01")
    assert claim.history == (Change("2024-06-01", "Rina", "narrowed to the city"),)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("to: CG.TRU", "to: CG.TRUST", 14, "no code `CG.TRUST`"),
        ("{from: CG.DLG, ", "{", 14, "code is missing"),
        ("if: CG.TRU", "if: CG.TRUST", 16, "no code `CG.TRUST`"),
        ("OB.COO contrary", "OB.COO against", 16, "`against` is no polarity"),
        ("if: sector=public", "if: sector=publik", 17, "no case has `sector=publik`"),
        ("if: sector=public", "if: bidang=public", 17, "no case has an attribute `bidang`"),
        ("within: turn", "within: day", 16, "within cannot be `day`"),
        ("lean: both", "lean: yes", 19, "lean cannot be `yes`"),
        ("{lean: both, ", "{", 19, "lean is missing"),
        ("by: Rina, date: 2024-05-01, why: earlier", "by: Rina, why: earlier", 19, "who filed it and when"),
        ("by: Rina, date: 2024-05-01, why: earlier", "date: 2024-05-01, why: earlier", 19, "who filed it and when"),
        ("    date: 2024-05-01", "    date: 1 May 2024", 21, "`1 May 2024` is no date"),
    ],
)
def test_mistakes_in_what_should_be_seen(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in FULLER
    claims, found = read(tmp_path, FULLER.replace(old, new, 1))
    assert claims == ()
    assert any(p.where == f"claims.yaml:{line}" and what in p.what and p.how for p in found), found


def test_figures_that_interviews_alone_should_answer_are_warned_of(tmp_path: Path) -> None:
    claims, [found] = read(tmp_path, FULLER.replace("checkable: partly", "checkable: yes"))
    assert (len(claims), found.severity) == (1, "warning")
    assert "50%-70%" in found.what


def test_only_where_claims_differ_in_their_languages_are_words_missing(tmp_path: Path) -> None:
    one = "claims:\n- {id: A, text: {id: Satu.}, codes: [{code: CG.TRU}]}\n"
    assert problems(tmp_path, one) == []
    both = one + "- {id: B, text: {id: Dua., en: Two.}, codes: [{code: CG.TRU}]}\n"
    assert problems(tmp_path, both) == ["claims.yaml:2: text has no English words. Add `en: ...`"]

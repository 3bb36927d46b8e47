"""Member checks: each informant's own words, and nobody else's."""

from qualcode.model import Prose
from qualcode.verify.feedback import PART, build_sheet
from qualcode.verify.material import gather
from tests.factories import CASES, code_words, make_claim, make_study, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya. Kadang curiga.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Kami diam-diam curiga. Rutin rapat.", case="INF-03")
CODINGS = [
    code_words(HEAD, "Kami percaya.", "CG.TRU"),
    code_words(HEAD, "Kadang curiga.", "CG.TRU", "contrary"),
    code_words(CHAIR, "Kami diam-diam curiga.", "CG.TRU", "contrary"),
    code_words(CHAIR, "Rutin rapat.", "CG.DLG"),
]
CLAIMS = (make_claim("C1"), make_claim("C2", codes=(("CG.DLG", "supporting"),)))


def sheet(case_id: str) -> dict[str, tuple[str, ...]]:
    [case] = [case for case in CASES if case.id == case_id]
    materials = gather(make_study([HEAD, CHAIR], CODINGS, claims=CLAIMS), str, "id")
    report = build_sheet(case, materials, ("rekaan",), str, "id")
    assert report.notices == ("rekaan",)
    return {s.key: s.body.paragraphs for s in report.sections if isinstance(s.body, Prose)}


def test_a_sheet_reads_back_an_informants_own_words_alone() -> None:
    head, chair = sheet("INF-01"), sheet("INF-03")
    assert set(head) == {"opening", "claim-C1"}
    assert set(chair) == {"opening", "claim-C1", "claim-C2"}
    assert "“Kami percaya.”" in head["claim-C1"]
    assert not any("diam-diam" in line for line in head["claim-C1"])
    assert "“Kami diam-diam curiga.”" in chair["claim-C1"]


def test_it_says_what_the_words_were_taken_for() -> None:
    lines = sheet("INF-01")["claim-C1"]
    assert lines.index("“Kami percaya.”") == lines.index("You said, and we took it as speaking for this:") + 1
    assert lines.index("“Kadang curiga.”") == lines.index("You said, and we took it as speaking against this:") + 1


def test_whoever_says_nothing_to_any_claim_has_nothing_read_back() -> None:
    assert set(sheet("INF-02")) == {"opening"}


def test_the_verdict_names_whom_to_ask() -> None:
    verdict = PART.test(gather_claim([HEAD, CHAIR], CODINGS))
    assert verdict.brief.lines == ("2 to ask",)
    assert read_cells(verdict)["INF-03", "against"].coding_ids == (CODINGS[2].id,)
    assert PART.test(gather_claim([HEAD, CHAIR], [])).brief.lines == ("nobody to ask",)

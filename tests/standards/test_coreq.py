"""COREQ: 32 items, filled with what is on file and with nothing else."""

from dataclasses import replace

from qualcode.model import Coding, Decision, Settings
from qualcode.standards.coreq import PART
from tests.factories import code_words, make_study
from tests.standards.records import (
    CHANGED,
    CODINGS,
    FIRST,
    GUIDE,
    INTERVIEWED,
    LINE,
    MEETING,
    MEMO,
    NEVER,
    PATTERN,
    RUMOUR,
    SECOND,
    decide,
    describe_cases,
    find_facts,
    list_numbers,
    make_records,
    read_lines,
)

# Tong, Sainsbury and Craig 2007, table 1, as published.
PUBLISHED = """Interviewer/facilitator | Credentials | Occupation | Gender | Experience and training |
    Relationship established | Participant knowledge of the interviewer | Interviewer characteristics |
    Methodological orientation and theory | Sampling | Method of approach | Sample size | Non-participation |
    Setting of data collection | Presence of non-participants | Description of sample | Interview guide |
    Repeat interviews | Audio/visual recording | Field notes | Duration | Data saturation | Transcripts returned |
    Number of data coders | Description of the coding tree | Derivation of themes | Software | Participant checking |
    Quotations presented | Data and findings consistent | Clarity of major themes | Clarity of minor themes"""


def test_the_items_are_the_published_ones_in_three_domains() -> None:
    assert list_numbers(PART) == [str(number) for number in range(1, 33)]
    names = [item.name for domain in PART.domains for item in domain.items]
    assert names == [" ".join(name.split()) for name in PUBLISHED.split("|")]
    assert [len(domain.items) for domain in PART.domains] == [8, 15, 9]


def test_what_nobody_wrote_down_is_left_to_the_authors() -> None:
    records = make_records()
    silent = [int(number) for number in list_numbers(PART) if not find_facts(PART, number, records)]
    assert silent == [2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 17, 19, 20, 21, 22, 23, 27, 28]


def test_the_sample_is_counted_from_the_cases_that_speak() -> None:
    assert read_lines(PART, "12", make_records()) == [
        "Informants interviewed: 2 [cases.csv]",
        "INF-01 (public; Kepala bidang); INF-02 (public; Staf) [cases.csv]",
        "In the cases, but in no transcript: INF-04 (private; Pemilik); INF-03 (association; Ketua) [cases.csv]",
    ]


def test_without_a_file_of_cases_the_sample_is_that_of_the_transcripts_and_nothing_describes_it() -> None:
    records = make_records(files=frozenset())
    assert all(line.endswith("[transcripts]") for line in read_lines(PART, "12", records))
    assert read_lines(PART, "16", records) == []


def test_columns_of_the_cases_answer_what_they_are_named_for() -> None:
    records = make_records(cases=describe_cases(**INTERVIEWED, pewawancara="Rini"))
    assert read_lines(PART, "14", records) == ["INF-01: Kantor [cases.csv]"]
    assert read_lines(PART, "15", records) == ["INF-01: staf [cases.csv]"]
    assert read_lines(PART, "19", records) == ["INF-01: audio [cases.csv]"]
    assert read_lines(PART, "21", records) == ["Minutes: 45 to 45; stated for 1 of 2 informants [cases.csv]"]
    assert "Interviewers: Rini [cases.csv]" in read_lines(PART, "1", records)
    sample = read_lines(PART, "16", records)
    assert "jurisdiction: kabupaten 1, kota 1 [cases.csv]" in sample
    assert "Interviews held from 2026-01-05 to 2026-01-05; dated: 1 of 2 informants [cases.csv]" in sample
    assert not any("Kantor" in line or "Rini" in line for line in sample)


def test_a_length_that_is_no_number_is_not_counted() -> None:
    assert read_lines(PART, "21", make_records(cases=describe_cases(duration_min="lama"))) == []


def test_interviewers_are_those_whom_transcripts_mark_and_the_others_are_counted() -> None:
    assert read_lines(PART, "1", make_records()) == [
        "Labels of interviewers: P [transcripts]",
        "Transcripts in which nobody is marked as interviewer: 1 [transcripts]",
    ]


def test_who_speaks_again_is_named() -> None:
    study = make_study([FIRST, replace(FIRST, name="a2.txt"), SECOND], CODINGS)
    assert read_lines(PART, "18", make_records(study=study)) == [
        "Informants in several transcripts: INF-01 (2) [transcripts]"
    ]
    assert read_lines(PART, "18", make_records()) == ["No informant speaks in more than one transcript. [transcripts]"]


def test_the_guide_counts_its_questions() -> None:
    assert read_lines(PART, "17", make_records(guide=GUIDE)) == [
        "Questions of the guide: 1, with 1 probes; codes they ask for: 2 [guide.yaml]"
    ]


def test_coders_are_people_who_decided_and_a_machine_is_told_apart() -> None:
    decisions = (
        decide("accept", "ana", MEETING.id),
        decide("reject", "ana", NEVER.id),
        decide("undo", "ana", "rejectana" + NEVER.id),
        decide("code", "budi", "x", "blind"),
        decide("judge", "cici", "C1", transcript=""),
        replace(decide("code", "dewi", "y", "blind"), tool="audit"),  # who audits took no part in the study
    )
    lines = read_lines(PART, "24", make_records(decisions=decisions))
    assert lines[:3] == [
        "People who coded or decided on codings: 2 [decisions]",
        "ana: 1 decisions, 0 of them blind to suggestions [decisions]",
        "budi: 1 decisions, 1 of them blind to suggestions [decisions]",
    ]
    assert lines[3].startswith(
        "Codings that count: 5; made or accepted by people: 1; a machine's, nobody has decided: 4"
    )


def test_a_study_that_only_a_machine_coded_has_no_coders() -> None:
    [fact] = find_facts(PART, "24", make_records())
    assert "made or accepted by people: 1" in fact.text
    assert set(fact.coding_ids) == {coding.id for coding in CODINGS}


def test_themes_say_how_many_informants_speak_and_the_lonely_ones_are_minor() -> None:
    records = make_records()
    assert [line.partition(":")[0] for line in read_lines(PART, "31", records)] == ["CG.DLG", "CG.TRU"]
    minor = find_facts(PART, "32", records)
    assert [fact.text for fact in minor] == [
        "OB.COO: passages 1; 1 of 2 informants (public)",
        "Codes that nobody speaks to: IM.ECO",
        "CG.DLG: supporting passages 1, contrary 1",
    ]
    assert minor[0].coding_ids == (RUMOUR.id,)
    assert minor[2].coding_ids == (MEETING.id, NEVER.id)


def test_new_codes_and_pattern_codes_are_told_beside_those_of_the_codebook() -> None:
    proposed: Coding = MEETING
    decisions = (decide("propose", "ana", proposed.id, label="malu"),)
    assert read_lines(PART, "26", make_records(decisions=decisions, patterns=(PATTERN,))) == [
        "Codes were looked for that the codebook held beforehand: 4 [small 1.0]",
        "New codes that people proposed while coding: 1 (malu) [decisions]",
        "Pattern codes that people made: 1 (Rukun dulu) [patterns.yaml]",
    ]


def test_software_comes_from_the_log_alone() -> None:
    assert read_lines(PART, "27", make_records(log=(LINE,))) == ["qualcode 0.1.0 [log.jsonl]", "spacy 3.8 [log.jsonl]"]


def test_memos_on_oneself_and_sheets_sent_out_are_told_and_no_more() -> None:
    records = make_records(memos=(MEMO,), fed_back=("INF-01.docx",))
    assert read_lines(PART, "8", records) == ["Memo: Saya orang dinas (2026-01-01, ana) [memos/2026-01-01-saya.md]"]
    [line] = read_lines(PART, "28", records)
    assert "whether they were used is not on file" in line


def test_the_theory_is_what_the_codebook_says_of_itself() -> None:
    lines = read_lines(PART, "9", make_records(codebook=CHANGED))
    assert lines == [
        "Coded by the codebook “Small”, version 1.0 [small 1.0]",
        "Its source: Ansell and Gash 2008 [small 1.0]",
    ]


def test_roles_that_nobody_speaks_for_are_named_under_sampling() -> None:
    missing = make_records(settings=Settings(roles=("Staf", "Perajin")))
    assert read_lines(PART, "10", missing) == [
        "Roles that the study is about and nobody speaks for: Perajin [study.yaml]"
    ]
    whole = make_records(settings=Settings(roles=("staf",)))
    assert read_lines(PART, "10", whole) == ["Every role that the study is about has an informant. [study.yaml]"]


def test_two_passages_of_one_informant_make_no_major_theme() -> None:
    again = code_words(FIRST, "Kami rutin bertemu.", "OB.COO")
    records = make_records(study=make_study([FIRST, SECOND], (*CODINGS, again)))
    assert "OB.COO: passages 2; 1 of 2 informants (public)" in [fact.text for fact in find_facts(PART, "32", records)]
    assert "OB.COO" not in [line.partition(":")[0] for line in read_lines(PART, "31", records)]


def test_a_speaker_whom_no_case_names_is_no_second_informant() -> None:
    nobody = replace(code_words(SECOND, "Saya percaya.", "OB.COO"), case="")
    records = make_records(study=make_study([FIRST, SECOND], (*CODINGS, nobody)))
    assert "OB.COO" not in [line.partition(":")[0] for line in read_lines(PART, "31", records)]
    [unnamed] = [fact for fact in find_facts(PART, "29", records) if fact.text.startswith("Codings whose speaker")]
    assert unnamed.coding_ids == (nobody.id,)


def test_a_code_is_divided_where_passages_speak_for_it_and_against_it() -> None:
    for polarity in ("supporting", "contrary"):
        codings = [replace(coding, polarity=polarity) for coding in (MEETING, NEVER)]
        records = make_records(study=make_study([FIRST, SECOND], codings))
        assert not any("supporting passages" in line for line in read_lines(PART, "32", records))


def test_answers_of_informants_that_were_put_down_are_counted_each_once() -> None:
    decisions = tuple(
        Decision("answer", who, "2024-07-01", "sheet", "suggestions", on=on, label="yes")
        for who, on in (("siti", "C1:feedback:INF-01"), ("siti", "C1:feedback:INF-03"), ("siti", "C1:feedback"))
    )
    told, sheets = read_lines(PART, "28", make_records(decisions=decisions, fed_back=("inf-01.docx",)))
    assert told == "Answers of informants to statements with their words, put down by people: 2 [decisions]"
    assert "not on file" not in sheets

"""What is on file of the interviews: the guide, how much was said, in which languages, and how much bears a code."""

from collections.abc import Iterator

from qualcode.evidence.selection import list_ids
from qualcode.standards.contract import Fact, Records
from qualcode.standards.people import TRANSCRIPTS


def tell_guide(records: Records) -> Iterator[Fact]:
    """The questions of the interview guide, and for how many codes they ask."""
    t = records.t
    questions = records.study.guide.questions
    if questions:
        codes = {code for question in questions for code in question.codes}
        probes = sum(len(question.probes) for question in questions)
        line = t("Questions of the guide: {n}, with {probes} probes; codes they ask for: {codes}")
        yield Fact(line.format(n=len(questions), probes=probes, codes=len(codes)), "guide.yaml")


def tell_words(records: Records) -> Iterator[Fact]:
    """Transcripts, turns and words, and the languages spoken."""
    t = records.t
    accounts = records.study.accounts
    words = sum(sheet.respondent_words for sheet in accounts)
    turns = sum(sheet.respondent_turns for sheet in accounts)
    line = t("Transcripts: {n}; respondents' turns: {turns}; respondents' words: {words}; languages: {languages}")
    languages = ", ".join(sorted({sheet.language for sheet in accounts}))
    yield Fact(line.format(n=len(accounts), turns=turns, words=words, languages=languages), TRANSCRIPTS)


def tell_hashes(records: Records) -> Iterator[Fact]:
    """That the transcripts are known by their SHA-256."""
    t = records.t
    line = t("Transcripts whose SHA-256 is on file: {n}; qualcode never writes to them")
    yield Fact(line.format(n=len(records.study.accounts)), "results/manifest.json")


def tell_talk(records: Records) -> Iterator[Fact]:
    """How much of the talk is not the respondents', and how many codings answer a prompt."""
    t = records.t
    accounts = records.study.accounts
    everything = sum(sheet.words for sheet in accounts)
    others = everything - sum(sheet.respondent_words for sheet in accounts)
    line = t("Words of interviewers and others: {n} of {all}")
    yield Fact(line.format(n=others, all=everything), TRANSCRIPTS)
    codings = records.counted
    prompted = list_ids(coding for coding in codings if coding.elicited == "prompted")
    line = t("Codings on answers to a prompt: {n} of {all}")
    yield Fact(line.format(n=len(prompted), all=len(codings)), "results/codings.csv", prompted)


def tell_hearsay(records: Records) -> Iterator[Fact]:
    """How many codings rest on what informants know from others."""
    t = records.t
    codings = records.counted
    heard = list_ids(coding for coding in codings if coding.directness == "second-hand")
    line = t("Codings on second-hand words: {n} of {all}")
    yield Fact(line.format(n=len(heard), all=len(codings)), "results/codings.csv", heard)


def tell_unit(records: Records) -> Iterator[Fact]:
    """The unit of coding."""
    t = records.t
    units = {"sentence": t("sentence"), "turn": t("turn"), "paragraph": t("paragraph")}
    yield Fact(t("Unit of coding: {unit}").format(unit=units[records.study.settings.unit]), "study.yaml")


def tell_condensation(records: Records) -> Iterator[Fact]:
    """How much of what respondents say bears a code."""
    t = records.t
    accounts = records.study.accounts
    line = t("Respondents' words that bear a code: {coded} of {all}")
    coded, words = (sum(getattr(sheet, name) for sheet in accounts) for name in ("coded_words", "respondent_words"))
    yield Fact(line.format(coded=coded, all=words), "codings")

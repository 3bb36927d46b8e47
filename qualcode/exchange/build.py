"""A study as a project: which codings go, whose they are said to be, and what stands beside them.

A suggestion of the machine is the coding of a user of its own, who is called what it is. A coding on which people
decided is that of each of them: who accepted a suggestion codes the passage so. What they turned down does not go.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from qualcode.evidence.answers import find_drawn
from qualcode.evidence.jottings import find_jottings, find_root
from qualcode.evidence.reasons import explain_reason
from qualcode.evidence.selection import Layer, is_human, select
from qualcode.evidence.standing import drop_undone
from qualcode.evidence.wording import name_coder, shorten
from qualcode.exchange.contract import CaseEntry, CodeSet, Link, Mark, Note, Project, Source, User, Variable
from qualcode.exchange.guids import make_guid
from qualcode.exchange.notes import sign_jotting, write_facts
from qualcode.exchange.tree import Growing, build_tree, identify_code
from qualcode.messages import translator
from qualcode.model import AnalyticMemo, Case, Coding, Mention, PatternCode, Study

MACHINE = "qualcode: suggestions by "  # and the name of a machine's coder: the user whose codings nobody decided on
_UNDATED = "1970-01-01T00:00:00Z"  # of memos in a study without any date; QualCoder opens none without


@dataclass(frozen=True, slots=True)
class Material:
    """What a project is made of: `texts` are the canonical texts by transcript, `layer` and `wishes` say which codings
    go, as in displays, `language` is that of the words around them."""

    study: Study
    title: str
    texts: Mapping[str, str]
    memos: tuple[AnalyticMemo, ...]
    patterns: tuple[PatternCode, ...]
    layer: Layer
    wishes: bool
    language: str
    notice: str = ""


def build_project(material: Material) -> Project:
    """The project of a study; the same study gives the same one. No clock is read: times are those of decisions."""
    return _Builder(material).build()


class _Builder:
    def __init__(self, material: Material) -> None:
        self.material, self.study = material, material.study
        self.t = translator(material.language)
        chosen = select(self.study, material.layer, material.wishes)
        self.codings = sorted(
            (*chosen.counted, *chosen.unknown), key=lambda each: (each.transcript, each.span, each.id)
        )
        self.jottings = find_jottings(self.study)
        self.times = self._find_times()
        self.notes = [(memo, make_guid("note", memo.file)) for memo in material.memos]
        self.sources = {
            each.transcript: _identify_source(each.transcript, each.text_sha256) for each in self.study.accounts
        }

    def build(self) -> Project:
        material, study = self.material, self.study
        sources = tuple(self._build_sources())
        memos = {memo.author for memo, _ in self.notes} - {""}
        names = sorted({who for coding in self.codings for who in _list_coders(coding)} | memos) or ["qualcode"]
        dates = [mark.when for source in sources for mark in source.marks]
        dates += [_write_time(memo.date) for memo, _ in self.notes]
        latest = max(dates, default="")
        variables = {name: make_guid("variable", name) for case in study.cases for name in describe_case(case)}
        return Project(
            name=material.title,
            user=_identify_user(names[0]),
            when=latest,
            users=tuple(User(_identify_user(name), name) for name in names),
            codes=build_tree(study.codebook, material.language, self.t, self._grow()),
            variables=tuple(Variable(guid, name) for name, guid in variables.items()),
            cases=tuple(self._build_case(case, variables) for case in study.cases),
            sources=sources,
            notes=tuple(self._build_note(memo, guid, latest or _UNDATED) for memo, guid in self.notes),
            links=tuple(self._build_links()),
            sets=tuple(self._build_set(pattern) for pattern in material.patterns),
            description=material.notice,
        )

    def _find_times(self) -> dict[tuple[str, str], str]:
        """When each person decided last on each coding, by its root."""
        times: dict[tuple[str, str], str] = {}
        for each in drop_undone(self.study.decisions):
            if each.passage and each.on and each.act not in ("comment", "place"):
                key = find_root(self.study, each.on), each.who
                times[key] = max(each.when, times.get(key, ""))
        return times

    def _grow(self) -> Growing:
        known = self.study.codebook
        labels = {each.code: each.label for each in drop_undone(self.study.decisions) if each.act == "propose"}
        memos: dict[str, tuple[str, ...]] = {}
        for memo, guid in self.notes:
            for mention in memo.mentions:
                memos[mention.id] = (*memos.get(mention.id, ()), guid)
        return Growing(
            has_contrary=True,
            contrary={coding.code for coding in self.codings if coding.polarity == "contrary"},
            proposed={
                coding.code: labels.get(coding.code, "") for coding in self.codings if not known.find(coding.code)
            },
            memos=memos,
        )

    def _build_case(self, case: Case, variables: Mapping[str, str]) -> CaseEntry:
        values = tuple((variables[name], value) for name, value in describe_case(case).items())
        sources = tuple(self.sources[name] for name in case.transcripts if name in self.sources)
        return CaseEntry(make_guid("case", case.id), case.id, values, sources)

    def _build_note(self, memo: AnalyticMemo, guid: str, otherwise: str) -> Note:
        return Note(guid, memo.title, memo.text, _identify_user(memo.author), _write_time(memo.date) or otherwise)

    def _build_sources(self) -> Iterator[Source]:
        codings: dict[str, list[Coding]] = {}
        for coding in self.codings:
            codings.setdefault(coding.transcript, []).append(coding)
        for name, guid in self.sources.items():
            marks = tuple(mark for coding in codings.get(name, ()) for mark in self._build_marks(coding))
            yield Source(guid, name, self.material.texts[name], marks)

    def _build_marks(self, coding: Coding) -> Iterator[Mark]:
        root = find_root(self.study, coding.id)
        about = [guid for memo, guid in self.notes if coding.id in self._list_mentioned(memo)]
        for who in _list_coders(coding):
            yield Mark(
                guid=_identify_mark(coding, who),
                start=coding.span.start,
                end=coding.span.end,
                code=identify_code(coding.code, coding.polarity),
                name=shorten(coding.quote),
                user=_identify_user(who),
                when=_write_time(self.times.get((root, who), "")),
                description="\n".join(self._describe(coding)),
                notes=tuple(about),
            )

    def _list_mentioned(self, memo: AnalyticMemo) -> set[str]:
        return {self.study.former_ids.get(each.id, each.id) for each in memo.mentions}

    def _describe(self, coding: Coding) -> Iterator[str]:
        reasons = "; ".join(dict.fromkeys(explain_reason(each, coding, self.t) for each in sorted(coding.evidence)))
        made = f"{name_coder(coding.coder, self.t)}: {reasons}" if reasons else ""
        against = ", ".join(coding.disputed_by) if is_human(coding) else ""
        yield from write_facts(coding, made, against, self.t)
        for memo in self.jottings.get(coding.id, ()):
            yield from sign_jotting(memo)

    def _build_links(self) -> Iterator[Link]:
        """The links that people drew between two codings that go; a coding of several people is that of the first."""
        ends = {
            coding.id: _identify_mark(coding, _list_coders(coding)[0])
            for coding in self.codings
            if coding.transcript in self.sources
        }
        for link in find_drawn(self.study):
            if link.cause in ends and link.effect in ends:
                guid = make_guid("link", link.who, link.cause, link.effect)
                yield Link(guid, f"{link.who}: {link.why}".removesuffix(": "), ends[link.cause], ends[link.effect])

    def _build_set(self, pattern: PatternCode) -> CodeSet:
        return CodeSet(
            make_guid("set", pattern.name), pattern.name, pattern.rationale, tuple(self._find_codes(pattern.members))
        )

    def _find_codes(self, members: tuple[Mention, ...]) -> Iterator[str]:
        families = {family.id for family in self.study.codebook.families}
        for member in members:
            if member.id in families:
                yield make_guid("family", member.id)
            elif member.id in self.study.codebook.list_ids():
                yield identify_code(member.id)


def _list_coders(coding: Coding) -> tuple[str, ...]:
    """Whose coding it is in a project."""
    if not is_human(coding):
        return (MACHINE + coding.coder,)
    return coding.decided_by or (coding.coder,)


def _identify_source(name: str, text_sha256: str) -> str:
    """The guid of a transcript."""
    return make_guid("source", name, text_sha256)


def _identify_mark(coding: Coding, who: str) -> str:
    """The guid of a coding as one person's (or the machine's)."""
    return make_guid("selection", _identify_source(coding.transcript, coding.text_sha256), coding.id, who)


def describe_case(case: Case) -> dict[str, str]:
    """What variables say of a case in a project, by their names."""
    own = {"speaker": case.speaker, "role": case.role, "organisation": case.organisation, "sector": case.sector}
    return {name: value for name, value in (own | case.attributes).items() if value}


def _identify_user(name: str) -> str:
    return make_guid("user", name) if name else ""


def _write_time(when: str) -> str:
    """A time as XML writes it, in UTC and whole seconds; "" for none."""
    if not when:
        return ""
    read = datetime.fromisoformat(when)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

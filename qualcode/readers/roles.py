"""Who the interviewer is: as the study says, else from labels and from who asks, file by file.

Interviewers are never coded, so a wrong guess costs more than none: where labels and questions do not settle it, the
finding says "unsure". Then the nearest guess is taken where one side asks clearly more; where both ask alike nobody is
coded (every role is "other"); where nobody asks at all everybody counts as a respondent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qualcode.messages import join, mark
from qualcode.model import Case, Role, Transcript
from qualcode.readers.talk.asking import Profile, is_asking, measure_speakers, role_of
from qualcode.readers.talk.labels import fold, words_of
from qualcode.readers.talk.vocabulary import HELPERS, LETTER_PAIRS, PERSONS

Certainty = Literal["given", "sure", "unsure"]

_BYSTANDER = 0.15  # of the main respondent's words: who says less is a bystander, but in a focus group
_AS_LONG = 0.5  # times the main respondent's words a turn
_CLEAR = 0.4  # share of turns that ask, from which on a speaker without a telling label is taken for an interviewer
_ALWAYS = 0.7  # from this share on it does not matter who speaks longer
_LEAN = 0.15  # difference of those shares that makes a guess
_NOBODY = 0.1  # below this share nobody asks
_FEW = 3  # with fewer turns a share says little
_GROUP_WORDS = frozenset({"moderator", "mod", "fasilitator", "facilitator"})


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """Who was found to ask and who to answer (labels as written, in the order of speaking), how sure that is, and why
    in one English sentence."""

    transcript: str
    interviewers: tuple[str, ...]
    respondents: tuple[str, ...]
    certainty: Certainty
    why: str


@dataclass(frozen=True, slots=True)
class _Verdict:
    interviewers: frozenset[str]
    certainty: Certainty
    why: str
    respondents: frozenset[str] | None = None  # None: all others, without bystanders


def assign_roles(
    transcript: Transcript, interviewers: tuple[str, ...], cases: tuple[Case, ...]
) -> tuple[Transcript, RoleFinding]:
    """The transcript with roles and cases set on its turns, and how the roles were found.

    `interviewers` are labels from study.yaml, matched without regard to capitals, spaces and a final colon; one that
    does not speak here is no help here, nor is one that a case names as its speaker here. Of `cases` those that name
    this transcript count: a named speaker is a respondent; a case without a speaker takes all respondents whom no other
    case names. Where the reader knows that nobody asks, as in a survey, all are respondents.
    """
    here = tuple(case for case in cases if transcript.name in case.transcripts)
    named = {fold(case.speaker): case.id for case in here if case.speaker}
    profiles = measure_speakers(transcript)
    answers_only = bool(profiles) and all(turn.role == "respondent" for turn in transcript.turns)
    if answers_only:
        why = mark("a survey: nobody asks, all of it is answers")
        verdict = _Verdict(frozenset(), "sure", why, frozenset(profiles))
    else:
        verdict = _judge(profiles, {fold(label) for label in interviewers}, named)
    respondents = verdict.respondents
    if respondents is None:
        respondents = _respondents(profiles, verdict.interviewers, named)
    open_cases = [case.id for case in here if not case.speaker]
    rest = open_cases[0] if len(open_cases) == 1 else ""
    turns = []
    for turn in transcript.turns:
        key = fold(turn.speaker)
        role = _role(key, verdict.interviewers, respondents)
        if not (key or answers_only) and is_asking(turn.span.of(transcript.text), marked=True):
            role = "other"
        turns.append(replace(turn, role=role, case=named.get(key, rest) if role == "respondent" else ""))
    finding = RoleFinding(
        transcript.name,
        tuple(profile.label for key, profile in profiles.items() if key in verdict.interviewers),
        tuple(profile.label for key, profile in profiles.items() if key in respondents),
        verdict.certainty,
        join("; ", [verdict.why, *_remarks(profiles, verdict.interviewers | respondents, here, len(open_cases))]),
    )
    return replace(transcript, turns=tuple(turns)), finding


def _role(key: str, interviewers: Iterable[str], respondents: Iterable[str]) -> Role:
    if key in interviewers:
        return "interviewer"
    return "respondent" if key in respondents else "other"


def _judge(profiles: Mapping[str, Profile], given: set[str], named: Mapping[str, str]) -> _Verdict:
    present = frozenset(given & profiles.keys()) - named.keys()
    if present:
        return _judge_given(profiles, present, named)
    if not profiles:
        return _Verdict(frozenset(), "unsure", mark("nobody speaks in it"))
    if len(profiles) == 1:
        return _judge_one(profiles, named)
    asked = {key: profile for key, profile in profiles.items() if key not in named}
    by_label = frozenset(key for key, profile in asked.items() if profile.hint == "interviewer")
    if by_label and len(by_label) < len(profiles):
        return _judge_labels(profiles, by_label)
    known = {key for key, profile in profiles.items() if key in named or profile.hint == "respondent"}
    if known and by_label != profiles.keys():
        return _judge_rest(profiles, known)
    return _judge_asking(profiles)


def _judge_given(profiles: Mapping[str, Profile], present: frozenset[str], named: Mapping[str, str]) -> _Verdict:
    """Whom the study names; to be looked at where that leaves nobody to answer, or where somebody clearly asks whom
    no case names."""
    names = _list(profiles, present)
    if present == profiles.keys():
        why = mark("the study names {names} as interviewer, and nobody else speaks: nothing is coded", names=names)
        return _Verdict(present, "unsure", why)
    asking = max(profiles[key].asks for key in present)
    others = frozenset(
        key
        for key, each in profiles.items()
        if key not in (*present, *named) and each.turns >= _FEW and each.asks >= max(_ALWAYS, asking + _CLEAR)
    )
    if others:
        asks = _counts(profiles, others)
        why = mark("the study names {names} as interviewer, but {others}", names=names, others=asks)
        return _Verdict(present, "unsure", why)
    return _Verdict(present, "given", mark("the study names {names} as interviewer", names=names))


def _judge_one(profiles: Mapping[str, Profile], named: Mapping[str, str]) -> _Verdict:
    key, profile = next(iter(profiles.items()))
    if not key:
        why = mark(
            "no speaker labels were found; paragraphs that end in a question are left out, the others taken for answers"
        )
        return _Verdict(frozenset(), "unsure", why)
    if key in named or profile.hint == "respondent":
        return _Verdict(frozenset(), "sure", mark("only {label} speaks", label=profile.label))
    if profile.hint == "interviewer":
        return _Verdict(
            frozenset({key}),
            "unsure",
            mark("only {label} speaks, and the label is an interviewer's", label=profile.label),
        )
    return _Verdict(
        frozenset(), "unsure", mark("only {label} speaks, so all of it is taken for answers", label=profile.label)
    )


def _judge_labels(profiles: Mapping[str, Profile], by_label: frozenset[str]) -> _Verdict:
    """Labels that say "interviewer", unless their bearers answer and somebody else asks."""
    others = [profile for key, profile in profiles.items() if key not in by_label]
    main = max(others, key=lambda profile: profile.words)
    asks = max(profiles[key].asks for key in by_label)
    names = _list(profiles, by_label)
    if main.turns >= _FEW and main.asks >= asks + _LEAN:
        why = mark(
            "the label {names} says interviewer, but {main}, and {others}",
            names=names,
            main=_count(main),
            others=_counts(profiles, by_label),
        )
        return _Verdict(by_label, "unsure", why)
    by_head = [key for key in by_label if role_of(profiles[key].label) is None]
    why = (
        mark("the transcript's head makes {names} the interviewer", names=names)
        if by_head
        else mark("the label {names} says so", names=names)
    )
    return _Verdict(by_label, "sure", why)


def _judge_rest(profiles: Mapping[str, Profile], known: set[str]) -> _Verdict:
    """Some are known to answer: who of the others asks?"""
    others = {key: profile for key, profile in profiles.items() if key not in known}
    answers = max(profiles[key].asks for key in known)
    askers = frozenset(key for key, profile in others.items() if profile.asks >= max(2 * _LEAN, answers + _LEAN))
    if askers:
        return _Verdict(
            askers,
            "sure",
            mark("{known} answers, and {askers}", known=_list(profiles, known), askers=_counts(profiles, askers)),
        )
    lean = frozenset(key for key, profile in others.items() if profile.asks > answers)
    why = mark("{known} answers, but nobody else clearly asks", known=_list(profiles, known))
    return _Verdict(lean, "unsure", why)


def _judge_asking(profiles: Mapping[str, Profile]) -> _Verdict:
    """Labels say nothing: who asks?"""
    turns = sum(profile.turns for profile in profiles.values())
    weighty = {key: profile for key, profile in profiles.items() if profile.turns >= 0.1 * turns}
    if len(weighty) < 2:
        weighty = dict(profiles)
    top = max(weighty, key=lambda key: (weighty[key].asks, -weighty[key].length))
    first, rest = weighty[top], {key: profile for key, profile in weighty.items() if key != top}
    main = max(rest.values(), key=lambda profile: profile.words)
    if all(profile.asks < _NOBODY for profile in profiles.values()):
        everybody = frozenset(profiles)
        return _Verdict(frozenset(), "unsure", mark("nobody asks, so everybody is taken for a respondent"), everybody)
    why = mark("{first}, and {others}", first=_count(first), others=_counts(profiles, rest))
    letters = _letters_say(top, rest)
    if letters is False and first.asks < _ALWAYS:  # nearly alike, and P and N say it is the other one
        return _Verdict(frozenset(rest), "unsure", why)
    if first.asks < main.asks + _LEAN:
        return _Verdict(frozenset(), "unsure", mark("{why}: too much alike, so nobody is coded", why=why), frozenset())
    too = {key for key, each in rest.items() if each.likely >= 0.5 * first.likely and each.asks >= main.asks + 0.1}
    kin = {key for key in rest if _is_kin(key, top) and not _is_kin(key, fold(main.label))}
    enough = min(first.turns, main.turns) >= _FEW
    clear = enough and first.asks >= _CLEAR and first.asks >= 2 * main.asks
    beyond_doubt = enough and first.asks >= _ALWAYS and main.asks <= 1 - _ALWAYS
    shorter = first.length < main.length
    by_letters = letters is True and (shorter or first.asks >= main.asks + 0.5)
    if not too and letters is not False and (beyond_doubt or by_letters or (shorter and clear)):
        return _Verdict(frozenset({top, *kin}), "sure", why)
    return _Verdict(frozenset({top, *too, *kin}), "unsure", why)


def _is_kin(label: str, other: str) -> bool:
    """Whether nothing but numbers tells two labels apart, as with two interviewers beside one informant (P1, P2, N)."""
    numberless = {each.rstrip("0123456789 .") for each in (label, other)}
    return len(numberless) == 1 and label[-1:].isdigit() and other[-1:].isdigit()


def _letters_say(top: str, rest: Mapping[str, Profile]) -> bool | None:
    """Whether two letters (Q and A, T and J, P and N) make `top` the one who asks; None where they can be either."""
    if len(rest) != 1:
        return None
    pair = top + next(iter(rest))
    agrees, differs = pair in LETTER_PAIRS, pair[::-1] in LETTER_PAIRS
    return None if agrees == differs else agrees


def _respondents(
    profiles: Mapping[str, Profile], interviewers: frozenset[str], named: Mapping[str, str]
) -> frozenset[str]:
    """All who are no interviewers, without interpreters and those who only observe, and without bystanders: who says
    little beside one who says much."""
    others = {key: profile for key, profile in profiles.items() if key not in interviewers}
    others = {key: each for key, each in others.items() if key in named or HELPERS.isdisjoint(words_of(key))} or others
    if not others:
        return frozenset()
    most = max(profile.words for profile in others.values())
    main = max(others.values(), key=lambda profile: profile.words)
    talkers = {
        key
        for key, each in others.items()
        if each.words >= _BYSTANDER * most
        and (each.asks < max(_CLEAR, 2 * main.asks + 0.1) or _answers_at_length(each, main))
    }
    group = len(talkers) >= _FEW or any(word in _GROUP_WORDS for key in interviewers for word in words_of(key))
    if group:
        return frozenset(others)
    surely = {key for key, profile in others.items() if key in named or profile.hint == "respondent"}
    return frozenset(talkers | surely)


def _answers_at_length(profile: Profile, main: Profile) -> bool:
    """Whether somebody who asks often is no second interviewer: a wife or a guest, or one who says much at a time and
    whose turns are not all questions."""
    at_length = profile.asks < _ALWAYS and profile.length >= _AS_LONG * main.length
    return at_length or fold(profile.label) in PERSONS - HELPERS


def _remarks(
    profiles: Mapping[str, Profile], settled: frozenset[str], cases: Sequence[Case], open_cases: int
) -> list[str]:
    left = [key for key in profiles if key not in settled and key]
    absent = [case.speaker for case in cases if case.speaker and fold(case.speaker) not in profiles]
    remarks = []
    if left and settled:
        remarks.append(mark("left out: {turns}", turns=_counts_turns(profiles, left)))
    if absent:
        remarks.append(mark("cases.csv names {absent}, who does not speak here", absent=", ".join(absent)))
    if open_cases > 1:
        remarks.append(mark("several rows of cases.csv name this transcript without saying which speaker"))
    return remarks


def _list(profiles: Mapping[str, Profile], keys: Iterable[str]) -> str:
    wanted = set(keys)
    return ", ".join(profile.label for key, profile in profiles.items() if key in wanted)


def _counts(profiles: Mapping[str, Profile], keys: Iterable[str]) -> str:
    wanted = set(keys)
    return join(", ", [_count(profile) for key, profile in profiles.items() if key in wanted])


def _count(profile: Profile) -> str:
    return mark(
        "{label} asks in {asking} of {turns} turns", label=profile.label, asking=profile.asking, turns=profile.turns
    )


def _counts_turns(profiles: Mapping[str, Profile], keys: Sequence[str]) -> str:
    counts = ((profiles[key].label, profiles[key].turns) for key in keys)
    return join(", ", [mark("{label} (turns: {n})", label=label, n=turns) for label, turns in counts])

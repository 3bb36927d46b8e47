"""What every table says about itself: the texts, codebook and coders it rests on, and what to beware of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from qualcode.evidence.selection import is_human
from qualcode.evidence.wording import name_coder
from qualcode.messages import Translate, mark
from qualcode.model import Codebook, Coding, EntryRule, Matrix, Mode, Section, Study

SHORT = 12  # hex digits of a hash that people compare by eye
_WAITING = mark("Suggestions of a machine that nobody has judged: {n} of the {all} codings here.")


def describe_basis(study: Study, codings: Iterable[Coding], t: Translate) -> tuple[EntryRule, ...]:
    """The unit, the codebook and its mode, the coders of `codings` and the texts' checksum; no paths, no dates."""
    units = {"sentence": t("sentence"), "turn": t("turn"), "paragraph": t("paragraph")}
    found = tuple(codings)
    coders = sorted({coding.coder for coding in found})
    people = sorted({who for coding in found for who in coding.decided_by})
    return (
        EntryRule(
            t("Unit"),
            t("{unit}; a person's coding may be any stretch of one turn").format(unit=units[study.settings.unit]),
        ),
        EntryRule(t("Codebook"), _describe_codebook(study.codebook, t)),
        *([EntryRule(t("Mode of the codebook"), describe_mode(mode, t))] if (mode := study.codebook.mode) else []),
        EntryRule(t("Coders"), ", ".join(name_coder(coder, t) for coder in coders) or t("none: no coding counts here")),
        *([EntryRule(t("Decided by"), ", ".join(people))] if people else []),
        EntryRule(t("Texts"), _describe_texts(study, t)),
    )


def describe_all(study: Study, codings: Iterable[Coding], t: Translate) -> tuple[EntryRule, ...]:
    """The same of what counts every coding that stands, whoever made it and whatever layer displays show."""
    statuses = EntryRule(
        t("Statuses counted"), t("suggested, and accepted, edited or made by a person; rejected never")
    )
    return (statuses, *describe_basis(study, codings, t))


def describe_mode(mode: Mode, t: Translate) -> str:
    """How the study reads its codebook: the mode, and where it files sub-codes elsewhere."""
    moves = [t("{subcode} counts as {code}").format(subcode=own, code=code) for own, code in mode.moves.items()]
    said = "; ".join(moves) or t("every sub-code counts as its own code")
    return f"{mode.id}: {said}"


def _describe_codebook(codebook: Codebook, t: Translate) -> str:
    own, *bases = [
        t("{name} {version}, hash {hash}").format(name=each.name, version=each.version, hash=each.hash[:SHORT])
        for each in codebook.editions
    ]
    return t("{codebook}; extends {base}").format(codebook=own, base="; ".join(bases)) if bases else own


def _describe_texts(study: Study, t: Translate) -> str:
    hashes = sorted(account.text_sha256 for account in study.accounts)
    checksum = sha256("\n".join(hashes).encode()).hexdigest()[:SHORT]
    return t("transcripts: {n}, checksum {checksum}").format(n=len(hashes), checksum=checksum)


def warn(study: Study, codings: Iterable[Coding], t: Translate) -> tuple[str, ...]:
    """What a reader must know before reading on: synthetic interviews, codings that nobody has judged, or people not
    alike."""
    found = tuple(codings)
    notes = list(warn_of_making(study, found, t))
    disputed = [coding for coding in found if coding.disputed_by]
    if disputed:
        notes.append(
            t("Codings that count although people disagree on them: {n} ({who}).").format(
                n=len(disputed), who=", ".join(sorted({who for coding in disputed for who in coding.disputed_by}))
            )
        )
    if study.orphans:
        notes.append(
            t("Decisions that count nowhere, because their words are no longer in the transcript: {n}.").format(
                n=len(study.orphans)
            )
        )
    return tuple(notes)


def warn_of_making(study: Study, codings: Sequence[Coding], t: Translate) -> tuple[str, ...]:
    """Those warnings that the notices at the top of a report give too: synthetic interviews, codings that nobody has
    judged."""
    notes = []
    if study.synthetic:
        notes.append(t("The interviews are synthetic: they were made up and say nothing about real persons or places."))
    if codings and not any(is_human(coding) for coding in codings):
        notes.append(t("Only a machine has coded: everything here rests on suggestions that nobody has judged."))
    elif waiting := sum(coding.status == "suggested" for coding in codings):
        notes.append(t(_WAITING).format(n=waiting, all=len(codings)))
    return tuple(notes)


def leave_out_told(matrix: Matrix, study: Study, t: Translate) -> Matrix:
    """The matrix without those warnings that the notices of the whole study, above it, give in other words."""
    return _drop(warn_of_making(study, study.codings, t), matrix)


def tell_once(sections: Iterable[Section], study: Study, t: Translate, *, of_all: bool = False) -> tuple[Section, ...]:
    """The sections of a report in the same way; figures stand alone as files too, and keep theirs.

    `of_all` says that its tables are about all codings that count: then the notices tell how many of them wait, and no
    table tells it again of those that it shows."""
    told = warn_of_making(study, study.codings, t)
    waiting = re.compile(re.sub(r"\\\{\w+\\\}", r"\\d+", re.escape(t(_WAITING)))) if of_all else None
    return tuple(
        replace(
            section,
            body=_drop(told, section.body, waiting) if isinstance(section.body, Matrix) else section.body,
            on_paper=section.on_paper and _drop(told, section.on_paper, waiting),
        )
        for section in sections
    )


def _drop(told: tuple[str, ...], matrix: Matrix, waiting: re.Pattern[str] | None = None) -> Matrix:
    kept = (note for note in matrix.notes if note not in told and not (waiting and waiting.fullmatch(note)))
    return replace(matrix, notes=tuple(kept))


def describe_boundaries(study: Study, t: Translate) -> tuple[EntryRule, ...]:
    """Which rules for deciding between codes hold; the report prints them whole once, `qualcode show` one by one."""
    ids = ", ".join(rule.id for rule in study.codebook.boundary_rules)
    value = t("{ids} of the codebook, printed at the end of the report").format(ids=ids)
    return (EntryRule(t("Boundary rules"), value),) if ids else ()

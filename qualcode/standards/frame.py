"""What is on file of the frame: the codebook, where it comes from, how it grew, and what people added to it."""

from collections.abc import Iterator

from qualcode.evidence.audited import list_own
from qualcode.evidence.provenance import describe_mode
from qualcode.standards.contract import Fact, Records


def tell_theory(records: Records) -> Iterator[Fact]:
    """The codebook that the study is coded by, its source, and the codebooks and the mode it is read with."""
    t = records.t
    codebook = records.study.codebook
    line = t("Coded by the codebook “{title}”, version {version}")
    title = codebook.title.in_language(records.language) or codebook.name
    yield _fact(line.format(title=title, version=codebook.version), records)
    if source := codebook.source.in_language(records.language):
        yield _fact(t("Its source: {source}").format(source=source), records)
    if codebook.bases:
        bases = ", ".join(f"{base.name} {base.version}" for base in codebook.bases)
        yield _fact(t("It extends: {bases}").format(bases=bases), records)
    if codebook.mode:
        yield Fact(t("Read in the mode {mode}").format(mode=describe_mode(codebook.mode, t)), "study.yaml")


def tell_tree(records: Records) -> Iterator[Fact]:
    """How many families, codes and sub-codes there are, and which."""
    t = records.t
    codebook = records.study.codebook
    families = t("Families: {families}; codes: {codes}; sub-codes: {subcodes}").format(
        families=len(codebook.families),
        codes=len(codebook.codes),
        subcodes=sum(len(code.subcodes) for code in codebook.codes),
    )
    yield _fact(families, records)
    for family in codebook.families:
        codes = [f"{c.id} {c.label.in_language(records.language)}" for c in codebook.codes_of(family.id)]
        if codes:
            yield _fact(f"{family.label.in_language(records.language)}: {', '.join(codes)}", records)


def tell_definitions(records: Records) -> Iterator[Fact]:
    """How many codes say what they mean, when not to use them, and show an example."""
    t = records.t
    codes = records.study.codebook.codes
    line = t("Of {n} codes, {defined} are defined, {bounded} say when not to use them, {shown} show an example")
    yield _fact(
        line.format(
            n=len(codes),
            defined=sum(bool(code.definition.id or code.definition.en) for code in codes),
            bounded=sum(bool(code.do_not_use_when) for code in codes),
            shown=sum(bool(code.exemplars) for code in codes),
        ),
        records,
    )


def tell_rules(records: Records) -> Iterator[Fact]:
    """The rules for deciding between two codes."""
    t = records.t
    rules = records.study.codebook.boundary_rules
    if rules:
        line = t("Rules for deciding between two codes: {n} ({ids})")
        yield _fact(line.format(n=len(rules), ids=", ".join(rule.id for rule in rules)), records)


def tell_changes(records: Records) -> Iterator[Fact]:
    """What was changed in the codebook: by its own log, and by how many states the log of the study knows."""
    t = records.t
    codebook = records.study.codebook
    changes = sorted((change.date, change.by) for code in codebook.codes for change in code.changed)
    if changes:
        line = t("Changes of codes: {n}, from {first} to {last}, by {names}")
        names = ", ".join(dict.fromkeys(by for _, by in changes))
        yield _fact(line.format(n=len(changes), first=changes[0][0], last=changes[-1][0], names=names), records)
    states = {hash_ for line in records.log if (hash_ := line.hashes.get("codebooks", {}).get(codebook.name))}
    if states:
        yield Fact(t("States of the codebook that were coded by: {n}").format(n=len(states)), "log.jsonl")


def tell_derivation(records: Records) -> Iterator[Fact]:
    """Whether codes were given beforehand, and which ones people added as they read."""
    t = records.t
    proposed = [decision for decision in list_own(records.study) if decision.act == "propose"]
    line = t("Codes were looked for that the codebook held beforehand: {n}")
    yield _fact(line.format(n=len(records.study.codebook.codes)), records)
    if proposed:
        labels = dict.fromkeys(decision.label for decision in proposed)
        former = records.study.former_ids
        ids = tuple(former.get(decision.on, decision.on) for decision in proposed)
        line = t("New codes that people proposed while coding: {n} ({labels})")
        yield Fact(line.format(n=len(labels), labels=", ".join(labels)), "decisions", ids)


def tell_patterns(records: Records) -> Iterator[Fact]:
    """The pattern codes that people made."""
    t = records.t
    if records.patterns:
        names = "; ".join(pattern.name for pattern in records.patterns)
        line = t("Pattern codes that people made: {n} ({names})")
        yield Fact(line.format(n=len(records.patterns), names=names), "patterns.yaml")


def _fact(text: str, records: Records) -> Fact:
    codebook = records.study.codebook
    return Fact(text, f"{codebook.name} {codebook.version}")

"""A codebook in: YAML to Codebook, with every problem and its line. docs/codebook.md shows the file."""

from pathlib import Path
from typing import Literal, cast

from qualcode.codebook.code_entry import Known, collect_ids, read_code
from qualcode.codebook.fields import by_language, is_pattern, read_id, read_languages, read_required_text, read_words
from qualcode.codebook.hashing import stamp
from qualcode.codebook.relations import check_relations
from qualcode.formats.marked_yaml import Checker, Entry, suggest
from qualcode.model import BoundaryRule, Codebook, Cue, FalseFriend, Family, Problem

KEYS = (
    "codebook",
    "version",
    "languages",
    "title",
    "source",
    "note",
    "families",
    "codes",
    "boundary_rules",
    "actors",
    "false_friends",
    "lemma_exceptions",
)
Kind = Literal["element", "obstacle", "impact", "other"]
KINDS = ("element", "obstacle", "impact", "other")


def read_codebook(path: Path, name: str) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """Read a codebook and check it whole: every problem at once, in the order of the file's lines.

    `name` is how problems call the file (`codebook.yaml:12`). The codebook is None where a problem is an error;
    warnings and notes leave it usable.
    """
    check = Checker(name)
    root = check.read(path)
    codebook = _read_root(check, root) if root else None
    if codebook:
        check_relations(check, codebook)
    problems = tuple(sorted(check.problems, key=_line))
    usable = not any(problem.severity == "error" for problem in problems)
    return codebook if usable else None, problems


def _line(problem: Problem) -> int:
    line = problem.where.rpartition(":")[2]
    return int(line) if line.isdigit() else 0


def _read_root(check: Checker, root: Entry) -> Codebook:
    entries = check.keys(root, KEYS, "the codebook")
    languages = read_languages(check, entries.get("languages"))
    families = _read_families(check, entries.get("families"), languages)
    codes = check.items(entries.get("codes"), "codes")
    if not codes and not check.problems:
        check.note(entries.get("codes", root), "the codebook has no codes", "List them under `codes:`")
    known = Known(languages, tuple(family.id for family in families), collect_ids(codes))
    return stamp(
        Codebook(
            name=read_required_text(check, root, entries.get("codebook"), "codebook", "its name, in one word"),
            version=read_required_text(check, root, entries.get("version"), "version", "such as 1.0"),
            title=read_words(check, entries.get("title"), "title", languages),
            families=families,
            codes=tuple(code for entry in codes if (code := read_code(check, entry, known))),
            boundary_rules=_read_boundary_rules(check, entries.get("boundary_rules"), languages),
            actors=_read_actors(check, entries.get("actors")),
            false_friends=_read_false_friends(check, entries.get("false_friends"), known),
            lemma_exceptions=_read_lemma_exceptions(check, entries.get("lemma_exceptions")),
            hash="",
            languages=languages,
            source=check.text(entries.get("source"), "source"),
            note=read_words(check, entries.get("note"), "note", languages),
        )
    )


def _read_families(check: Checker, entry: Entry | None, languages: tuple[str, ...]) -> tuple[Family, ...]:
    families = []
    for key, item in check.mapping(entry, "families", "Write one family a line: its id, a colon and its label").items():
        entries = check.keys(item, ("label", "kind"), f"the family {key}")
        label = read_words(check, entries.get("label"), f"label of {key}", languages, needed_at=item)
        kind = cast(Kind, check.one_of(entries.get("kind"), KINDS, "other", "kind"))
        families.append(Family(key, label, kind))
    return tuple(families)


def _read_boundary_rules(check: Checker, entry: Entry | None, languages: tuple[str, ...]) -> tuple[BoundaryRule, ...]:
    rules: dict[str, BoundaryRule] = {}
    for item in check.items(entry, "boundary_rules"):
        entries = check.keys(item, ("id", "question", "rule"), "a boundary rule")
        rule = read_id(check, item, entries.get("id"), "id")
        if rule in rules:
            check.note(item, f"the boundary rule `{rule}` stands twice", "Give one of them another id")
        question, answer = (
            read_words(check, entries.get(key), f"{key} of {rule}", languages, needed_at=item)
            for key in ("question", "rule")
        )
        rules[rule] = BoundaryRule(rule, question, answer)
    return tuple(rules.values())


def _read_actors(check: Checker, entry: Entry | None) -> tuple[Cue, ...]:
    return tuple(
        Cue(
            f"actors/{language}/{item.written.replace('|', '/')}",
            item.written,
            language,
            "weak",
            "supporting",
            item.line,
        )
        for language, items in by_language(check, entry, "actors")
        for item in check.texts(items, "actors")
        if is_pattern(check, item, item.written)
    )


def _read_false_friends(check: Checker, entry: Entry | None, known: Known) -> tuple[FalseFriend, ...]:
    return tuple(
        friend
        for language, items in by_language(check, entry, "false_friends")
        for item in check.items(items, "false_friends")
        if (friend := _read_false_friend(check, item, language, known))
    )


def _read_false_friend(check: Checker, item: Entry, language: str, known: Known) -> FalseFriend | None:
    entries = check.keys(item, ("phrase", "why", "code"), "a false friend")
    phrase = check.text(entries.get("phrase"), "phrase")
    if not phrase:
        check.note(item, "phrase is missing", "Write `phrase: ...` and `why: ...`")
    if not phrase or not is_pattern(check, item, phrase):
        return None
    why, code = check.text(entries.get("why"), "why"), check.text(entries.get("code"), "code")
    if not why:
        check.note(item, f'the false friend "{phrase}" does not say why', "Add `why: ...`", "warning")
    if code and code not in known.ids:
        check.note(entries["code"], f"there is no code `{code}`", suggest(code, known.ids))
    return FalseFriend(phrase, language, why, item.line, code)


def _read_lemma_exceptions(check: Checker, entry: Entry | None) -> dict[str, dict[str, str]]:
    exceptions: dict[str, dict[str, str]] = {}
    for language, words in by_language(check, entry, "lemma_exceptions"):
        lemmas = check.mapping(words, "lemma_exceptions", "Write one word a line: `penghasilan: penghasilan`")
        exceptions[language] = {
            word.casefold(): check.text(lemma, f"the lemma of {word}").casefold() for word, lemma in lemmas.items()
        }
    return exceptions

"""A codebook in: YAML to Codebook, with every problem and its line. docs/codebook.md shows the file."""

from pathlib import Path
from typing import Literal, cast

from qualcode.codebook.code_entry import Known, collect_known, read_code
from qualcode.codebook.extending import find_base, join, refuse_taken
from qualcode.codebook.fields import by_language, read_id, read_languages, read_pattern, read_required_text, read_words
from qualcode.codebook.hashing import stamp
from qualcode.codebook.modes import read_modes
from qualcode.codebook.relations import check_relations
from qualcode.codebook.word_fields import read_word_fields
from qualcode.codebook.word_weights import find_weights
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry, name_part
from qualcode.messages import mark
from qualcode.model import BoundaryRule, Codebook, Cue, FalseFriend, Family, Problem, list_errors

KEYS = (
    "codebook",
    "version",
    "extends",
    "languages",
    "title",
    "source",
    "note",
    "families",
    "codes",
    "modes",
    "boundary_rules",
    "actors",
    "word_fields",
    "false_friends",
    "lemma_exceptions",
    "weights",
)
Kind = Literal["element", "obstacle", "impact", "other"]
KINDS = ("element", "obstacle", "impact", "other")


def read_codebook(path: Path, name: str) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """Read a codebook and check it whole: every problem at once, in the order of the file's lines.

    `name` is how problems call the file (`codebook.yaml:12`). The codebook is None where a problem is an error;
    warnings and notes leave it usable. A codebook that extends another one holds the other's codes before its own;
    problems of the other file come last.
    """
    return _read_file(path, name, ())


def _read_file(path: Path, name: str, above: tuple[Path, ...]) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """`above` are the files that, one by one, extend this one."""
    check = Checker(name)
    root = check.read(path)
    codebook = _read_root(check, root, (*above, path.resolve())) if root else None
    problems = tuple(sorted(check.problems, key=lambda problem: _place(problem, name)))
    return None if list_errors(problems) else codebook, problems


def _place(problem: Problem, name: str) -> tuple[bool, int]:
    file, _, line = problem.where.rpartition(":")
    return file not in (name, ""), int(line) if line.isdigit() else 0


def _read_root(check: Checker, root: Entry, chain: tuple[Path, ...]) -> Codebook | None:
    entries = check.keys(root, KEYS, mark("the codebook"))
    if "extends" not in entries:
        codebook = stamp(_read_own(check, root, entries, None, chain[-1].parent))
        check_relations(check, codebook)
        return codebook
    base = _read_base(check, entries["extends"], chain)
    if base is None:
        return None  # without it, whatever refers to its codes would be called a mistake
    refuse_taken(check, entries, base)
    codebook = stamp(join(base, _read_own(check, root, entries, base, chain[-1].parent)))
    check_relations(check, codebook, base)
    return codebook


def _read_base(check: Checker, entry: Entry, chain: tuple[Path, ...]) -> Codebook | None:
    """The codebook that the file extends; its own problems join the file's."""
    found = find_base(check, entry, chain)
    codebook, problems = _read_file(*found, chain) if found else (None, ())
    check.problems += problems
    return codebook


def _read_own(check: Checker, root: Entry, entries: dict[str, Entry], base: Codebook | None, folder: Path) -> Codebook:
    """What stands in the file itself, which lies in `folder`; it may refer to what `base` has."""
    languages = read_languages(check, entries.get("languages"))
    families = _read_families(check, entries.get("families"), languages)
    codes = check.items(entries.get("codes"), "codes")
    if not codes and not check.problems:
        check.note(entries.get("codes", root), mark("the codebook has no codes"), mark("List them under `codes:`"))
    known = collect_known(languages, families, codes, base, read_word_fields(check, entries.get("word_fields")))
    return Codebook(
        name=read_required_text(check, root, entries.get("codebook"), "codebook", mark("its name, in one word")),
        version=read_required_text(check, root, entries.get("version"), "version", mark("such as 1.0")),
        title=read_words(check, entries.get("title"), "title", languages),
        families=families,
        codes=tuple(code for entry in codes if (code := read_code(check, entry, known))),
        boundary_rules=_read_boundary_rules(check, entries.get("boundary_rules"), languages),
        actors=_read_actors(check, entries.get("actors")),
        false_friends=_read_false_friends(check, entries.get("false_friends"), known),
        lemma_exceptions=_read_lemma_exceptions(check, entries.get("lemma_exceptions")),
        hash="",
        languages=languages,
        source=check.words(entries.get("source"), "source"),
        note=read_words(check, entries.get("note"), "note", languages),
        modes=read_modes(check, entries.get("modes"), known),
        weights=find_weights(check, entries.get("weights"), folder),
    )


def _read_families(check: Checker, entry: Entry | None, languages: tuple[str, ...]) -> tuple[Family, ...]:
    families = []
    for key, item in check.mapping(
        entry, "families", mark("Write one family a line: its id, a colon and its label")
    ).items():
        entries = check.keys(item, ("label", "kind"), mark("the family {key}", key=key))
        label = read_words(check, entries.get("label"), name_part("label", key), languages, needed_at=item)
        kind = cast(Kind, check.one_of(entries.get("kind"), KINDS, "other", "kind"))
        families.append(Family(key, label, kind))
    return tuple(families)


def _read_boundary_rules(check: Checker, entry: Entry | None, languages: tuple[str, ...]) -> tuple[BoundaryRule, ...]:
    rules: dict[str, BoundaryRule] = {}
    for item in check.items(entry, "boundary_rules"):
        entries = check.keys(item, ("id", "question", "rule"), mark("a boundary rule"))
        rule = read_id(check, item, entries.get("id"), "id")
        if rule in rules:
            check.note(
                item, mark("the boundary rule `{rule}` stands twice", rule=rule), mark("Give one of them another id")
            )
        question, answer = (
            read_words(check, entries.get(key), name_part(key, rule), languages, needed_at=item)
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
        if read_pattern(check, item, language, "an actor")
    )


def _read_false_friends(check: Checker, entry: Entry | None, known: Known) -> tuple[FalseFriend, ...]:
    return tuple(
        friend
        for language, items in by_language(check, entry, "false_friends")
        for item in check.items(items, "false_friends")
        if (friend := _read_false_friend(check, item, language, known))
    )


def _read_false_friend(check: Checker, item: Entry, language: str, known: Known) -> FalseFriend | None:
    entries = check.keys(item, ("phrase", "why", "code"), mark("a false friend"))
    phrase = check.text(entries.get("phrase"), "phrase")
    if not phrase:
        check.note(item, mark("phrase is missing"), mark("Write `phrase: ...` and `why: ...`"))
    if not phrase or not read_pattern(check, entries["phrase"], language, "phrase"):
        return None
    why, code = check.text(entries.get("why"), "why"), check.text(entries.get("code"), "code")
    if not why:
        check.note(
            item, mark('the false friend "{phrase}" does not say why', phrase=phrase), mark("Add `why: ...`"), "warning"
        )
    if code and code not in known.ids:
        check.note(entries["code"], mark("there is no code `{code}`", code=code), suggest(code, known.ids))
    return FalseFriend(phrase, language, why, item.line, code)


def _read_lemma_exceptions(check: Checker, entry: Entry | None) -> dict[str, dict[str, str]]:
    exceptions: dict[str, dict[str, str]] = {}
    for language, words in by_language(check, entry, "lemma_exceptions"):
        lemmas = check.mapping(words, "lemma_exceptions", mark("Write one word a line: `penghasilan: penghasilan`"))
        exceptions[language] = {
            word.casefold(): check.text(lemma, mark("the lemma of {word}", word=word)).casefold()
            for word, lemma in lemmas.items()
        }
    return exceptions

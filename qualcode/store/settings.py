"""study.yaml in."""

from pathlib import Path
from typing import Literal, cast

from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import LANGUAGES, mark
from qualcode.model import Problem, Settings

KEYS = ("title", "languages", "codebook", "mode", "unit", "interviewers", "roles", "synthetic", "notice")
UNITS = ("sentence", "turn", "paragraph")


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a study and every problem of the file with its line; what is left out takes its default."""
    checker = Checker(path.name)
    root = checker.read(path)
    if root is None:
        return Settings(), tuple(checker.problems)
    entries = checker.keys(root, KEYS, "study.yaml")
    default = Settings()
    settings = Settings(
        title=checker.text(entries.get("title"), "title"),
        languages=_read_languages(checker, entries.get("languages")) or default.languages,
        codebook=checker.text(entries.get("codebook"), "codebook") or default.codebook,
        unit=cast(
            Literal["sentence", "turn", "paragraph"], checker.one_of(entries.get("unit"), UNITS, default.unit, "unit")
        ),
        interviewers=tuple(str(item.value) for item in checker.texts(entries.get("interviewers"), "interviewers")),
        roles=tuple(item.written.strip() for item in checker.texts(entries.get("roles"), "roles")),
        synthetic=checker.one_of(entries.get("synthetic"), ("yes", "no"), "no", "synthetic") == "yes",
        notice=checker.words(entries.get("notice"), "notice"),
        mode=checker.text(entries.get("mode"), "mode"),
        mode_line=entries["mode"].line if "mode" in entries else 0,
    )
    return settings, tuple(checker.problems)


def _read_languages(checker: Checker, entry: Entry | None) -> tuple[str, ...]:
    languages = []
    for item in checker.texts(entry, "languages"):
        if item.value in LANGUAGES:
            languages.append(str(item.value))
        else:
            checker.note(
                item,
                mark("the language `{value}` is not known", value=item.value),
                mark("Use {languages}", languages=" / ".join(LANGUAGES)),
            )
    return tuple(dict.fromkeys(languages))

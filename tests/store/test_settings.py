"""study.yaml in, with every problem and its line."""

from pathlib import Path

from qualcode.model import Settings, Words
from qualcode.store.settings import read_settings


def settings_of(tmp_path: Path, text: str) -> tuple[Settings, list[str]]:
    path = tmp_path / "study.yaml"
    path.write_text(text, encoding="utf-8")
    settings, problems = read_settings(path)
    return settings, [f"{problem.where} {problem.what}" for problem in problems]


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    settings, problems = settings_of(
        tmp_path,
        "title: 'Batik: satu'\nlanguages: [en]\ncodebook: my.yaml\nunit: turn\n"
        "interviewers: [Pewawancara, P]\nroles: [Perajin]\nsynthetic: yes\nnotice: made up\n",
    )
    assert problems == []
    assert settings == Settings(
        title="Batik: satu",
        languages=("en",),
        codebook="my.yaml",
        unit="turn",
        interviewers=("Pewawancara", "P"),
        roles=("Perajin",),
        synthetic=True,
        notice=Words("made up"),
    )


def test_what_is_left_out_takes_its_default(tmp_path: Path) -> None:
    assert settings_of(tmp_path, "title: x\n") == (Settings(title="x"), [])


def test_every_problem_is_named_with_its_line(tmp_path: Path) -> None:
    settings, problems = settings_of(
        tmp_path, "title: x\nunits: turn\nunit: word\nlanguages: [id, jv]\ninterviewers: P\nsynthetic: maybe\n"
    )
    assert sorted(problem.split(" ")[0] for problem in problems) == [f"study.yaml:{line}" for line in (2, 3, 4, 5, 6)]
    assert settings.languages == ("id",)
    assert settings.unit == "sentence"


def test_a_broken_file_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    settings, problems = settings_of(tmp_path, "title: [x\n")
    assert settings == Settings()
    assert len(problems) == 1


def test_a_mode_keeps_its_line(tmp_path: Path) -> None:
    settings, problems = settings_of(tmp_path, "title: x\n# which\nmode: strict\n")
    assert problems == []
    assert (settings.mode, settings.mode_line) == ("strict", 3)


def test_a_notice_in_each_language(tmp_path: Path) -> None:
    settings, problems = settings_of(tmp_path, "notice: {id: rekaan, en: made up}\n")
    assert settings.notice == Words("rekaan", "made up")
    assert problems == []

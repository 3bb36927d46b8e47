"""One language a run: help, usage, errors, problems and what commands say of themselves."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.cli.main import COMMANDS, build_app
from qualcode.cli.speech import choose_language
from qualcode.cli.usage import CHOICES
from qualcode.messages import translator
from tests.conftest import Done

Command = Callable[..., Done]

ENGLISH = re.compile(r"\b(the|of|and|is|are|with|was|were|which|you|your|not|this|that|it|has)\b")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ((), {}, "en"),
        ((), {"LANG": "id_ID.UTF-8"}, "id"),
        ((), {"LANG": "id_ID.UTF-8", "LC_ALL": "C"}, "en"),
        ((), {"LANG": "id_ID.UTF-8", "QUALCODE_LANG": "en"}, "en"),
        (("run", "--lang", "id"), {"QUALCODE_LANG": "en", "LANG": "de_DE"}, "id"),
        (("run", "--lang=en"), {"LANG": "id_ID"}, "en"),
        (("run", "--lang"), {"LANGUAGE": "id:en"}, "id"),
        (("run", "--lang", "fr"), {"QUALCODE_LANG": "fr", "LANG": "id"}, "id"),
    ],
)
def test_the_language_is_chosen(arguments: tuple[str, ...], environment: dict[str, str], language: str) -> None:
    if environment:
        assert choose_language(arguments, environment) == language


def test_windows_tells_the_language_by_its_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for found, language in (
        (("Indonesian_Indonesia", "1252"), "id"),
        (("English_India", "1252"), "en"),
        ((None,), "en"),
    ):
        monkeypatch.setattr("locale.getlocale", lambda found=found: found)
        assert choose_language((), {}) == language


def _list_commands() -> list[tuple[str, ...]]:
    names: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        names.append((name,))
        command = build_app(name).commands[name]
        names += ((name, below) for below in getattr(command, "commands", ()))
    return names


@pytest.mark.parametrize("words", _list_commands(), ids=" ".join)
def test_help_is_indonesian_throughout(
    qualcode: Command, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUALCODE_LANG", "id")
    done = qualcode(*words, "--help")
    assert done.status == 0
    assert done.out.startswith("Pemakaian: qualcode")
    assert not ENGLISH.search(re.sub(r"[`<{\[(][^`>}\])]*[`>}\])]|--\w+", "", done.out)), done.out
    assert not re.search(r"\b(NAME|FILE|TEXT|CODE|CLAIM|TITLE|FIELD|VALUE|KEY|WHAT|str|path|int)\b", done.out), done.out


@pytest.mark.parametrize("words", _list_commands(), ids=" ".join)
def test_every_choice_has_a_word_in_both_languages(words: tuple[str, ...]) -> None:
    command = build_app(words[0] if words else None)
    for word in words:
        command = command.commands[word]
    choices = {choice for each in command.params for choice in getattr(each.type, "choices", ())}
    assert choices <= {*CHOICES, "id", "en", "blitar"}


def test_choices_are_shown_in_the_language_and_taken_in_both(qualcode: Command, study_folder: Path) -> None:
    qualcode("code", study_folder)
    display = ("display", study_folder, "role-ordered", "--csv")
    assert "--content <kutipan|jumlah|" in qualcode("display", "--help", "--lang", "id").out
    assert "--content <quotes|counts|" in qualcode("display", "--help", "--lang", "en").out
    for language in ("id", "en"):
        one, two = (qualcode(*display, "--lang", language, "--content", word) for word in ("jumlah", "counts"))
        assert (one.status, one.out) == (0, two.out)
    assert qualcode(*display, "--content", "jumlahh").status == 2
    assert qualcode("memo", "new", study_folder, "Judul", "--about", "masalah", "--coder", "ani").status == 0


def test_help_in_english_reads_no_catalogue(qualcode: Command) -> None:
    translator.cache_clear()
    assert "--content <quotes|counts|" in qualcode("display", "--help", "--lang", "en").out
    assert translator.cache_info().currsize == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("runn",), "Kesalahan: Tidak ada perintah 'runn'. Maksud Anda 'run'?"),
        (("claim", "neu"), "Kesalahan: Tidak ada perintah 'neu'. Maksud Anda 'new'?"),
        (("run",), "Kesalahan: Argumen FOLDER belum diisi.\nFOLDER: Folder studi, atau folder transkrip."),
        (("run", ".", "--langg", "id"), "Kesalahan: Tidak ada opsi: --langg"),
        (("run", ".", "--codebook"), "Kesalahan: Opsi '--codebook' perlu sebuah nilai."),
        (("run", ".", "x"), "Kesalahan: Ada argumen yang berlebih (x)"),
        (("run", ".", "--content", "all"), "Kesalahan: Nilai '--content' tidak tepat: 'all' bukan salah satu dari"),
        (("condense", ".", "--most", "x"), "Kesalahan: Nilai '--most' tidak tepat: 'x' bukan bilangan bulat."),
        (("condense", ".", "--most", "-1"), "Kesalahan: Nilai '--most' tidak tepat: -1 di luar rentang x>=0."),
        (("show", "."), "Kesalahan: Nilai ID tidak tepat: sebutkan apa yang ditampilkan"),
    ],
)
def test_mistakes_of_usage_are_indonesian(
    qualcode: Command, arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUALCODE_LANG", "id")
    done = qualcode(*arguments)
    assert done.status == 2
    assert said in done.err
    assert "Ketik 'qualcode" in done.err or arguments[-1] == "--codebook"  # typer itself forgets which command


def test_a_folder_left_out_inside_a_study_is_named(
    qualcode: Command, study_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "qualcode run ." not in qualcode("run").err
    monkeypatch.chdir(study_folder)
    for name in ("run", "verify", "meaning", "standards"):
        told = qualcode(name, "--lang", "en").err
        assert f"You are in the folder of a study: `qualcode {name} .` names it." in told


def test_errors_and_problems_are_in_the_language_of_the_study(qualcode: Command, study_folder: Path) -> None:
    settings = study_folder / "study.yaml"
    settings.write_text(settings.read_text().replace("[en]", "[id, en]") + "noticee: x\n", encoding="utf-8")
    checked = qualcode("check", study_folder)
    assert "galat: study.yaml:4: kunci `noticee` tidak dikenal dalam" in checked.out
    assert "Maksud Anda `notice`?" in checked.out
    assert "2 transkrip dibaca, 1 galat, 0 peringatan." in checked.out
    refused = qualcode("code", study_folder, "--lang", "id")
    assert refused.status == 1
    assert "Tidak ada yang dilakukan: ada satu masalah yang menghalangi." in refused.err
    assert "Perbaiki yang tercantum di atas, lalu jalankan lagi." in refused.err
    assert "Nothing was done: a problem stands" in qualcode("code", study_folder, "--lang", "en").err


def test_a_remark_that_was_kept_is_told_in_either_language(qualcode: Command, study_folder: Path) -> None:
    (study_folder / "cases.csv").write_text("case,transcript\nC1,ana.txt\n", encoding="utf-8")
    first = qualcode("code", study_folder, "--lang", "en").err
    again = qualcode("code", study_folder, "--lang", "id").err
    assert "no row of cases.csv names this transcript" in first
    assert "tidak ada baris cases.csv yang menyebut transkrip ini" in again


def test_run_speaks_one_language_to_its_end(qualcode: Command, study_folder: Path) -> None:
    done = qualcode("run", study_folder, "--lang", "id")
    assert done.status == 0
    assert "saran dalam 2 transkrip" in done.out
    assert "di peramban." in done.out
    assert "in a browser" not in done.out
    (bare,) = [
        line for line in qualcode("display", "--list", "--lang", "id").out.splitlines() if line.startswith("role-o")
    ]
    assert not ENGLISH.search(bare)


def test_a_bare_folder_speaks_the_language_of_the_system(
    qualcode: Command, study_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    bare = study_folder / "transcripts"
    done = qualcode("run", bare, "--codebook", study_folder / "codebook.yaml", "--out", tmp_path / "out")
    assert "saran dalam 2 transkrip" in done.out
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "languages: [en, id]" in _init(qualcode, tmp_path / "one")
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert "languages: [id, en]" in _init(qualcode, tmp_path / "two")


def _init(qualcode: Command, folder: Path) -> str:
    assert qualcode("init", folder).status == 0
    return (folder / "study.yaml").read_text(encoding="utf-8")


def test_options_that_were_meant_are_named_in_the_language_that_is_spoken(qualcode: Command) -> None:
    done = qualcode("claim", "new", "here", "K1", "--codr", "H.RAIN", "--lang", "id")
    assert "Tidak ada opsi: --codr (mungkin maksud Anda: --code" in done.err


def test_a_study_without_claims_is_told_how_one_is_written(qualcode: Command, study_folder: Path) -> None:
    (study_folder / "claims.yaml").unlink(missing_ok=True)
    qualcode("code", study_folder)
    done = qualcode("verify", study_folder, "--lang", "en")
    assert done.status == 0
    assert "There is no claim to verify yet." in done.out
    assert "qualcode claim new" in done.out
    assert "Entry rules" not in done.out


def test_what_a_file_is_not_is_said_in_the_language_that_is_spoken(qualcode: Command, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\0\1\2")
    (tmp_path / "b.pdf").write_bytes(b"halo")
    (tmp_path / "c.xlsx").write_bytes(b"halo")
    told = qualcode("check", tmp_path, "--codebook", "blitar", "--lang", "id")
    assert "a.docx" in told.out + told.err
    assert not re.search(r"\b(document|table|something|fresh)\b", told.out + told.err)


def test_what_other_programs_read_keeps_its_keys_and_says_problems_in_the_language(
    qualcode: Command, study_folder: Path
) -> None:
    path = study_folder / "codebook.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("codebook:", "codebook: [", 1), encoding="utf-8")
    done = qualcode("check", study_folder, "--json", "--lang", "id")
    [problem] = json.loads(done.out)["problems"]
    assert problem["what"].startswith("bukan YAML yang sah: ")
    assert not ENGLISH.search(problem["what"] + problem["how"])


def test_a_trail_says_in_the_language_what_people_did(qualcode: Command, study_folder: Path) -> None:
    qualcode("run", study_folder)
    qualcode("claim", "judge", study_folder, "K1", "mixed", "--why", "Dua sisi.", "--coder", "ani")
    trail = qualcode("audit", "trail", study_folder, "--lang", "id", "--csv").out
    assert "menilai 1" in trail
    assert "judge 1" not in trail
    assert "K1: beragam: Dua sisi." in " ".join(
        qualcode("standards", study_folder, "quality", "--lang", "id").out.split()
    )
    assert "[H.RAIN mendukung]" in qualcode("claim", "list", study_folder, "--lang", "id").out


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        (("claim", "new"), "qualcode claim new [OPTIONS] FOLDER ID"),
        (("check",), "qualcode check [OPTIONS] FOLDER"),
        (("sheet", "in"), "qualcode sheet in [OPTIONS] FOLDER FILE..."),
        (("display",), "qualcode display [OPTIONS] [FOLDER] [NAME]"),
    ],
)
def test_arguments_are_named_without_signs_that_might_be_typed(
    qualcode: Command, arguments: tuple[str, ...], usage: str
) -> None:
    said = qualcode(*arguments, "--help", "--lang", "en").out
    assert usage in said
    assert "{" not in said.partition("Options:")[0]


def test_usage_is_in_the_language_that_is_spoken(qualcode: Command) -> None:
    assert qualcode("run", "--help", "--lang", "id").out.startswith("Pemakaian: qualcode run [OPSI] FOLDER")
    assert "PERINTAH [ARGUMEN]..." in qualcode("codebook", "--help", "--lang", "id").out

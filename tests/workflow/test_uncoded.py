"""Sentences without codings are read again for cues too weak to be suggested."""

from pathlib import Path

from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.uncoded import find_uncoded

WEAK = "Ana: My sister never helped. They came with a rope and a ladder, all of them, quite early."


def test_a_weak_cue_without_a_coding_is_found_and_a_coded_sentence_is_not(study_folder: Path) -> None:
    codebook = study_folder / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    weak = text.replace("lend a hand], weak: []", "lend a hand], weak: [ladder]")
    codebook.write_text(weak, encoding="utf-8", newline="\n")
    talk = study_folder / "transcripts" / "ana.txt"
    more = "\nInterviewer: What did you see?\n\n" + WEAK + "\n"
    talk.write_text(talk.read_text(encoding="utf-8") + more, encoding="utf-8", newline="\n")
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    study = load_study(opened)
    assert not any("ladder" in coding.quote for coding in study.codings)
    [found] = [unit for unit in find_uncoded(opened, study) if "ladder" in unit.quote]
    assert found.cues == (("H.HELP", "supporting", "ladder"),)
    assert (found.transcript, found.case) == ("ana.txt", "C1")
    coded = {(coding.transcript, coding.span) for coding in study.codings}
    assert not any((unit.transcript, unit.span) in coded for unit in find_uncoded(opened, study))

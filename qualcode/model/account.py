"""What a transcript holds and how much of it was coded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TranscriptAccount:
    """The count sheet of one transcript. Words are what white space separates; labels and times are no words.

    `words` counts every turn, `respondent_words` those of respondents; `coded_words` are the words of respondents'
    units that bear at least one coding. `units` are respondents' units. `cases` are the informants who speak in it.
    `asked` are the ids of the codes that the interviewers were understood to ask for, None where nobody asks or nothing
    is known of it.
    """

    transcript: str
    language: str
    cases: tuple[str, ...]
    interviewers: tuple[str, ...]
    source_sha256: str
    text_sha256: str
    turns: int
    respondent_turns: int
    words: int
    respondent_words: int
    coded_words: int
    units: int
    coded_units: int
    notes: tuple[str, ...] = ()
    synthetic: bool = False
    asked: tuple[str, ...] | None = None

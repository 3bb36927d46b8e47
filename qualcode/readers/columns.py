"""Which column of a table holds the words, which the speaker and which the time, by its header or by its content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcode.readers.talk.asking import is_asking
from qualcode.readers.talk.labels import fold, has_label
from qualcode.readers.talk.vocabulary import INTERVIEWERS, RESPONDENTS, words_in

Rows = Sequence[Sequence[str]]

_WORDS = words_in(
    """text texts teks words word content contents konten isi ucapan utterance utterances tuturan ujaran
    transkrip transkripsi transcript transcription percakapan pembicaraan dialog dialogue dialogues pernyataan statement
    statements message messages pesan body speech kalimat kutipan quote response
    verbatim"""
)
_SPEAKERS = words_in(
    """speaker speakers penutur pembicara pewicara name nama role peran who siapa participant partisipan peserta
    author sender pengirim username user narasumber informan informant responden respondent interviewee tokoh
    person orang subjek subject actor pelaku berbicara bicara"""
)
_TIMES = words_in(
    """time waktu jam pukul timestamp timestamps timecode timecodes timespan timespans start
    starttime begin mulai menit minute durasi"""
)
_LANGUAGES = words_in("language lang bahasa locale")
_LANGUAGE_NAMES = {"id": words_in("id in ind indonesia indonesian"), "en": words_in("en eng english inggris")}
_INTERVIEWS = words_in(
    """interview interviews wawancara session sesi file filename berkas dokumen document transcript conversation
    meeting dialog dialogue recording rekaman"""
)
_RESPONDENTS = words_in("case kasus respondent responden participant partisipan informan informant subject")
_PAIRS = (  # two columns of words side by side: the one who asks and the one who answers
    (words_in("question questions pertanyaan tanya q"), words_in("answer answers jawaban jawab response respons a")),
    (
        words_in("interviewer pewawancara peneliti penanya moderator"),
        words_in("interviewee respondent responden informan informant narasumber partisipan participant"),
    ),
)
_WORDS_BESIDE = words_in("wawancara interview verbatim asli lisan spoken original full lengkap hasil")
_SPEAKERS_BESIDE = words_in("label id kode code yang")
_PAIRS_BESIDE = INTERVIEWERS | RESPONDENTS | words_in("wawancara interview dari of the")
_TIMES_BESIDE = words_in("stamp code time rekaman audio video")
_ID_BESIDE = words_in("id no nomor number code kode name nama key")

_CODED = {  # the columns of a table of codings
    "transcript": words_in("transcript transcripts transkrip document dokumen file berkas source"),
    "code": words_in("code kode"),
    "quote": words_in("quote quotation kutipan"),
    "start": words_in("start mulai awal"),
    "end": words_in("end akhir selesai"),
}
_NAME_LENGTH = 200  # a file's name; what somebody said in a turn ends in a full stop now and then

HEADER_WIDTH = 40  # a header is a few words, not a sentence
_CLEAR = 0.4  # share of a speaker's rows that ask, and twice as many as of the others', to make a table talk
_TIME = re.compile(r"[\[(]?\d{1,3}[:.]\d{2}([:.]\d{2})?([.,]\d{1,6})?[\])]?( ?[-–—>]+ ?[\[(]?\d{1,3}[:.]\d{2}\S*)?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers from 0. Either `words` is set, or `asked` and `answered`, each of which is a voice of its own."""

    words: int | None = None
    speaker: int | None = None
    time: int | None = None
    language: int | None = None
    interview: int | None = None
    respondent: int | None = None
    asked: int | None = None
    answered: int | None = None

    @property
    def used(self) -> frozenset[int]:
        """The columns that are read; the others are left out."""
        chosen = (self.words, self.speaker, self.time, self.language, self.interview, self.respondent)
        return frozenset(column for column in (*chosen, self.asked, self.answered) if column is not None)


def read_header(row: Sequence[str]) -> Columns | None:
    """The columns that a header row names, in English or Indonesian and in any order; None if it is no header.

    A header names the column of words (or one of questions and one of answers); other columns are as it may be.
    """
    if any(len(cell) > HEADER_WIDTH for cell in row):
        return None
    named = [frozenset(re.findall(r"[^\W\d_]+", cell.casefold())) for cell in row]
    taken: set[int] = set()

    def find(
        vocabulary: frozenset[str], beside: frozenset[str] = frozenset(), needs_beside: bool = False
    ) -> int | None:
        for exact in (True, False):  # `timestamp` goes before `timestamp-old`
            for column, tokens in enumerate(named):
                known = tokens & vocabulary
                fits = bool(known) and tokens <= vocabulary | beside and (not needs_beside or bool(tokens & beside))
                if column not in taken and fits and (len(tokens) == 1 or not exact):
                    taken.add(column)
                    return column
        return None

    for questions, answers in _PAIRS:
        asked, answered = find(questions, _PAIRS_BESIDE), find(answers, _PAIRS_BESIDE)
        if asked is not None and answered is not None:
            interview = find(_RESPONDENTS, _ID_BESIDE)
            return Columns(interview=interview, asked=asked, answered=answered, time=find(_TIMES, _TIMES_BESIDE))
        taken.clear()
    interview = find(_INTERVIEWS, _ID_BESIDE, needs_beside=True)
    words = find(_WORDS, _WORDS_BESIDE)
    if words is None:
        return None
    interview = (
        find(frozenset({"interview", "wawancara", "session", "sesi", "file"})) if interview is None else interview
    )
    language = find(_LANGUAGES, frozenset({"code", "kode"}))
    speaker = find(_SPEAKERS, _SPEAKERS_BESIDE)
    return Columns(words, speaker, find(_TIMES, _TIMES_BESIDE), language, interview)


def holds_codings(rows: Rows) -> bool:
    """Whether a table, its header first, says which words of which transcript bear which code: as `codings.csv` does
    and what people coded by hand. Turns with a code beside them are none: there `transcript` holds what was said."""
    header = [cell.casefold() for cell in rows[0]] if rows else []
    found = {name: next((n for n, cell in enumerate(header) if cell in known), None) for name, known in _CODED.items()}
    transcript, code, quote = (found[name] for name in ("transcript", "code", "quote"))
    if transcript is None or code is None:
        return False
    names = [row[transcript] for row in rows[1:] if transcript < len(row)]
    if quote is None and (found["start"] is None or found["end"] is None):
        return False
    return all("\n" not in name and len(name) <= _NAME_LENGTH and name[-1:] not in tuple(".?!") for name in names)


def find_respondent(header: Sequence[str]) -> int | None:
    """The column that says who filled in a row of a survey: its case, respondent or id; None if there is none."""
    named = [frozenset(re.findall(r"[^\W\d_]+", cell.casefold())) for cell in header]
    for vocabulary in (_RESPONDENTS, frozenset({"name", "nama"}), frozenset({"id", "kode"})):
        for column, tokens in enumerate(named):
            if tokens & vocabulary and tokens <= vocabulary | _ID_BESIDE:
                return column
    return None


def read_language(name: str) -> str | None:
    """The code (id, en) of what a source calls its language: `Indonesian`, `en-US`, `Bahasa Inggris`; else None."""
    words = [word for word in re.findall(r"[a-z]+", name.casefold()) if word != "bahasa"]
    return next((code for code, names in _LANGUAGE_NAMES.items() if words and words[0] in names), None)


def infer_columns(rows: Rows) -> Columns | None:
    """The columns of a table without a header, from what stands in them; None if it does not look like talk.

    Talk is a column of speakers who come again (or end in a colon) or of times, and a column of longer words.
    """
    width = max((len(row) for row in rows), default=0)
    columns = [[row[n].strip() for row in rows if n < len(row) and row[n].strip()] for n in range(width)]
    lengths = [sum(map(len, column)) / len(column) if column else 0 for column in columns]
    if width < 2 or len(rows) < 2:
        return None
    time = next((n for n in range(width) if _are_times(columns[n])), None)
    words = max((n for n in range(width) if n != time), key=lengths.__getitem__)
    speaker = next(
        (
            n
            for n in range(width)
            if n not in {words, time} and lengths[n] < lengths[words] and _are_speakers(columns[n])
        ),
        None,
    )
    return None if time is None and speaker is None else Columns(words, speaker, time)


def infer_talk(rows: Rows) -> Columns | None:
    """The columns of a sheet whose header names no speakers, where one of them asks and others answer; else None.

    A survey has columns of few values too (sex, village), but there nobody asks.
    """
    columns = infer_columns(rows)
    if columns is None or columns.speaker is None or columns.words is None:
        return None
    asking: dict[str, list[bool]] = {}
    for row in rows:
        if max(columns.speaker, columns.words) < len(row) and row[columns.words] and row[columns.speaker]:
            asking.setdefault(fold(row[columns.speaker]), []).append(is_asking(row[columns.words], marked=True))
    shares = sorted((sum(asks) / len(asks) for asks in asking.values()), reverse=True)
    return columns if len(shares) > 1 and shares[0] >= max(_CLEAR, 2 * shares[-1]) else None


def find_speaker(rows: Rows, columns: Columns) -> Columns:
    """The columns with that of the speakers, where the header calls it by an unknown name but some ask there and others
    answer; not where the words themselves begin with labels."""
    if columns.words is None or columns.speaker is not None or labels_words(rows, columns):
        return columns
    inferred = infer_talk(rows)
    fits = inferred is not None and inferred.words == columns.words and inferred.speaker not in columns.used
    return replace(columns, speaker=inferred.speaker) if inferred and fits else columns


def labels_words(rows: Rows, columns: Columns) -> bool:
    """Whether at least two, and half, of the cells of words begin with what may be a speaker's label."""
    words = [row[columns.words] for row in rows if columns.words is not None and columns.words < len(row)]
    return sum(map(has_label, filter(None, words))) >= max(2, 0.5 * sum(map(bool, words)))


def looks_like_time(cell: str) -> bool:
    """Whether a cell holds a time stamp (`0:10`, `[00:03:43]`, `00:01 - 00:05`) and nothing else."""
    return _TIME.fullmatch(cell.strip()) is not None


def _are_times(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(looks_like_time, cells)) >= 0.8 * len(cells)


def _are_speakers(cells: Sequence[str]) -> bool:
    if not cells or any(
        len(cell) > HEADER_WIDTH or cell[-1] in "?!" or not re.search(r"[^\W\d_]", cell) for cell in cells
    ):
        return False
    return all(cell.endswith(":") for cell in cells) or len(set(cells)) < len(cells)

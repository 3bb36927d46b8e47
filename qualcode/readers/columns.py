"""Which column of a table holds the words, which the speaker and which the time, by its header or by its content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qualcode.readers.talk.asking import is_asking
from qualcode.readers.talk.labels import fold, has_label, words_of
from qualcode.readers.talk.stamps import read_seconds
from qualcode.readers.talk.vocabulary import INTERVIEWERS, RESPONDENTS, TITLES, words_in

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
    person orang subjek subject actor pelaku berbicara bicara tier"""
)
_TALKERS = words_in("speaker speakers penutur pembicara pewicara berbicara bicara pelaku tier")
_TIMES = words_in(
    """time waktu jam pukul timestamp timestamps timecode timecodes timespan timespans start
    starttime begin mulai menit minute durasi tmin"""
)
_LANGUAGES = words_in("language lang bahasa locale")
_LANGUAGE_NAMES = {"id": words_in("id in ind indonesia indonesian"), "en": words_in("en eng english inggris")}
_INTERVIEWS = words_in(
    """interview interviews wawancara session sesi file filename berkas dokumen document transcript conversation
    meeting dialog dialogue recording rekaman"""
)
_RESPONDENTS = words_in("case kasus respondent responden participant partisipan informan informant subject")
_WORDS_ELSE = words_in(
    "hasil jawaban answer answers indonesia indonesian inggris english jawa javanese sunda sundanese"
)
_WORDS_ELSE_BESIDE = words_in("wawancara interview bahasa text teks translation terjemahan")
_QUESTIONS = words_in("question questions pertanyaan tanya q")
_PAIRS = (  # two columns of words side by side: the one who asks and the one who answers
    (_QUESTIONS, words_in("answer answers jawaban jawab response respons a")),
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

HEADER_WIDTH = 40  # a header is a few words, not a sentence
_CLEAR = 0.4  # share of a speaker's rows that ask, and twice as many as of the others', to make a table talk
_CLOCK = re.compile(r"(?:\d+:){1,2}\d{1,2}(?:[.,]\d+)?")
_ASIDE = re.compile(r"\([^()]*\)")
_INFORMANT = re.compile(r"[A-Z]{1,4}[-_. ]?\d{1,3}")
_LEAST = 4  # rows in which each speaker has a column
_MOSTLY = 0.7  # of the cells in a column of questions
_TIME = re.compile(r"[\[(]?\d{1,3}[:.]\d{2}([:.]\d{2})?([.,]\d{1,6})?[\])]?( ?[-–—>]+ ?[\[(]?\d{1,3}[:.]\d{2}\S*)?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers from 0. Either `words` is set, or `asked` and `answered`, each of which is a voice of its own: of
    one respondent or, in a matrix, of several."""

    words: int | None = None
    speaker: int | None = None
    time: int | None = None
    language: int | None = None
    interview: int | None = None
    respondent: int | None = None
    asked: int | None = None
    answered: tuple[int, ...] = ()

    @property
    def used(self) -> frozenset[int]:
        """The columns that are read; the others are left out."""
        chosen = (self.words, self.speaker, self.time, self.language, self.interview, self.respondent)
        return frozenset(column for column in (*chosen, self.asked, *self.answered) if column is not None)


def read_header(row: Sequence[str]) -> Columns | None:
    """The columns that a header row names, in English or Indonesian and in any order; None if it is no header.

    A header names the column of words (or one of questions and those of answers); other columns are as it may be. What
    stands in brackets is no part of a name. Of two languages beside a speaker the first is read.
    """
    if any(len(cell) > HEADER_WIDTH for cell in row):
        return None
    header = _Header(row)
    if pair := header.find_pair():
        return pair
    interview = header.find(_INTERVIEWS, _ID_BESIDE, needs_beside=True)
    words = header.find(_WORDS, _WORDS_BESIDE)
    words = header.find_other_words() if words is None else words
    if words is None:
        return None
    if interview is None:
        interview = header.find(frozenset({"interview", "wawancara", "session", "sesi", "file"}))
    language = header.find(_LANGUAGES, frozenset({"code", "kode"}))
    speaker = header.find(_TALKERS, _SPEAKERS_BESIDE)
    if speaker is None:
        speaker = header.find(_SPEAKERS, _SPEAKERS_BESIDE)
    elif interview is None:  # beside the speaker: whose interview it is
        interview = header.find(_RESPONDENTS, _ID_BESIDE)
    return Columns(words, speaker, header.find(_TIMES, _TIMES_BESIDE), language, interview)


class _Header:
    """The names of columns, of which each is taken once."""

    def __init__(self, row: Sequence[str]) -> None:
        self._row = row
        self._named = [frozenset(re.findall(r"[^\W\d_]+", _ASIDE.sub(" ", cell.casefold()))) for cell in row]
        self._taken: set[int] = set()

    def find(
        self, vocabulary: frozenset[str], beside: frozenset[str] = frozenset(), needs_beside: bool = False
    ) -> int | None:
        """Take the first column that is called by one of these words, with no other ones than those `beside` it."""
        for exact in (True, False):  # `timestamp` goes before `timestamp-old`
            for column, tokens in enumerate(self._named):
                known = tokens & vocabulary
                fits = bool(known) and tokens <= vocabulary | beside and (not needs_beside or bool(tokens & beside))
                if column not in self._taken and fits and (len(tokens) == 1 or not exact):
                    self._taken.add(column)
                    return column
        return None

    def find_pair(self) -> Columns | None:
        """Take the columns of who asks and who answers, or of questions and the informants who answered."""
        for questions, answers in _PAIRS:
            asked = self.find(questions, _PAIRS_BESIDE)
            answered: list[int] = []
            while asked is not None and (column := self.find(answers, _PAIRS_BESIDE)) is not None:
                answered.append(column)
            if asked is not None and not answered and questions is _QUESTIONS:
                answered = self._find_informants()
            if asked is not None and answered:
                interview, time = self.find(_RESPONDENTS, _ID_BESIDE), self.find(_TIMES, _TIMES_BESIDE)
                return Columns(interview=interview, asked=asked, answered=tuple(sorted(answered)), time=time)
            self._taken.clear()
        return None

    def find_other_words(self) -> int | None:
        """Take the first column that is called after a language or `Hasil`, beside one of speakers or another such."""
        known = _WORDS_ELSE | _WORDS_ELSE_BESIDE
        called = [n for n, tokens in enumerate(self._named) if tokens & _WORDS_ELSE and tokens <= known]
        if not called or (len(called) == 1 and not any(names & _SPEAKERS for names in self._named)):
            return None
        self._taken.add(called[0])
        return called[0]

    def _find_informants(self) -> list[int]:
        """Take the columns that bear a respondent's name each (Informan 2, Bu Siti, R1), at least two."""
        named = [
            column
            for column, name in enumerate(self._row)
            if _INFORMANT.fullmatch(name) or not {*words_of(name)[:1]}.isdisjoint(RESPONDENTS | TITLES)
        ]
        named = named if len(named) > 1 else []
        self._taken.update(named)
        return named


def drop_header(rows: Rows, columns: Columns) -> Rows:
    """The rows without a first one that calls the speakers' column by a word for it, whatever it calls the others."""
    said = [row[columns.speaker] for row in rows if columns.speaker is not None and columns.speaker < len(row)]
    name = set(words_of(said[0])) if said else set()
    return (
        rows[1:] if name and name <= _SPEAKERS | _SPEAKERS_BESIDE and said.count(said[0]) == 1 < len(said) - 1 else rows
    )


def weave(rows: Rows, columns: Columns) -> Rows:
    """The rows in the order of their times, where each speaker's stand together (tier by tier, as ELAN saves them)."""
    if columns.speaker is None or columns.time is None or not all(len(row) > columns.time for row in rows):
        return rows
    speaker, time = columns.speaker, columns.time
    spoken = [voice for voice, _ in groupby(rows, key=lambda row: row[speaker])]
    if not 1 < len(spoken) == len(set(spoken)) or not all(_CLOCK.fullmatch(row[time]) for row in rows):
        return rows
    return sorted(rows, key=lambda row: read_seconds(row[time]))


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
    times = [n for n in range(width) if _are_times(columns[n])]
    words = max((n for n in range(width) if n not in times), key=lengths.__getitem__, default=0)
    speaker = next(
        (
            n
            for n in range(width)
            if n not in {words, *times} and lengths[n] < lengths[words] and _are_speakers(columns[n])
        ),
        None,
    )
    return Columns(words, speaker, times[0] if times else None) if times or speaker is not None else None


def infer_talk(rows: Rows) -> Columns | None:
    """The columns of a sheet whose header names no speakers, where one of them asks and others answer, or where
    each row has two clocks, as programs that annotate recordings write them; else None.

    A survey has columns of few values too (sex, village), but there nobody asks, or nothing does but its header.
    """
    columns = infer_columns(rows)
    if columns is None or columns.speaker is None or columns.words is None:
        return None
    if all(sum(_CLOCK.fullmatch(cell) is not None for cell in row) > 1 for row in rows):
        return columns
    asking: dict[str, list[bool]] = {}
    for row in rows:
        if max(columns.speaker, columns.words) < len(row) and row[columns.words] and row[columns.speaker]:
            asking.setdefault(fold(row[columns.speaker]), []).append(is_asking(row[columns.words], marked=True))
    shares = [(sum(asks) / len(asks), len(asks)) for asks in asking.values()]
    most, turns = max(shares, default=(0, 0))
    return columns if len(shares) > 1 < turns and most >= max(_CLEAR, 2 * min(shares)[0]) else None


def infer_pair(header: Sequence[str], rows: Rows) -> Columns | None:
    """The columns of which one asks and the next one answers, row by row, whatever the header calls them, or those of
    which each row fills one, as each speaker has a column; else None."""
    if voices := _find_voices(header, rows):
        return voices
    for column in range(len(header) - 1):
        both = [
            (row[column], row[column + 1]) for row in rows if column + 1 < len(row) and row[column] and row[column + 1]
        ]
        asking, too = (
            (sum(is_asking(words, marked=True) for words in side) for side in zip(*both, strict=True))
            if both
            else (0, 0)
        )
        named = header[column] and header[column + 1] and not is_asking(header[column], marked=True)
        if named and len(both) > 2 and asking >= max(_MOSTLY * len(both), 2 * too):
            return Columns(asked=column, answered=(column + 1,))
    return None


def _find_voices(header: Sequence[str], rows: Rows) -> Columns | None:
    """A column a speaker (as ELAN saves tiers side by side): of two or more columns with words each row fills one, and
    one of them asks or the rows have a time."""
    width = min((len(row) for row in (header, *rows)), default=0)
    cells = {n: [row[n] for row in rows if row[n]] for n in range(width) if header[n] and any(row[n] for row in rows)}
    times = [n for n, found in cells.items() if _are_times(found)]
    voices = [n for n, found in cells.items() if len(found) < len(rows) and n not in times]
    filled = [sum(bool(row[n]) for n in voices) for row in rows]
    if len(voices) < 2 or len(rows) < _LEAST or sum(n == 1 for n in filled) < _MOSTLY * len(rows) or max(filled) > 2:
        return None
    asks = [sum(is_asking(words, marked=True) for words in cells[n]) / len(cells[n]) for n in voices]
    if not times and (max(asks) < _CLEAR or max(asks) < 2 * min(asks)):
        return None
    asked = voices[asks.index(max(asks))]
    answered = tuple(n for n in voices if n != asked)
    return Columns(asked=asked, answered=answered, time=times[0] if times else None)


def find_speaker(rows: Rows, columns: Columns) -> Columns:
    """The columns with that of the speakers, where the header calls it by an unknown name but some ask there and others
    answer; not where the words themselves begin with labels."""
    if columns.words is None or columns.speaker is not None or labels_words(rows, columns):
        return columns
    inferred = infer_talk(rows)
    fits = inferred is not None and inferred.words == columns.words and inferred.speaker not in columns.used
    return replace(columns, speaker=inferred.speaker) if inferred and fits else columns


def labels_words(rows: Rows, columns: Columns) -> bool:
    """Whether half of the cells of words begin with what may be a speaker's label; there are at least two, be it in one
    cell."""
    cells = [row[columns.words] for row in rows if columns.words is not None and columns.words < len(row)]
    begun = [cell for cell in cells if has_label(cell)]
    labels = len(begun) if len(begun) > 1 else sum(map(has_label, "".join(begun).split("\n")))
    return labels > 1 and len(begun) >= 0.5 * sum(map(bool, cells))


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

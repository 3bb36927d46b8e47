"""What a person did in the Excel sheet of codings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qualcode.errors import QualcodeError
from qualcode.messages import join, mark
from qualcode.model import Polarity, Problem, Severity, Span, Transcript, list_errors
from qualcode.sheets.book_in import BookBack, TableRow, tell_gone_columns
from qualcode.sheets.contract import Back, Edit, EditAct, Left
from qualcode.sheets.passages import find_words, show
from qualcode.sheets.words import (
    CodeWords,
    Word,
    find_present,
    fold_words,
    name_words,
    read_code,
    read_polarity,
    read_word,
)

_FILLED = {
    "decision": mark("Decision"),
    "new_code": mark("Other code"),
    "new_polarity": mark("Other polarity"),
    "memo": mark("Memo"),
    "words": mark("Other words (moves the coding)"),
}


def read_codings(book: BookBack, texts: Mapping[str, Transcript], codes: CodeWords) -> Back:
    """The edits in a workbook, and every problem with its cell; `texts` are the transcripts as they left, by name.

    A row whose transcript is not among `texts` is passed over: whoever left it out says why.
    """
    reading = _Reading(book, texts, codes)
    for row in book.rows:
        reading.read(row)
    reading.decide()
    reading.look_for_gone()
    how = mark("What is to be decided there is filled into a copy of the sheet as it left")
    gone = tell_gone_columns(book, _FILLED, how)
    return Back(tuple(reading.edits), (*book.problems, *gone, *reading.problems), reading.unchanged)


@dataclass(slots=True)
class _Reading:
    book: BookBack
    texts: Mapping[str, Transcript]
    codes: CodeWords
    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[int, list[TableRow]] = field(default_factory=dict)
    new: list[TableRow] = field(default_factory=list)
    unchanged: int = 0

    def read(self, row: TableRow) -> None:
        if not row.get("number"):
            if not row.is_broken:
                self.new.append(row)
            return
        number = row.left_as
        rows = self.book.imprint.rows
        if not 1 <= number <= len(rows):
            self._note(
                row, "number", mark("no row with this number left"), mark("Clear it for a new coding, or put it back")
            )
            return
        left = rows[number - 1]
        if left.transcript not in self.texts:
            return
        self.seen.setdefault(number, []).append(row)

    def decide(self) -> None:
        """What the numbered rows decide, each once and none that contradict each other; then what new rows code."""
        for number, rows in self.seen.items():
            left = self.book.imprint.rows[number - 1]
            is_kept = [self._check_kept(row, left) and not row.is_broken for row in rows]  # all are told
            is_whole = all(is_kept)
            filled: list[tuple[dict[str, str], TableRow]] = []
            for row in rows:
                given = {key: row.get(key) for key in _FILLED if row.get(key)}
                if given and given not in [each for each, _ in filled]:
                    filled.append((given, row))
            self.unchanged += is_whole and not filled
            if is_whole and not self._find_twins([row for _, row in filled]):
                for _, row in filled:
                    self._decide(row, left)
        for row in self.new:
            self._read_new(row)

    def look_for_gone(self) -> None:
        """Rows that were deleted decide nothing; whoever reads the sheet in is told."""
        gone = [
            number
            for number, left in enumerate(self.book.imprint.rows, start=1)
            if number not in self.seen and left.transcript in self.texts
        ]
        if gone:
            named = ", ".join(map(str, gone[:10])) + (", ..." if len(gone) > 10 else "")
            what = mark("rows are gone, and nothing is decided on them: {named}", named=named)
            how = mark("To turn a coding down, choose that in its row")
            self.problems.append(Problem(mark("the sheet"), what, how, "warning"))

    def _note(self, row: TableRow, key: str, what: str, how: str, severity: Severity = "error") -> None:
        self.problems.append(Problem(row.where(key), what, how, severity))

    def _find_twins(self, rows: list[TableRow]) -> bool:
        """Whether rows with one number decide otherwise, which is told; one code more contradicts nothing."""
        stances = [row for row in rows if read_word(row.get("decision")) != "add"]
        for row in stances[1:]:
            what = mark(
                "this row is there twice (also {stances}), and the two decide otherwise",
                stances=stances[0].where("number"),
            )
            how = mark("Keep one; to give the words a second code, choose that in one of the two")
            self._note(row, "decision" if row.get("decision") else "number", what, how)
        return len(stances) > 1

    def _check_kept(self, row: TableRow, left: Left) -> bool:
        """What the person was shown must still stand there: else the decision may be meant for another row."""
        before = len(self.problems)
        shown = "".join(show(self.texts[left.transcript].text, left.span))
        given = row.cells.get("passage", "")
        if given != shown and fold_words(given) != fold_words(shown):
            is_decided = any(row.get(key) for key in _FILLED)
            how = mark(
                "Put them back; a transcript is not changed by a sheet. For other words, use the column for them"
            )
            what = mark("these words are not those that left with this number")
            self._note(row, "passage", what, how, "error" if is_decided else "warning")
        code = row.get("code").split(maxsplit=1)
        if not code or code[0] != left.code:
            what, how = (
                mark("the code that left here is {code}", code=left.code),
                mark("Write yours in the column for other codes"),
            )
            self._note(row, "code", what, how)
        if read_polarity(row.get("polarity")) != left.polarity:
            what, how = mark("this polarity left otherwise"), mark("Choose yours in the column for it")
            self._note(row, "polarity", what, how)
        return not list_errors(self.problems[before:])

    def _decide(self, row: TableRow, left: Left) -> None:
        before = len(self.problems)
        word = self._read_decision(row)
        code = self._read_code(row)
        polarity = self._read_polarity(row)
        span = self._find_words(row, left)
        if list_errors(self.problems[before:]):
            return
        new_code = code if code != find_present(self.codes, left.code) else ""
        new_polarity = polarity if polarity != left.polarity else None
        new_span = span if span != left.span else None
        edit = Edit(row.where("decision"), "comment", left, comment=row.get("memo"))
        if clash := _find_clash(word, code, new_code, bool(code or polarity or span)):
            self._note(row, *clash)
        elif word == "add":
            self._add(row, left, code, polarity, span)
        elif new_code or new_polarity or new_span:
            act: EditAct = "recode" if new_code else "move" if new_span else "polarity"
            self.edits.append(replace(edit, act=act, code=new_code, polarity=new_polarity, span=new_span))
        elif word or code or polarity or span:
            self.edits.append(replace(edit, act="reject" if word == "reject" else "accept"))
        else:
            self.edits.append(replace(edit, where=row.where("memo")))

    def _add(self, row: TableRow, left: Left, code: str, polarity: Polarity | None, span: Span | None) -> None:
        self.edits.append(
            Edit(
                row.where("decision"),
                "code",
                transcript=left.transcript,
                span=span or left.span,
                code=code,
                polarity=polarity,
                comment=row.get("memo"),
            )
        )

    def _read_new(self, row: TableRow) -> None:
        """A row without number is a new coding; one that only names a transcript is an empty row of the form."""
        if not any(row.get(key) for key in _FILLED):
            return
        before = len(self.problems)
        name = row.get("transcript")
        transcript = self.texts.get(name) or next(iter(self.texts.values()), None)
        if name not in dict(self.book.imprint.texts) and (name or len(self.book.imprint.texts) > 1):
            what = (
                mark("there is no transcript {name} in this sheet", name=name)
                if name
                else mark("no transcript is named")
            )
            self._note(row, "transcript", what, mark("Choose one in the list"))
            return
        if name and name not in self.texts:
            return
        word = self._read_decision(row)
        if word in ("accept", "reject", "recode"):
            self._note(
                row,
                "decision",
                mark("a new coding is not decided on"),
                mark("Leave the decision empty, or give the number"),
            )
        code = self._read_code(row)
        if not code and not row.get("new_code"):
            self._note(row, "new_code", mark("a new coding needs a code"), mark("Choose one in the list"))
        polarity = self._read_polarity(row)
        span = None
        if transcript is not None:
            try:
                span = find_words(transcript, row.get("words"))
            except QualcodeError as error:
                self._note(row, "words", error.what, error.how)
        if transcript is not None and not list_errors(self.problems[before:]):
            self.edits.append(
                Edit(
                    row.where("words"),
                    "code",
                    transcript=transcript.name,
                    span=span,
                    code=code,
                    polarity=polarity,
                    comment=row.get("memo"),
                )
            )

    def _read_decision(self, row: TableRow) -> Word | None:
        word = read_word(row.get("decision"))
        if row.get("decision") and word is None:
            self._note(
                row,
                "decision",
                mark("`{row}` is no decision", row=row.get("decision")),
                mark("Choose one of: {choices}", choices=join(", ", list(name_words(mark).values()))),
            )
        return word

    def _read_code(self, row: TableRow) -> str:
        if not row.get("new_code"):
            return ""
        try:
            return read_code(self.codes, row.get("new_code"))
        except QualcodeError as error:
            self._note(row, "new_code", error.what, error.how)
            return ""

    def _read_polarity(self, row: TableRow) -> Polarity | None:
        polarity = read_polarity(row.get("new_polarity"))
        if row.get("new_polarity") and polarity is None:
            what = mark("`{row}` is no polarity", row=row.get("new_polarity"))
            self._note(row, "new_polarity", what, mark("Write + (supporting) or − (contrary), or leave it empty"))
        return polarity

    def _find_words(self, row: TableRow, left: Left) -> Span | None:
        if not row.get("words"):
            return None
        try:
            return find_words(self.texts[left.transcript], row.get("words"), left.span)
        except QualcodeError as error:
            self._note(row, "words", error.what, error.how)
            return None


def _find_clash(word: Word | None, code: str, new_code: str, changes: bool) -> tuple[str, str, str] | None:
    """The column, what and how, where a row says two things at once or half of one."""
    if word == "add" and not code:
        return "new_code", mark("one code more is decided on, but none is given"), mark("Choose one in the list")
    if word == "recode" and not new_code:
        return "new_code", mark("another code is decided on, but none is given"), mark("Choose one in the list")
    if word == "reject" and changes:
        return "decision", mark("it is turned down and changed at once"), mark("Choose one of the two")
    if word == "accept" and new_code:
        how = mark("Choose the decision for another code, or for one code more")
        return "new_code", mark("the coding is accepted, but {new_code} is given too", new_code=new_code), how
    return None

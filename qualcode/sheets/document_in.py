"""What a person did in a Word sheet: comments added, changed, answered, moved, resolved and deleted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qualcode.errors import QualcodeError
from qualcode.evidence.wording import shorten
from qualcode.messages import mark
from qualcode.model import Problem, Severity, Span, Transcript, list_errors
from qualcode.sheets.aligning import lay_texts
from qualcode.sheets.comment_places import Places
from qualcode.sheets.comment_tags import drop_tags, find_tag, is_memo_as_it_left
from qualcode.sheets.contract import Back, Edit, EditAct, Left
from qualcode.sheets.document_text import Comment, DocumentBack
from qualcode.sheets.words import CodeWords, Line, find_present, fold, looks_like_id, read_line, read_word, suggest_code

_PROPOSED = re.compile(r"\s*(?:new code|kode baru)\s*:\s*(.+)", re.IGNORECASE)
_NOBODY = frozenset({"", "unknown author", "author", "unknown", "penulis", "microsoft office user", "user"})


def read_document(back: DocumentBack, texts: Mapping[str, Transcript], codes: CodeWords) -> Back:
    """The edits in a document, and every problem with the comment that it is about; `texts` are the transcripts as they
    left, by name. Comments on a transcript that is not among them are passed over: whoever left it out says why."""
    laid, changes = lay_texts(back.text, texts)
    reading = _Reading(back, texts, codes, Places(back, texts, {each.name: each for each in laid}))
    reading.problems += changes
    if back.tracked:
        how = mark("They are not taken in; a sheet does not change a transcript")
        reading.problems.append(
            Problem(mark("the text"), mark("tracked changes: {tracked}", tracked=back.tracked), how, "warning")
        )
    reading.read()
    return Back(tuple(reading.edits), tuple(reading.problems), reading.unchanged)


@dataclass(slots=True)
class _Reading:
    back: DocumentBack
    texts: Mapping[str, Transcript]
    codes: CodeWords
    places: Places
    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    seen: dict[int, Comment] = field(default_factory=dict)

    def read(self) -> None:
        replies: dict[str, list[Comment]] = {}
        known: list[tuple[int, Comment]] = []
        new: list[Comment] = []
        for comment in self.back.comments:
            number, is_memo = _find_number(comment)
            if is_memo:
                continue  # a memo as it left
            if number:
                known.append((number, comment))
            elif comment.parent:
                replies.setdefault(comment.parent, []).append(comment)
            else:
                new.append(comment)
        known.sort(key=lambda each: each[0])
        new.sort(key=lambda comment: comment.place or (0, 0))  # LibreOffice writes comments in another order
        for comment in new:
            beside = [each for _, each in known if comment.place and each.place == comment.place]
            if len(beside) == 1 and not self._begins_with_code(comment):
                replies.setdefault(beside[0].id, []).append(comment)  # some programs keep a reply as a comment beside
            else:
                self._read_new(comment, replies.pop(comment.id, []))
        for number, comment in known:
            self._read_known(number, comment, replies.pop(comment.id, []))
        for comment in (reply for group in replies.values() for reply in group):
            what = mark("the comment to which this is a reply is gone")
            self._note(comment, what, mark("Write it as a comment of its own that begins with a code, or delete it"))
        self._look_for_deleted()

    def _note(self, comment: Comment, what: str, how: str, severity: Severity = "error") -> None:
        self.problems.append(Problem(self._where(comment), what, how, severity))

    def _where(self, comment: Comment) -> str:
        number, _ = _find_number(comment)
        place = comment.place or (0, 0)
        words = shorten(self.back.text[slice(*place)])
        if number:
            return mark("comment [{number}]", number=number)
        return mark("comment {id} of {author} on “{words}”", id=comment.id, author=comment.author, words=words)

    def _begins_with_code(self, comment: Comment) -> bool:
        head = _first_line(comment)
        try:
            return bool(read_line(self.codes, head).code or _PROPOSED.match(head)) or looks_like_id(self.codes, head)
        except QualcodeError:
            return True

    def _read_known(self, number: int, comment: Comment, replies: list[Comment]) -> None:
        rows = self.back.imprint.rows
        if number > len(rows):
            self._note(
                comment, mark("no coding with this number left"), mark("Delete the number to make it a new coding")
            )
            return
        left = rows[number - 1]
        if left.transcript not in self.texts:
            return
        if number in self.seen:
            how = mark("Delete one of the two; for a second code, delete the line with the number in one")
            self._note(comment, mark("this coding has two comments"), how)
            return
        self.seen[number] = comment
        before = len(self.problems), len(self.edits)
        answers = [answer for reply in replies if (answer := self._read_reply(reply, left))]
        is_answered = any(answer.act != "comment" for answer in answers)
        head = self._read_head(comment, left, done=comment.done and not is_answered)
        stances = {"": head} if head else {}
        for answer in answers:
            held = stances.get(answer.who)
            memo = "\n".join(filter(None, (held.comment if held else "", answer.comment)))
            stances[answer.who] = replace(held if held and answer.act == "comment" else answer, comment=memo)
        self.edits += stances.values()
        if list_errors(self.problems[before[0] :]):
            del self.edits[before[1] :]  # what is half understood is left out whole
        self.unchanged += (len(self.problems), len(self.edits)) == before

    def _read_head(self, comment: Comment, left: Left, *, done: bool) -> Edit | None:
        """What the comment itself says; None where it is as it left. Where it is `done`, it accepts."""
        try:
            span = self.places.find_moved(comment, left)
        except QualcodeError as error:
            self._note(comment, error.what, error.how)
            span = None
        lines = drop_tags(comment.lines)
        line = self._read_first(comment, lines)
        if line is None:
            return None
        below = [n for n, each in enumerate(lines) if n and read_word(each) in ("accept", "reject")]
        if below and not line.word:
            line = replace(line, word=read_word(lines.pop(below[0])))
        code = line.code if line.code != find_present(self.codes, left.code) else ""
        polarity = line.polarity if line.polarity != left.polarity else None
        memo = self._read_more(comment, left.transcript, left.span, [line.rest, *lines[1:]], who="")
        edit = Edit(self._where(comment), "comment", left, comment=memo)
        changes = bool(code or polarity or span)
        if line.word == "add" or (line.word == "reject" and changes):
            how = mark("Write the decision alone; a second code goes on a line of its own")
            self._note(comment, mark("`{lines}` says two things at once", lines=shorten(lines[0])), how)
            return None
        if changes:
            act: EditAct = "recode" if code else "move" if span else "polarity"
            return replace(edit, act=act, code=code, polarity=polarity, span=span)
        if line.word or done:
            return replace(edit, act="reject" if line.word == "reject" else "accept")
        return edit if memo else None

    def _read_first(self, comment: Comment, lines: list[str]) -> Line | None:
        head = lines[0] if lines else ""
        try:
            line = read_line(self.codes, head)
        except QualcodeError as error:
            self._note(comment, error.what, error.how)
            return None
        if line.code or (line.word and not line.rest) or (line.polarity and not line.rest):
            return line
        self._note(
            comment, mark("its first line names no code: `{head}`", head=shorten(head)), suggest_code(self.codes, head)
        )
        return None

    def _read_more(self, comment: Comment, name: str, span: Span, lines: list[str], who: str) -> str:
        """The memo below a first line; further lines that are codes make codings of their own, made by `who`."""
        at = 1
        while at < len(lines):
            try:
                line = read_line(self.codes, lines[at])
            except QualcodeError as error:
                self._note(comment, error.what, error.how)
                break
            if not line.code or line.word in ("reject", "recode"):
                break
            edit = Edit(self._where(comment), "code", None, name, span, line.code, line.polarity, who=who)
            self.edits.append(edit)
            at += 1
        if at < len(lines) and looks_like_id(self.codes, lines[at]):
            what = mark("the codebook has no code `{lines}`", lines=shorten(lines[at]))
            self._note(comment, what, suggest_code(self.codes, lines[at]))
        return "\n".join(line for line in (lines[0], *lines[at:]) if line.strip()).strip()

    def _read_reply(self, reply: Comment, left: Left) -> Edit | None:
        """A decision where the reply begins with one, else a memo."""
        lines = drop_tags(reply.lines)
        try:
            line = read_line(self.codes, lines[0] if lines else "")
        except QualcodeError as error:
            self._note(reply, error.what, error.how)
            return None
        edit = Edit(self._where(reply), "comment", left, comment="\n".join(lines).strip(), who=self._who(reply))
        rest = "\n".join(filter(None, (line.rest, *lines[1:]))).strip()
        polarity = line.polarity if line.polarity != left.polarity else None
        if line.code and line.code != find_present(self.codes, left.code):
            return replace(edit, act="recode", code=line.code, polarity=polarity, comment=rest)
        if line.word == "reject":
            return replace(edit, act="reject", comment=rest)
        if line.word == "accept" or line.code or (line.polarity and not line.rest):
            return replace(edit, act="polarity" if polarity else "accept", polarity=polarity, comment=rest)
        if lines and looks_like_id(self.codes, lines[0]):
            self._note(
                reply,
                mark("the codebook has no code `{lines}`", lines=shorten(lines[0])),
                suggest_code(self.codes, lines[0]),
            )
            return None
        return edit if edit.comment else None

    def _read_new(self, comment: Comment, replies: list[Comment]) -> None:
        """A comment that a person added: one code or several on its first lines, the rest a memo."""
        lines = drop_tags(comment.lines)
        try:
            found = self.places.find_new(comment)
        except QualcodeError as error:
            self._note(comment, error.what, error.how)
            return
        if found is None:
            return
        name, span = found
        proposed = _PROPOSED.match(lines[0]) if lines else None
        before = len(self.problems)
        line = Line() if proposed else self._read_first(comment, lines)
        if line is None:
            return
        if not proposed and not line.code:
            self._note(comment, mark("a new coding needs a code"), suggest_code(self.codes, lines[0] if lines else ""))
            return
        at, who = len(self.edits), self._who(comment)
        memo = self._read_more(comment, name, span, ["" if proposed else line.rest, *lines[1:]], who)
        memo = "\n".join(filter(None, (memo, *("\n".join(drop_tags(reply.lines)) for reply in replies))))
        if len(self.problems) > before:
            del self.edits[at:]
            return
        edit = Edit(self._where(comment), "code", None, name, span, line.code, line.polarity, comment=memo)
        if proposed:
            edit = replace(edit, act="propose", label=proposed[1].strip())
        self.edits.insert(at, replace(edit, who=who))

    def _who(self, comment: Comment) -> str:
        return "" if fold(comment.author) in _NOBODY else comment.author

    def _look_for_deleted(self) -> None:
        """Comments that are gone reject; where all of a transcript are gone, a program has lost them more likely."""
        for name in self.texts:
            rows = [(n, left) for n, left in enumerate(self.back.imprint.rows, start=1) if left.transcript == name]
            gone = [(number, left) for number, left in rows if number not in self.seen]
            if gone and len(gone) == len(rows):
                what = mark("its only comment is gone, as if a program had lost it: nothing is turned down")
                if len(gone) > 1:
                    what = mark(
                        "all {count} comments are gone, as if a program had lost them: nothing is turned down",
                        count=len(gone),
                    )
                how = mark(
                    "Save it from Word or LibreOffice with its comments; to turn down, write reject in each of them"
                )
                self.problems.append(Problem(name, what, how))
                continue
            for number, left in gone:
                where = mark("comment [{number}]", number=number)
                if self.places.laid[name].holds(left.span):
                    self.edits.append(Edit(where, "reject", left, deleted=True))
                else:
                    what = mark("it is gone with the words on which it was: nothing is decided on it")
                    self.problems.append(
                        Problem(where, what, mark("To turn it down, choose so where it stands"), "warning")
                    )


def _find_number(comment: Comment) -> tuple[int, bool]:
    """The number that a comment left with (0: none), and whether it is a memo as it left."""
    tag = find_tag(comment.lines)
    if tag is None or not tag.memo:
        return (tag.number if tag else 0), False
    return 0, is_memo_as_it_left(tag, comment.lines)


def _first_line(comment: Comment) -> str:
    return next(iter(drop_tags(comment.lines)), "")

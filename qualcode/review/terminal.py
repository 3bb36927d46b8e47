"""Deciding in the terminal: one coding, or one passage, at a time and one key for each decision."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from qualcode.codebook.describe import describe_code
from qualcode.errors import find_nearest
from qualcode.evidence.standing import drop_undone
from qualcode.evidence.wording import name_code
from qualcode.messages import Translate, translator
from qualcode.model import Coding, Decision, Quote, Span, Unit
from qualcode.review.queue import Queue
from qualcode.review.waiting import list_unread, list_waiting
from qualcode.workflow.choosing import Choice, ChoicesRefused
from qualcode.workflow.contexts import quote_from
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import Desk, find_coding, list_memos, open_transcript

Item = Coding | tuple[str, Unit]


class Screen(Protocol):
    """What a terminal can do: show a quote in context, say a line, wait for a key, ask for a line of text."""

    def show(self, quote: Quote) -> None:
        """Show a passage in context with its code."""

    def show_words(self, before: str, words: str, after: str, source: str) -> None:
        """Show words that bear no code yet, with what stands around them and who says them."""

    def say(self, line: str) -> None:
        """Write one line."""

    def wait_for_key(self, prompt: str, keys: str) -> str:
        """One of `keys`; "q" where nobody is there to press one."""

    def ask(self, prompt: str) -> str:
        """A line of text, "" for none."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a sitting went: what was done, by act, and how many of the queue are left."""

    acts: Counter[str]
    left: int
    total: int

    def summarise(self, t: Translate) -> str:
        """One line that says how it went."""
        names = {
            "accept": t("accepted"),
            "reject": t("rejected"),
            "recode": t("recoded"),
            "polarity": t("polarity set"),
            "code": t("coded by hand"),
            "nothing": t("without a code"),
            "comment": t("memos"),
            "undo": t("taken back"),
            "place": t("placed"),
        }
        parts = ", ".join(f"{names[act]} {count}" for act, count in sorted(self.acts.items()))
        return t("{done}. Left in the queue: {left} of {total}.").format(
            done=parts or t("Nothing decided"), left=self.left, total=self.total
        )


def review_in_terminal(desk: Desk, queue: Queue, screen: Screen, now: Callable[[], str]) -> Done:
    """Go through the queue until its end or until the person stops; every decision is on the disk at once.

    Blind, the queue is the respondents' units that the coder has not read, to be coded from nothing.
    """
    items: Sequence[Item] = list_unread(desk, queue) if desk.seen == "blind" else list_waiting(desk, queue)
    sitting = _Sitting(desk, items, screen, now, translator(desk.opened.language))
    for orphan in [each for each in desk.orphans if each.who == desk.coder]:
        if not sitting.place(orphan):
            return Done(sitting.acts, len(items), len(items))
    while sitting.at < len(items) and sitting.do_one():
        pass
    return Done(sitting.acts, len(items) - len(sitting.decided), len(items))


class _Sitting:
    def __init__(self, desk: Desk, items: Sequence[Item], screen: Screen, now: Callable[[], str], t: Translate) -> None:
        self.desk, self.items, self.screen, self.now, self.t = desk, items, screen, now, t
        self.at = 0
        self.acts: Counter[str] = Counter()
        self.decided: set[int] = set()
        self.history: list[int] = []

    def place(self, orphan: Decision) -> bool:
        """Ask where the words of an orphan stand now; False to stop."""
        passage, t = orphan.passage, self.t
        if passage is None:
            return True
        self.screen.say(t("These words are not found any more in {name}:").format(name=orphan.transcript))
        source = f"{passage.case or passage.speaker}, {orphan.code}"
        self.screen.show_words(passage.before, passage.quote, passage.after, source)
        while True:
            key = self.screen.wait_for_key(t("w what stands there now  x let it go  s skip  q quit"), "wxsq")
            if key == "x":
                self._do([Choice("undo", orphan.hash)], stay=True)
            if key != "w":
                return key != "q"
            span = self._find(orphan.transcript, self.screen.ask(t("The words, as they stand there now:")))
            if span:
                self._do([Choice("place", orphan.on, span=span)], stay=True)
                return True

    def _find(self, name: str, words: str) -> Span | None:
        """The only place where these words stand in a transcript; else the person is told."""
        text = open_transcript(self.desk, name).text
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = [Span(*match.span()) for match in re.finditer(pattern, text)] if pattern else []
        if len(found) == 1:
            return found[0]
        self.screen.say(self.t("They stand there {n} times; take words that stand there once.").format(n=len(found)))
        return None

    def do_one(self) -> bool:
        """Show one item and do what the person wants with it; False to stop."""
        item = self.items[self.at]
        self.screen.say("")
        self.screen.say(f"[{self.at + 1}/{len(self.items)}]")
        if isinstance(item, Coding):
            key = self.screen.wait_for_key(self._show_coding(item), "arcpmdusq")
        else:
            key = self.screen.wait_for_key(self._show_unit(*item), "cndusq")
        if key == "q":
            return False
        if key == "s":
            self.at += 1
        elif key == "u":
            self._undo()
        elif key == "d":
            self._define(item)
        elif isinstance(item, Coding):
            self._decide_on(key, item)
        else:
            self._code(key, *item)
        return True

    def _show_coding(self, item: Coding) -> str:
        t = self.t
        coding = find_coding(self.desk, item.id) or item
        language = self.desk.opened.language
        transcript = open_transcript(self.desk, coding.transcript)
        self.screen.show(quote_from(transcript, self.desk.coded, coding, language))
        code = self.desk.coded.codebook.find(coding.code)
        if code:
            self.screen.say(f"{code.id}: {code.short.in_language(language)}")
        for memo in list_memos(self.desk, coding.id):
            self.screen.say(f"{memo.who}: “{memo.text}”")
        return t("a accept  r reject  c other code  p other polarity  m memo  d definition  u undo  s skip  q quit")

    def _show_unit(self, name: str, unit: Unit) -> str:
        transcript = open_transcript(self.desk, name)
        turn = next(turn for turn in transcript.turns if turn.number == unit.turn)
        shown = Coding(
            "", name, turn.case, turn.speaker, turn.number, unit.span, unit.span.of(transcript.text), "",
            "supporting", "actual", "unknown", "unknown", self.desk.coder, (), None, "manual", "", "",
            transcript.text_sha256,
        )  # fmt: skip
        quote = quote_from(transcript, self.desk.coded, shown, self.desk.opened.language)
        place = self.t("{transcript}, turn {turn}").format(transcript=name, turn=turn.number)
        self.screen.show_words(quote.before, shown.quote, quote.after, f"{quote.case_label}: {place}")
        return self.t("c code  n no code  d definitions  u undo  s skip  q quit")

    def _decide_on(self, key: str, item: Coding) -> None:
        t = self.t
        if key in "ar":
            self._do([Choice("accept" if key == "a" else "reject", item.id)])
        elif key == "c":
            self._ask_until_done(t("Which code?"), lambda code: [Choice("recode", item.id, code=code)])
        elif key == "p":
            coding = find_coding(self.desk, item.id) or item
            other = "contrary" if coding.polarity == "supporting" else "supporting"
            self._do([Choice("polarity", item.id, polarity="contrary" if other == "contrary" else "supporting")])
        elif key == "m":
            text = self.screen.ask(t("Memo:"))
            if text:
                self._do([Choice("comment", item.id, comment=text)], stay=True)

    def _code(self, key: str, name: str, unit: Unit) -> None:
        if key == "n":
            self._do([Choice("nothing", transcript=name, span=unit.span)])
            return
        self._ask_until_done(
            self.t("Codes, apart by blanks, with - before one that the words speak against:"),
            lambda line: [
                Choice(
                    "code",
                    transcript=name,
                    span=unit.span,
                    code=word.removeprefix("-"),
                    polarity="contrary" if word.startswith("-") else "supporting",
                )
                for word in line.split()
            ],
        )

    def _ask_until_done(self, prompt: str, choose: Callable[[str], list[Choice]]) -> None:
        """Ask for codes until they are decided on, or nothing is said: a typing error is no reason to go on."""
        known = self.desk.coded.codebook.list_ids()
        while line := self.screen.ask(prompt):
            choices = choose(line)
            unknown = [choice.code for choice in choices if choice.code not in known]
            for code in unknown:
                self._say_unknown(code, find_nearest(code, known))
            if not unknown and self._do(choices):
                return

    def _say_unknown(self, code: str, near: str) -> None:
        what = self.t("The codebook has no code {code}.").format(code=code)
        how = self.t("Did you mean `{near}`?").format(near=near) if near else self.t("d, after Enter, lists all codes.")
        self.screen.say(f"! {what} {how}")

    def _do(self, choices: list[Choice], *, stay: bool = False) -> bool:
        """Decide; False where that is refused, and the person is told why."""
        try:
            done = decide(self.desk, choices, self.now(), "terminal")
        except ChoicesRefused as refused:
            for problem in refused.problems:
                self.screen.say(f"! {problem.what}. {problem.how}")
            return False
        self.acts.update(decision.act for decision in done)
        self.history += [self.at] * len(done)
        if done and not stay:
            self.decided.add(self.at)
            self.at += 1
        return True

    def _undo(self) -> None:
        """Take back the coder's last decision, and go back to where it was made if that was in this sitting."""
        if not any(decision.transcript for decision in drop_undone(self.desk.own)):
            self.screen.say(self.t("There is nothing to take back."))
            return
        if not self._do([Choice("undo")], stay=True):
            return
        self.history.pop()
        if self.history:
            self.at = self.history.pop()
            self.decided.discard(self.at)
        self.screen.say(self.t("Taken back."))

    def _define(self, item: Item) -> None:
        codebook, language = self.desk.coded.codebook, self.desk.opened.language
        code = codebook.find(item.code) if isinstance(item, Coding) else None
        if code:
            lines = describe_code(codebook, code, language, self.t)
        else:
            lines = tuple(f"{each.id}: {name_code(codebook, each.id, language)}" for each in codebook.codes)
        for line in lines:
            self.screen.say(line)

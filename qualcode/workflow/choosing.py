"""What a person chooses to do, made into decisions and checked against the desk; nothing is written here."""

from dataclasses import dataclass, replace
from hashlib import blake2b

from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.standing import drop_undone
from qualcode.messages import mark
from qualcode.model import Act, Decision, Modality, Passage, Polarity, Problem, Refused, Span, Tool, make_coding_id
from qualcode.store.names import list_plain_words
from qualcode.workflow.desk import Desk, find_coding, open_transcript
from qualcode.workflow.placing import make_passage

PROPOSED = "NEW."  # what the ids of proposed codes begin with until the codebook takes them in


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose to do; `decide` makes a decision of it.

    accept, reject, comment take `on`, a coding's id; recode takes `code` too, polarity takes `polarity`, move takes
    `span`; each of these three may bring along what the other two take. code and propose take `transcript`, `span` and
    `code`, with `polarity` and `modality` if not the usual ones, and propose a `label`; nothing takes `transcript` and
    `span`, place an orphan's `on` and `span`. undo takes back the coder's last decision, or the one whose hash is `on`.
    A `comment` may go with each. `where` is how problems call it, such as a sheet's row.
    """

    act: Act
    on: str = ""
    transcript: str = ""
    span: Span | None = None
    code: str = ""
    polarity: Polarity | None = None
    modality: Modality = "actual"
    label: str = ""
    comment: str = ""
    where: str = ""


class ChoicesRefused(Refused):
    """Choices that cannot be decided as they are; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = len(problems)
        what = mark("Nothing was decided: a problem stands in the way")
        if count > 1:
            what = mark("Nothing was decided: {count} problems stand in the way", count=count)
        super().__init__(what, mark("Mend what is listed above and do it again"), problems)


class Choosing:
    """Makes decisions of choices and collects what stands in the way."""

    def __init__(self, desk: Desk, when: str, tool: Tool) -> None:
        self.desk, self.when, self.tool = desk, when, tool
        codebook = desk.coded.codebook
        self.codes = codebook.list_ids()
        self.problems: list[Problem] = []
        self.taken_back: set[str] = set()

    def make(self, choice: Choice) -> Decision | None:
        """The decision, not on the disk yet; None where a problem stands in the way."""
        if choice.act == "undo":
            return self._undo(choice)
        if choice.act in ("code", "propose", "nothing"):
            return self._make_new(choice)
        if choice.act == "place":
            return self._place(choice)
        if choice.act in ("accept", "reject", "comment", "recode", "polarity", "move"):
            return self._decide_on(choice)
        self._note(choice, mark("`{act}` is nothing to decide at a desk", act=choice.act), "")
        return None

    def _note(self, choice: Choice, what: str, how: str) -> None:
        self.problems.append(Problem(choice.where or choice.on or choice.transcript, what, how))

    def _write(self, choice: Choice, **fields: object) -> Decision:
        codebook = self.desk.coded.codebook
        code = codebook.find(str(fields.get("to_code") or fields.get("code") or ""))
        return replace(
            Decision(choice.act, self.desk.coder, self.when, self.tool, self.desk.seen, comment=choice.comment),
            codebook=codebook.versioned,
            code_hash=code.hash if code else "",
            **fields,  # type: ignore[arg-type]
        )

    def _undo(self, choice: Choice) -> Decision | None:
        own = [each for each in self.desk.own if each.transcript]  # what is on no transcript is on the codebook
        standing = [each for each in drop_undone(own) if each.hash not in self.taken_back]
        if choice.on:
            standing = [each for each in own if each.hash == choice.on]
            if not standing and any(each.hash == choice.on for each in self.desk.own):
                self._note(
                    choice,
                    mark("another id for a code is not taken back here"),
                    mark("Rename the code in the codebook"),
                )
                return None
        if not standing:
            self._note(choice, mark("there is nothing to take back"), mark("Only your own decisions can be taken back"))
            return None
        self.taken_back.add(standing[-1].hash)
        return self._write(choice, transcript=standing[-1].transcript, on=standing[-1].hash)

    def _decide_on(self, choice: Choice) -> Decision | None:
        coding = find_coding(self.desk, choice.on)
        if coding is None:
            self._note(
                choice,
                mark("there is no coding {on}", on=choice.on),
                mark("It may be gone since; open the queue again"),
            )
            return None
        passage = self._find_passage(choice, coding.transcript, coding.span)
        changes: dict[str, object] = {}
        if choice.act in ("recode", "polarity", "move"):
            changes = self._find_changes(choice, coding.transcript)
        elif choice.act == "comment" and not choice.comment.strip():
            self._note(choice, mark("the memo is empty"), mark("Write something, or leave it"))
        return self._write(
            choice,
            transcript=coding.transcript,
            on=coding.id,
            coder=coding.coder,
            passage=passage,
            code=coding.code,
            polarity=coding.polarity,
            modality=coding.modality,
            **changes,
        )

    def _find_changes(self, choice: Choice, transcript: str) -> dict[str, object]:
        changes: dict[str, object] = {}
        if choice.act == "recode" or choice.code:
            changes["to_code"] = self._check_code(choice)
        if choice.act == "polarity" or choice.polarity:
            changes["to_polarity"] = choice.polarity
            if choice.polarity is None:
                self._note(choice, mark("no polarity is given"), mark("Give supporting or contrary"))
        if choice.act == "move" or choice.span:
            changes["to_passage"] = self._find_passage(choice, transcript, choice.span)
        return changes

    def _place(self, choice: Choice) -> Decision | None:
        orphan = next((each for each in self.desk.orphans if each.on == choice.on), None)
        if orphan is None:
            self._note(
                choice,
                mark("{on} is not to be placed", on=choice.on),
                mark("Its words are there, or nobody decided on it"),
            )
            return None
        name = choice.transcript or orphan.transcript
        return self._write(
            choice,
            transcript=name,
            on=orphan.on,
            coder=orphan.coder,
            passage=self._find_passage(choice, name, choice.span),
            code=orphan.code,
            polarity=orphan.polarity,
            modality=orphan.modality,
        )

    def _make_new(self, choice: Choice) -> Decision | None:
        passage = self._find_passage(choice, choice.transcript, choice.span)
        code = "" if choice.act == "nothing" else self._check_code(choice)
        if passage is None or code is None:
            return None
        polarity = choice.polarity or "supporting"
        coder = self.desk.coder
        on = make_coding_id(choice.transcript, passage.span, code, polarity, choice.modality, coder) if code else ""
        return self._write(
            choice,
            transcript=choice.transcript,
            on=on,
            coder=coder,
            passage=passage,
            code=code,
            polarity=polarity,
            modality=choice.modality,
            label=choice.label.strip(),
        )

    def _check_code(self, choice: Choice) -> str | None:
        if choice.act == "propose":
            if not choice.label.strip():
                self._note(choice, mark("a proposed code needs a label"), mark("Take it from the words at hand"))
                return None
            code = choice.code or name_proposal(choice.label)
            if self.desk.coded.codebook.find(code):
                self._note(
                    choice, mark("the codebook has a code {code}", code=code), mark("Give the passage that code")
                )
                return None
            return code
        if choice.code in self.codes:
            return choice.code
        self._note(
            choice, mark("the codebook has no code `{code}`", code=choice.code), suggest(choice.code, self.codes)
        )
        return None

    def _find_passage(self, choice: Choice, name: str, span: Span | None) -> Passage | None:
        try:
            transcript = open_transcript(self.desk, name)
        except QualcodeError as error:
            self._note(choice, error.what, error.how)
            return None
        passage = make_passage(transcript, span.trim(transcript.text)) if span else None
        if passage is None:
            self._note(choice, mark("the passage is not inside one turn"), mark("Choose words that one speaker says"))
            return None
        return passage


def name_proposal(label: str) -> str:
    """The id under which a proposed code goes until the codebook takes it in: `NEW.` and its label's letters."""
    return f"{PROPOSED}{'_'.join(list_plain_words(label)) or blake2b(label.encode(), digest_size=4).hexdigest()}"

"""claims.yaml: the statements to verify, read with every problem and its line."""

from pathlib import Path
from typing import cast

from qualcode.codebook.fields import read_id, read_languages, read_words
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import mark
from qualcode.model import Case, Change, Claim, Codebook, Polarity, Problem, Rival, Side, Words, list_errors
from qualcode.model.claim import Checkable, Expectation, IfThen, Sign
from qualcode.verify.claims.scope import list_attributes, read_attribute
from qualcode.verify.claims.signs import SignError, parse_sign

KEYS = (
    "id",
    "text",
    "codes",
    "scope",
    "figures",
    "relation",
    "checkable",
    "needs",
    "rivals",
    "if_then",
    "expected",
    "source",
    "author",
    "date",
    "history",
)
LEANS = ("for", "against", "both", "silent")


def read_claims(
    path: Path, name: str, codebook: Codebook, cases: tuple[Case, ...]
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Read the claims of a study; `name` is how problems call the file.

    Noted as errors: unknown keys, codes, polarities, attributes and values of a scope; an id that stands twice; a
    claim without text; one that interviews should answer, without codes; one they cannot answer, without the source
    that could; an expectation without a name or a date, a date that is none. Warned of: figures that interviews alone
    should answer. A claim with an error is left out.
    """
    check = Checker(name)
    file = check.read(path)
    if file is None:
        return (), tuple(check.problems)
    entries = check.keys(file, ("languages", "claims"), mark("the file"))
    languages = read_languages(check, entries.get("languages"))
    reader = _Reader(check, codebook, list_attributes(cases), languages, _find_used(entries.get("claims"), languages))
    claims: list[Claim] = []
    lines: dict[str, int] = {}
    for item in check.items(entries.get("claims"), "claims"):
        errors = len(list_errors(check.problems))
        claim = reader.read_claim(item)
        if claim.id in lines:
            check.note(
                item,
                mark("the claim `{id}` stands twice", id=claim.id),
                mark("The first is on line {lines}", lines=lines[claim.id]),
            )
        if claim.id:
            lines.setdefault(claim.id, claim.line)
        if len(list_errors(check.problems)) == errors:
            claims.append(claim)
    return tuple(claims), tuple(check.problems)


def _find_used(claims: Entry | None, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages in which any claim of the file has its text: only where one claim has a language that another
    lacks, words are missing."""
    items = claims.value if claims and isinstance(claims.value, list) else []
    texts = [item.value.get("text") for item in items if isinstance(item.value, dict)]
    used = {key for text in texts if text and isinstance(text.value, dict) for key in text.value}
    return tuple(language for language in languages if language in used) or languages


class _Reader:
    def __init__(
        self,
        check: Checker,
        codebook: Codebook,
        attributes: dict[str, tuple[str, ...]],
        languages: tuple[str, ...],
        used: tuple[str, ...],
    ) -> None:
        self.check, self.attributes, self.languages, self.used = check, attributes, languages, used
        self.codes = codebook.list_ids()

    def read_claim(self, item: Entry) -> Claim:
        entries = self.check.keys(item, KEYS, mark("a claim"))
        before = len(self.check.problems)
        checkable = self.check.one_of(entries.get("checkable"), ("yes", "partly", "no"), "yes", "checkable")
        is_understood = len(self.check.problems) == before  # else nothing can be said of how it fits the rest
        claim = Claim(
            id=read_id(self.check, item, entries.get("id"), "id"),
            text=self._read_words(entries.get("text"), "text", needed_at=item),
            codes=self._read_codes(entries.get("codes")),
            scope=self._read_scope(entries.get("scope")),
            checkable=cast("Checkable", checkable),
            needs=self._read_words(entries.get("needs"), "needs"),
            rivals=tuple(self._read_rival(rival) for rival in self.check.items(entries.get("rivals"), "rivals")),
            source=self.check.text(entries.get("source"), "source"),
            line=item.line,
            figures=tuple(entry.written.strip() for entry in self.check.texts(entries.get("figures"), "figures")),
            relation=self._read_relation(entries.get("relation")),
            if_then=tuple(self._read_if_then(test) for test in self.check.items(entries.get("if_then"), "if_then")),
            expectations=tuple(
                self._read_expectation(expected) for expected in self.check.items(entries.get("expected"), "expected")
            ),
            author=self.check.text(entries.get("author"), "author"),
            date=self.check.day(entries.get("date"), "date"),
            history=tuple(self._read_change(change) for change in self.check.items(entries.get("history"), "history")),
        )
        if is_understood:
            self._weigh(item, claim, has_codes=bool(entries.get("codes") and entries["codes"].value))
        return claim

    def _weigh(self, item: Entry, claim: Claim, *, has_codes: bool) -> None:
        """Whether what the claim says about its checking fits together."""
        if claim.checkable != "no" and not has_codes:
            self.check.note(
                item,
                mark("a claim that interviews should answer has no codes"),
                mark("Add `codes:`, or say `checkable: no` and what it needs"),
            )
        if claim.checkable != "yes" and claim.needs == Words():
            self.check.note(
                item,
                mark("`checkable: {checkable}`, and nothing says what the claim needs", checkable=claim.checkable),
                mark("Name the source that could answer it under `needs:`"),
                "error" if claim.checkable == "no" else "warning",
            )
        if claim.figures and claim.checkable == "yes":
            self.check.note(
                item,
                mark(
                    "the claim states figures ({figures}), which interviews cannot give",
                    figures=", ".join(claim.figures),
                ),
                mark("Say `checkable: partly` (or no), and name the source of the figures under `needs:`"),
                "warning",
            )

    def _read_words(self, entry: Entry | None, place: str, needed_at: Entry | None = None) -> Words:
        languages = self.used if entry and isinstance(entry.value, dict) else self.languages
        words = read_words(self.check, entry, place, languages, needed_at=needed_at)
        if needed_at and entry and isinstance(entry.value, dict) and words == Words():
            self.check.note(entry, mark("{place} has no words", place=place), mark("Write them under `id:` or `en:`"))
        return words

    def _read_codes(self, entry: Entry | None) -> tuple[tuple[str, Polarity], ...]:
        codes: dict[str, Polarity] = {}
        for item in self.check.items(entry, "codes"):
            entries = self.check.keys(item, ("code", "expects"), mark("an item of codes"))
            code = self._read_code(entries.get("code"), item)
            expects = self.check.one_of(entries.get("expects"), ("supporting", "contrary"), "supporting", "expects")
            if code in codes:
                self.check.note(
                    item, mark("the code {code} stands twice in one claim", code=code), mark("Keep one of the two")
                )
            elif code:
                codes[code] = cast("Polarity", expects)
        return tuple(codes.items())

    def _read_code(self, entry: Entry | None, place: Entry) -> str:
        code = self.check.text(entry, "code")
        if not code:
            self.check.note(entry or place, mark("code is missing"), mark("Write `code: ...` with the id of a code"))
        elif code not in self.codes:
            self.check.note(
                entry or place, mark("the codebook has no code `{code}`", code=code), suggest(code, self.codes)
            )
            return ""
        return code

    def _read_scope(self, entry: Entry | None) -> dict[str, str]:
        scope = {}
        for written, value in self.check.mapping(entry, "scope").items():
            attribute, word = read_attribute(written, self.check.text(value, written), self.attributes)
            if attribute not in self.attributes:
                known = tuple(self.attributes)
                self.check.note(
                    value,
                    mark("no case has an attribute `{attribute}`", attribute=attribute),
                    suggest(attribute, known),
                )
            elif self.attributes[attribute] and word not in self.attributes[attribute]:
                known = self.attributes[attribute]
                self.check.note(
                    value,
                    mark("no case has `{attribute}: {word}`", attribute=attribute, word=word),
                    suggest(word, known),
                )
            else:
                scope[attribute] = word
        return scope

    def _read_rival(self, item: Entry) -> Rival:
        entries = self.check.keys(item, ("text", "codes"), mark("a rival"))
        codes = (self._read_code(code, item) for code in self.check.texts(entries.get("codes"), "codes"))
        return Rival(self._read_words(entries.get("text"), "text", needed_at=item), tuple(filter(None, codes)))

    def _read_relation(self, entry: Entry | None) -> tuple[str, str] | None:
        if entry is None:
            return None
        entries = self.check.keys(entry, ("from", "to"), "relation")
        cause, effect = (self._read_code(entries.get(key), entry) for key in ("from", "to"))
        return (cause, effect) if cause and effect else None

    def _read_if_then(self, item: Entry) -> IfThen:
        entries = self.check.keys(item, ("if", "then", "within"), mark("an if-then test"))
        when, then = (self._read_sign(entries.get(key), item, key) for key in ("if", "then"))
        within = self.check.one_of(entries.get("within"), ("informant", "turn"), "informant", "within")
        return IfThen(when, then, "turn" if within == "turn" else "informant")

    def _read_sign(self, entry: Entry | None, place: Entry, key: str) -> Sign:
        written = self.check.text(entry, key)
        try:
            return parse_sign(written, self.codes, self.attributes)
        except SignError as error:
            self.check.note(
                entry or place, mark("`{key}: {written}`: {what}", key=key, written=written, what=error.what), error.how
            )
            return Sign(written)

    def _read_expectation(self, item: Entry) -> Expectation:
        entries = self.check.keys(item, ("lean", "by", "date", "why", "scope"), mark("an expectation"))
        by, filed = self.check.text(entries.get("by"), "by"), self.check.day(entries.get("date"), "date")
        if not by or "date" not in entries:
            what = mark("an expectation says who filed it and when")
            self.check.note(item, what, mark("Add `by: ...` and `date: YYYY-MM-DD`, as they were before coding began"))
        if "lean" not in entries:
            self.check.note(
                item, mark("lean is missing"), mark("Write `lean: ...`, one of: {leans}", leans=", ".join(LEANS))
            )
        return Expectation(
            lean=cast("Side", self.check.one_of(entries.get("lean"), LEANS, "silent", "lean")),
            by=by,
            date=filed,
            why=self.check.text(entries.get("why"), "why"),
            scope=self._read_scope(entries.get("scope")),
        )

    def _read_change(self, item: Entry) -> Change:
        entries = self.check.keys(item, ("date", "by", "why"), mark("a change"))
        by, why = (self.check.text(entries.get(key), key) for key in ("by", "why"))
        return Change(self.check.day(entries.get("date"), "date"), by, why)

"""guide.yaml: the interview guide, read with every problem and its line."""

from pathlib import Path

from qualcode.codebook.fields import ID_SHAPE, read_languages, read_words
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.language.matter import list_matter
from qualcode.messages import mark
from qualcode.model import Codebook, Guide, GuideQuestion, Problem, Words, list_errors

KEYS = ("id", "text", "probes", "codes")


def read_guide(path: Path, name: str, codebook: Codebook) -> tuple[Guide, tuple[Problem, ...]]:
    """Read the guide of a study; `name` is how problems call the file.

    A question without `id` is called by its place: `Q3` is the third. Noted as errors: unknown keys and codes, a
    question without text or without `codes`, a code twice in a question, an id or a question that stands twice. A
    warning is a wording that says nothing of its own ("And then?"), because no turn can be told to ask it. A question
    with an error is left out.
    """
    check = Checker(name)
    file = check.read(path)
    if file is None:
        return Guide(), tuple(check.problems)
    entries = check.keys(file, ("languages", "questions"), mark("the file"))
    reader = _Reader(check, codebook, read_languages(check, entries.get("languages")))
    questions: list[GuideQuestion] = []
    for number, item in enumerate(check.items(entries.get("questions"), "questions"), start=1):
        errors = len(list_errors(check.problems))
        question = reader.read_question(item, number)
        if len(list_errors(check.problems)) == errors:
            questions.append(question)
    return Guide(tuple(questions)), tuple(check.problems)


class _Reader:
    def __init__(self, check: Checker, codebook: Codebook, languages: tuple[str, ...]) -> None:
        self.check, self.codebook, self.languages = check, codebook, languages
        self.codes = codebook.list_ids()
        self.ids: dict[str, int] = {}
        self.wordings: dict[tuple[str, str], int] = {}

    def read_question(self, item: Entry, number: int) -> GuideQuestion:
        entries = self.check.keys(item, KEYS, mark("a question"))
        text = self._read_wording(entries.get("text"), "text", needed_at=item)
        probes = self.check.items(entries.get("probes"), "probes")
        question = GuideQuestion(
            id=self._read_id(item, entries.get("id"), number),
            text=text,
            codes=self._read_codes(item, entries.get("codes")),
            probes=tuple(self._read_wording(probe, "a probe", needed_at=probe) for probe in probes),
            line=item.line,
        )
        self._find_twins(item, question)
        return question

    def _read_id(self, item: Entry, entry: Entry | None, number: int) -> str:
        id_ = self.check.text(entry, "id") or f"Q{number}"
        if not ID_SHAPE.fullmatch(id_):
            self.check.note(
                entry or item, mark("`{id}` cannot be an id", id=id_), mark("Begin with a letter, such as Q3")
            )
        elif id_ in self.ids:
            self.check.note(
                item,
                mark("two questions are called `{id}`", id=id_),
                mark("The first is on line {ids}", ids=self.ids[id_]),
            )
        self.ids.setdefault(id_, item.line)
        return id_

    def _read_wording(self, entry: Entry | None, place: str, needed_at: Entry) -> Words:
        words = read_words(self.check, entry, place, self.languages, needed_at=needed_at)
        if entry is None or entry.value is None:
            return words
        for language in self.languages:
            said = getattr(words, language)
            exceptions = self.codebook.lemma_exceptions.get(language, {})
            if said and not list_matter(said, language, exceptions):
                what = mark("“{said}” holds only words that any turn may hold", said=said)
                self.check.note(
                    entry, what, mark("No turn can be told to ask it: name the matter, or take it out"), "warning"
                )
        if words == Words() and not (isinstance(entry.value, list) or entry.written.strip()):
            self.check.note(
                entry, mark("{place} is empty", place=place), mark("Write the question as it is to be asked")
            )
        return words

    def _read_codes(self, item: Entry, entry: Entry | None) -> tuple[str, ...]:
        if entry is None or entry.value is None:
            self.check.note(
                entry or item,
                mark("the question names no codes"),
                mark("Write `codes: [...]` with the codes that it asks for, or `codes: []` where it asks for none"),
            )
            return ()
        codes: list[str] = []
        for each in self.check.texts(entry, "codes"):
            code = each.written.strip()
            if code not in self.codes:
                self.check.note(each, mark("the codebook has no code `{code}`", code=code), suggest(code, self.codes))
            elif code in codes:
                self.check.note(
                    each, mark("the code {code} stands twice in one question", code=code), mark("Keep one of the two")
                )
            else:
                codes.append(code)
        return tuple(codes)

    def _find_twins(self, item: Entry, question: GuideQuestion) -> None:
        """Note wordings that ask the same as one before: of two questions with the same words, which is asked?"""
        for language in self.languages:
            for wording in question.list_wordings(language):
                key = (language, " ".join(wording.casefold().split()).rstrip("?.! "))
                if key in self.wordings:
                    what = mark("the question “{wording}” stands twice", wording=wording)
                    self.check.note(
                        item,
                        what,
                        mark("The first is on line {wordings}; keep one, with all codes", wordings=self.wordings[key]),
                    )
                self.wordings.setdefault(key, item.line)

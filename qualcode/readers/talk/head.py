"""What stands before and after the talk: front matter, title, fields, legends; endings. Nobody speaks there."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from qualcode.readers.talk.labels import Found, fold, is_code, is_head_key, is_known, read_label, words_of
from qualcode.readers.talk.stretch import SENTENCE_END
from qualcode.readers.talk.vocabulary import (
    ENDINGS,
    GREETINGS,
    INTERVIEWERS,
    NOTES,
    RESPONDENTS,
    SPEAKERS,
    SYNTHETIC,
    TITLES,
)

_HEAD_LINES = 80  # no transcript's head is longer; what looks like a field further down is talk
_LEGEND = re.compile(r"[-*•]?\s*(?P<label>[^\W_][\w .'’-]{0,29}?)\s*[=:：–-]\s*(?P<value>[^=:：\n]{1,80})$")
_EQUATION = re.compile(r"\b(?P<label>[^\W_]\w{0,14}(?: \d{1,2})?)\s*=\s*(?P<value>[^=,;\n]{2,60})")
_IN_PARENTHESES = re.compile(r"\((?P<label>[A-Z]{1,3}\d{0,2})\)")
_RULE = re.compile(r"\s*(?:[-*=_~#·—–]\s*){3,}$")
_ENDING = re.compile(rf"[\s\W_]*(?:{ENDINGS})[\s\W_]*$", re.IGNORECASE)
_ASIDE = re.compile(
    r"\s*(?:\*{1,2}|_)?\s*\\?(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|[♪♫].*)[.\s]*+(?:\*{1,2}|_)?\s*$"
)
_TITLE = re.compile(
    r"\W*(?:lampiran\b.{0,12}\W)?(?:hasil\s+)?(?:transkrip(?:si)?|transcript|wawancara|interview)\b[^.?!:：\n]{0,70}$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\W*(?:informan|informant|narasumber|responden|respondent|participant|partisipan)\s+\w{1,3}\b\W*(?:[:(–-].{0,60})?$",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"[,(;/&]| - | (?:and|with|dan|dengan|bersama) (?=[A-Z])")
_LONGEST_TITLE = 100
_MOST_TITLES = 2
_PROSE = 3  # sentences that end a line; a head holds fewer before its fields
_HEADING = 40  # characters
_NEAR = 6  # lines from a rule to the end
_SYNTHETIC = re.compile(SYNTHETIC, re.IGNORECASE)
_OF_NAMES = re.compile(r"\b(?:nama\w*|names?|pseudonyms?|samaran|not|bukan|tidak)\b[^.\n]{0,40}$", re.IGNORECASE)


def is_rule(line: str) -> bool:
    """Whether the line only separates: ---, ***, ===."""
    return _RULE.match(line) is not None


def is_aside(line: str) -> bool:
    """Whether the line is one stage direction in brackets, or music: nobody's speech where it stands alone."""
    return line.lstrip()[:1] in "([{<*_\\♪♫" and _ASIDE.match(line) is not None


def is_ending(line: str) -> bool:
    """Whether the line only says that the talk is over or who wrote it down."""
    return _ENDING.match(line[:200]) is not None


def count_paragraphs(lines: Sequence[str], start: int = 0) -> int:
    """How many paragraphs of words there are from a line on, stage directions not counted: stretches between blank
    lines, or lines where hardly a blank line is."""
    blocks = filled = 0
    blank = True
    for number in range(start, len(lines)):
        line = lines[number]
        if not line or line.isspace():
            blank = True
        elif not is_aside(line):
            filled += 1
            blocks += blank
            blank = False
    return blocks if blocks * 6 >= filled else filled


def skip_front_matter(lines: Sequence[str]) -> int:
    """The number of the first line behind a `---` front matter; 0 where there is none."""
    if lines and lines[0].strip() == "---":
        for number in range(1, min(len(lines), _HEAD_LINES)):
            if lines[number].strip() in {"---", "..."}:
                return number + 1
    return 0


def find_talk(lines: Sequence[str], founds: Mapping[int, Found], counts: Mapping[str, int]) -> int:
    """The number of the first line that may be somebody's speech.

    Before it stand fields (`Tanggal: ...`), legends (`I1 = Interviewer 1`) and lines that introduce a person
    (`Informan: Hendro, kepala bidang`), with the lines of the same block; a line of talk ends the search. A label
    with one bare name (`Pewawancara: Rani`), or one that never comes again before what is no sentence (a mail's
    `Subject: The ward`), could be both: it is head right below a line that surely is. A title such as `GARY SMITH: an
    interview by Ann Lee` is told from talk by the fields that follow before anybody else speaks.
    """
    first = skip_front_matter(lines)
    start = first
    for number in range(first, min(len(lines), first + _HEAD_LINES)):
        found = founds.get(number)
        if _is_field(lines[number], found) or (found and _introduces(lines[number], found)):
            start = start if _stands_in_prose(lines, founds, start, number) else number + 1
        elif found and _may_be_talk(found, counts):
            once = start == number > first and counts[fold(found.label)] == 1 and not SENTENCE_END.search(lines[number])
            introduced = _may_introduce(lines[number], found) or _names_a_person(lines[number], found)
            if not (once or introduced or _stands_above_head(lines, founds, counts, number)):
                break
            start = number + 1 if start == number > first else start
    while start > first and start < len(lines) and lines[start].strip():
        found = founds.get(start)
        if found and _may_be_talk(found, counts):
            break
        start += 1
    return start


def _stands_in_prose(lines: Sequence[str], founds: Mapping[int, Found], start: int, number: int) -> bool:
    """Whether a field is one in somebody's words (`Note: the promise was five years.`): sentences stand before it, and
    no other field right above or below."""
    if sum(SENTENCE_END.search(line) is not None for line in lines[start:number]) < _PROSE:
        return False
    above = (n for n in reversed(range(number)) if lines[n].strip())
    below = (n for n in range(number + 1, len(lines)) if lines[n].strip())
    near = [n for n in (next(above, None), next(below, None)) if n is not None]
    return not any(
        (found := founds.get(n)) and (_is_field(lines[n], found) or _may_introduce(lines[n], found)) for n in near
    )


def _stands_above_head(
    lines: Sequence[str], founds: Mapping[int, Found], counts: Mapping[str, int], number: int
) -> bool:
    """Whether two fields stand below a line that asks nothing, and until then hardly anybody else speaks: there are
    introductions and one other title, or two."""
    if "?" in lines[number]:
        return False
    fields, own = 0, fold(founds[number].label)
    others: set[str] = set()
    for below in range(number + 1, min(len(lines), number + _HEAD_LINES)):
        found = founds.get(below)
        if not found or (key := fold(found.label)) == own:
            continue
        if is_head_key(found.label) and _is_field(lines[below], found):
            fields += 1
        elif _may_be_talk(found, counts) and not _may_introduce(lines[below], found):
            if key in others or len(others) == _MOST_TITLES:
                break
            others.add(key)
    return fields > 1


def _may_be_talk(found: Found, counts: Mapping[str, int]) -> bool:
    return counts[fold(found.label)] > 1 or is_known(found.label)


def read_legend(head: str) -> dict[str, str]:
    """The labels that the text before the talk explains, folded, each with its explanation as written.

    `I1 = Interviewer 1`, `P: Pewawancara` explain a label; `Informan: Sulastri (Bu Lastri), pemilik` explains the
    name by the word: both are given as label -> explanation (`sulastri (bu lastri)` -> `Informan`).
    """
    legend: dict[str, str] = {}
    for line in head.split("\n")[: 2 * _HEAD_LINES]:
        for equation in _EQUATION.finditer(line[:400]):
            legend[fold(equation["label"])] = equation["value"].strip()
        for short in _IN_PARENTHESES.finditer(line[:160]):  # Peneliti (P): Dewi
            if _names_a_role(line[: short.start()]):
                legend[fold(short["label"])] = line[: short.start()].strip()
        pair = _LEGEND.match(line[:160].strip()) if "=" not in line else None
        if pair and _names_a_role(pair["value"]) and not is_head_key(pair["label"]):
            legend[fold(pair["label"])] = pair["value"].strip()
        elif pair and _names_a_role(pair["label"]):
            legend[fold(re.split(r"[,;]| - ", pair["value"])[0])] = pair["label"].strip()
    return legend


def names_interview(line: str) -> bool:
    """Whether a line is the title of an interview: Transkrip Wawancara Informan 2."""
    return len(line) <= _LONGEST_TITLE and _TITLE.match(line) is not None


def find_other_head(lines: Sequence[str], speakers: Collection[str]) -> int | None:
    """The number of the first line that begins the head of another interview: a title (or `Informan 2`) right above a
    label or a field (`Tanggal: ...`), or one of two such fields. To be asked of the lines behind the first turn, with
    the folded labels of those who speak there."""
    filled = [(number, line, read_label(line)) for number, line in enumerate(lines) if line.strip()]
    for (number, line, own), (_, below, found) in pairwise(filled):
        if found is None or fold(line) in speakers or (own and fold(own.label) in speakers):
            continue
        titled = len(line) <= _LONGEST_TITLE and (_TITLE.match(line) or _PERSON.match(line)) is not None
        if titled and line.strip(" #*_=-")[:1].isupper() and found.shape in {"colon", "stamp"}:
            return number
        if own and _is_field(below, found) and _is_field(line, own):
            return number
    return None


def find_notes(lines: Sequence[str], last: int, end: int) -> int:
    """The number of the line, behind the last label's, that heads a researcher's notes (`CATATAN LAPANGAN`) or is a
    rule above a few lines more; the end of the talk where there is none."""
    for number in range(last + 2, end):
        line = lines[number].strip(" \t#*_:")
        alone = line[:1].isupper() and not lines[number - 1].strip() and len(line) < _HEADING and line[-1].isalpha()
        if alone and len(line.split()) <= 3 and words_of(line)[0] in NOTES:
            return number
        if is_rule(lines[number]) and end - number <= _NEAR:
            return number
    return end


def says_synthetic(head: str) -> bool:
    """Whether the text before the talk says that the interview was made up (and not only the names in it)."""
    return any(not _OF_NAMES.search(head[: match.start()][-60:]) for match in _SYNTHETIC.finditer(head))


def _is_field(line: str, found: Found | None) -> bool:
    if found and found.label and is_head_key(found.label) and not is_known_alone(found.label):
        return True
    equation = _EQUATION.search(line[:120])
    # behind a label anybody may say that something is something: only who is who is a legend there
    return equation is not None and (found is None or _names_a_role(equation["value"]))


def is_known_alone(label: str) -> bool:
    """Whether every word of the label marks a speaker (Subject 1, but not Kode informan)."""
    words = words_of(label)
    return bool(words) and all(word in INTERVIEWERS | RESPONDENTS | SPEAKERS for word in words)


def _introduces(line: str, found: Found) -> bool:
    """`P: Pewawancara` and `Informan: Hendro Wasisto, kepala bidang`: a label and who it is, no sentence."""
    value = _value_of(line, found)
    if _names_a_role(value) and len(value.split()) <= 6 and not value.endswith("."):
        return True
    return _may_introduce(line, found) and len(value.split()) > 1


def _may_introduce(line: str, found: Found) -> bool:
    """`Pewawancara: Rani`: a word for a role and a name."""
    value = _value_of(line, found)
    return bool(value) and _names_a_role(found.label) and not is_code(found.label) and _is_person(value)


def _names_a_person(line: str, found: Found) -> bool:
    """`Notulen: Anis`: any word for speakers and one name."""
    value = _value_of(line, found)
    return " " not in value and is_known(found.label) and not is_code(found.label) and _is_person(value)


def _value_of(line: str, found: Found) -> str:
    """What a label explains; "" where the line can only be talk."""
    value = line[found.end :].strip()
    talk = found.shape not in {"colon", "dash"} or len(value) > 120 or "?" in value or value.endswith(("!", "…"))
    return "" if talk else value


def _names_a_role(words: str) -> bool:
    first = words_of(words[:60])[:2]
    return any(word in INTERVIEWERS | RESPONDENTS for word in first)


def _is_person(value: str) -> bool:
    """Whether a value is a name, with or without what the person does: no greeting, no sentence."""
    name = _BEHIND_NAME.split(value)[0].split()
    if not name or len(name) > 6 or words_of(value)[:1] == () or words_of(value)[0] in GREETINGS:
        return False
    capitals = all(word[0].isupper() or word.casefold() in TITLES for word in name)
    ended = value.endswith(".") and not re.search(r"\b[A-Z][\w.]*\.$", value)
    sentences = ". " in re.sub(r"\b[A-Z]\w{0,3}\. ", "", value)
    return capitals and not ended and not sentences

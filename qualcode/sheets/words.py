"""The words of people in a sheet: codes by id or label, decisions and polarity, in Indonesian and English."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from qualcode.errors import QualcodeError, find_nearest, suggest
from qualcode.evidence.wording import name_code, shorten
from qualcode.messages import LANGUAGES, Translate, mark, translator
from qualcode.model import Codebook, Polarity

Word = Literal["accept", "reject", "recode", "add"]
AuditVerdict = Literal["supported", "not supported", "unclear"]

# What people write for a decision beside the words that a sheet offers; without accents, blanks and case.
_SYNONYMS: dict[Word, str] = {
    "accept": "accept accepted agree ok oke okay yes ya betul benar setuju terima diterima ✓ ✔",
    "reject": "reject rejected disagree no tidak bukan salah tolak ditolak ✗ ✘",
    "recode": "recode recoded ganti",
    "add": "add also tambah",
}
_VERDICTS: dict[AuditVerdict, str] = {
    "supported": "supported ok oke okay yes ya betul benar didukung ✓ ✔",
    "not supported": "no not tidak bukan salah unsupported ✗ ✘",
    "unclear": "unclear ? ragu unsure",
}
_AROUND_CODES = ".,:;“”\"'`()"
_SIGNS: dict[str, Polarity] = {"+": "supporting", "-": "contrary", "−": "contrary", "–": "contrary"}


@dataclass(frozen=True, slots=True)
class CodeWords:
    """By what codes may be called: `ids` leads from a folded id or label to the ids it may mean."""

    ids: dict[str, tuple[str, ...]]
    shown: tuple[str, ...]


def list_code_words(codebook: Codebook, former: dict[str, str] | None = None) -> CodeWords:
    """All ids and labels of codes and sub-codes; `former` leads from the names that a sheet shows to present ids."""
    ids: dict[str, tuple[str, ...]] = {}
    shown: list[str] = []
    for code in codebook.codes:
        own = [(code.id, code.label), *((subcode.id, subcode.label) for subcode in code.subcodes)]
        for id_, label in own:
            labels = [label.in_language(language) for language in LANGUAGES]
            names = [name_code(codebook, id_, language) for language in LANGUAGES]
            for word in dict.fromkeys((id_, *labels, *names, *(f"{id_} {name}" for name in names))):
                ids[_bare(word)] = tuple(dict.fromkeys((*ids.get(_bare(word), ()), id_)))
            shown += dict.fromkeys((id_, *filter(None, labels)))
    for name, id_ in (former or {}).items():
        ids.setdefault(_bare(name), (id_,))
    ids.pop("", None)
    return CodeWords(ids, tuple(dict.fromkeys(shown)))


def read_code(words: CodeWords, text: str) -> str:
    """The id of the code that `text` names by id, by label or by both; else refused with the nearest one."""
    code, rest = begin_with_code(words, text)
    if code and not rest:
        return code
    given = text.strip()
    raise QualcodeError(mark("the codebook has no code `{given}`", given=shorten(given)), suggest_code(words, given))


def find_present(words: CodeWords, code: str) -> str:
    """What the code is called now that left as `code`."""
    return words.ids.get(_bare(code), (code,))[0]


def begin_with_code(words: CodeWords, text: str) -> tuple[str, str]:
    """The id of the code with whose id or label a text begins, and the rest; ("", text) where there is none.

    What may be two codes is refused.
    """
    tokens = text.split()
    for count in range(len(tokens), 0, -1):
        given = " ".join(tokens[:count])
        meant = words.ids.get(_bare(given), ())
        if len(meant) > 1:
            raise QualcodeError(
                mark("`{given}` may be {meant}", given=given, meant=" / ".join(meant)),
                mark("Write the id of the code that is meant"),
            )
        if meant:
            return meant[0], " ".join(tokens[count:])
    return "", text


def looks_like_id(words: CodeWords, text: str) -> bool:
    """Whether a line that names no code was to name one by its id: capitals with a dot, or letters near to an id."""
    tokens = text.split()
    first = tokens[0].strip(_AROUND_CODES) if tokens else ""
    if "." in first and first == first.upper():
        return True
    return len(tokens) == 1 and "." in first and bool(_find_near(words, first))


def read_word(text: str) -> Word | None:
    """The decision that `text` says, or None."""
    return _list_words().get(fold(text))


def read_polarity(text: str) -> Polarity | None:
    """The polarity that `text` says by sign or word, or None."""
    bare = text.strip()
    if bare[:1] in _SIGNS and (len(bare) == 1 or not bare[1].isalnum()):
        return _SIGNS[bare[0]]
    word = fold(re.sub(r"[+\-−–()]", " ", bare))
    for language in LANGUAGES:
        for polarity, name in name_polarities(translator(language)).items():
            if word in (fold(re.sub(r"[+\-−–()]", " ", name)), polarity):
                return polarity
    return None


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: a code, a polarity and a decision, each where it is there, and what else stands in it."""

    code: str = ""
    polarity: Polarity | None = None
    word: Word | None = None
    rest: str = ""


def read_line(words: CodeWords, text: str) -> Line:
    """Read `CG.DLG − Dialogue`, `+ Trust accept`, `reject`, `−` and the like; `rest` is what is none of these.

    A line that names two codes is refused.
    """
    polarity, rest = _take_sign(text.strip())
    code, rest = begin_with_code(words, rest)
    after, rest = _take_sign(rest)
    if code and rest:
        again, other = begin_with_code(words, f"{code} {rest}")  # a sign stood between id and label
        rest = other if again == code else rest
        second, _ = begin_with_code(words, rest)
        if second:
            how = mark("Keep the one that is meant, or write each on a line of its own")
            raise QualcodeError(
                mark("`{text}` names two codes, {code} and {second}", text=shorten(text), code=code, second=second), how
            )
    polarity = polarity or after
    tokens = rest.split()
    for count in range(min(3, len(tokens)), 0, -1):
        word = read_word(" ".join(tokens[:count]).strip(_AROUND_CODES))
        if word and (code or count == len(tokens) or tokens[count - 1][-1] in ".,:;"):
            return Line(code, polarity, word, " ".join(tokens[count:]))
    return Line(code, polarity, None, rest.lstrip(" :;,–—"))


def _take_sign(text: str) -> tuple[Polarity | None, str]:
    sign = _SIGNS.get(text[:1])
    return (sign, text[1:].strip()) if sign else (None, text)


def name_words(t: Translate) -> dict[Word, str]:
    """The decisions as a sheet offers them."""
    return {"accept": t("accept"), "reject": t("reject"), "recode": t("other code"), "add": t("one code more")}


def name_polarities(t: Translate) -> dict[Polarity, str]:
    """The polarities as a sheet offers them: a word first, for what begins with a sign is a formula to Excel."""
    return {"supporting": f"{t('supporting')} (+)", "contrary": f"{t('contrary')} (−)"}


def name_verdicts(t: Translate) -> dict[AuditVerdict, str]:
    """The verdicts of an auditor as a sheet offers them."""
    return {"supported": t("borne out"), "not supported": t("not borne out"), "unclear": t("unclear")}


def read_verdict(text: str) -> AuditVerdict | None:
    """The verdict that `text` says, or None."""
    word = fold(text)
    for verdict, synonyms in _VERDICTS.items():
        names = [name_verdicts(translator(language))[verdict] for language in LANGUAGES]
        if word in (verdict, *map(fold, names), *synonyms.split()):
            return verdict
    return None


def fold(text: str) -> str:
    """A text as it is compared: without case, accents and doubled blanks."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(character for character in plain if not unicodedata.combining(character)).split())


def fold_words(text: str) -> str:
    """A passage for comparing its words alone, however they are spaced and broken into lines."""
    return fold("".join(text.split()))


def _bare(name: str) -> str:
    """A code's name as it is compared: folded, without the signs that people set around it."""
    return fold(name.strip(_AROUND_CODES))


@cache
def _list_words() -> dict[str, Word]:
    words: dict[str, Word] = {each: word for word, line in _SYNONYMS.items() for each in line.split()}
    for language in LANGUAGES:
        words |= {fold(name): word for word, name in name_words(translator(language)).items()}
    return words


def suggest_code(words: CodeWords, text: str) -> str:
    """How to mend what names no code: the nearest one by the whole text or its first word, in whatever case."""
    word = _find_near(words, text)
    if not word:
        return suggest(text, words.shown)
    meant = words.ids[_bare(word)]
    if meant == (word,):
        return mark("Did you mean `{near}`?", near=word)
    return mark("Did you mean `{near}` ({meant})?", near=word, meant=" / ".join(meant))


def _find_near(words: CodeWords, text: str) -> str:
    """The id or label nearest to the whole text or to its first word, in whatever case; "" where none is."""
    by_fold = {fold(word): word for word in words.shown}
    for name in (text, text.split(maxsplit=1)[0] if text else ""):
        if near := find_nearest(fold(name), tuple(by_fold)):
            return by_fold[near]
    return ""

"""One code of a codebook file."""

from dataclasses import dataclass

from qualcode.codebook.cues import read_cues
from qualcode.codebook.fields import complete_id, read_id, read_language, read_words
from qualcode.codebook.word_fields import WordFields
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry, name_part
from qualcode.messages import mark
from qualcode.model import Change, Code, Codebook, Exemplar, Family, NearMiss, Subcode, Words

KEYS = (
    "id",
    "family",
    "label",
    "short",
    "definition",
    "source",
    "use_when",
    "do_not_use_when",
    "exemplars",
    "near_misses",
    "subcodes",
    "cues",
    "boundary_with",
    "changed",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What one entry may refer to: the codebook's languages, its families, and the whole ids of codes and sub-codes,
    those of a codebook that it extends among them; and the word fields of the file."""

    languages: tuple[str, ...]
    families: tuple[str, ...]
    codes: tuple[str, ...]
    subcodes: tuple[str, ...]
    word_fields: WordFields

    @property
    def ids(self) -> tuple[str, ...]:
        """Codes and sub-codes."""
        return (*self.codes, *self.subcodes)


def collect_known(
    languages: tuple[str, ...],
    families: tuple[Family, ...],
    codes: list[Entry],
    base: Codebook | None,
    word_fields: WordFields,
) -> Known:
    """What a file and its base name; ids of codes are taken as they stand, before anything is checked."""
    ids, subcodes = [], []
    for entry in codes:
        ids.append(get_written(entry, "id"))
        items = entry.value.get("subcodes") if isinstance(entry.value, dict) else None
        listed = items.value if items and isinstance(items.value, list) else []
        subcodes += [complete_id(ids[-1], get_written(item, "id")) for item in listed]
    inherited = base.codes if base else ()
    return Known(
        languages,
        tuple(family.id for family in (*(base.families if base else ()), *families)),
        (*(code.id for code in inherited), *filter(None, ids)),
        (*(subcode.id for code in inherited for subcode in code.subcodes), *filter(None, subcodes)),
        word_fields,
    )


def read_code(check: Checker, entry: Entry, known: Known) -> Code | None:
    """One entry of `codes:`; None where it is no mapping or has no id. `hash` is left to be stamped."""
    if not isinstance(entry.value, dict):
        check.note(entry, mark("a code should be a list of `key: value` lines"), mark("Begin it with `- id: ...`"))
        return None
    entries = check.keys(entry, KEYS, mark("a code"))
    code = read_id(check, entry, entries.get("id"), "id")
    if not code:
        return None
    subcodes = _read_subcodes(check, entries.get("subcodes"), code, known)

    def words(key: str, *, needed: bool = False) -> Words:
        place = name_part(key, code)
        return read_words(check, entries.get(key), place, known.languages, needed_at=entry if needed else None)

    def list_words(key: str) -> tuple[Words, ...]:
        items = check.items(entries.get(key), key)
        return tuple(read_words(check, item, mark("an item of {place}", place=key), known.languages) for item in items)

    written = entries.get("exemplars")
    exemplars = tuple(_read_exemplar(check, item, known) for item in check.items(written, "exemplars"))
    if not (written and written.value):
        check.note(
            entry,
            mark("{code} has no exemplar", code=code),
            mark("Add a passage that bears it under `exemplars:`"),
            "warning",
        )
    return Code(
        id=code,
        family=_read_family(check, entry, entries.get("family"), known),
        label=words("label", needed=True),
        short=words("short"),
        definition=words("definition", needed=True),
        use_when=list_words("use_when"),
        do_not_use_when=list_words("do_not_use_when"),
        exemplars=exemplars,
        near_misses=tuple(
            _read_near_miss(check, item, code, known) for item in check.items(entries.get("near_misses"), "near_misses")
        ),
        subcodes=subcodes,
        cues=read_cues(check, entries.get("cues"), code, subcodes, known.word_fields),
        boundary_with=tuple(
            item.written
            for item in check.texts(entries.get("boundary_with"), "boundary_with")
            if _is_other_code(check, item, code, known)
        ),
        line=entry.line,
        hash="",
        source=check.words(entries.get("source"), "source"),
        changed=tuple(_read_change(check, item) for item in check.items(entries.get("changed"), "changed")),
    )


def get_written(entry: Entry, key: str) -> str:
    """What stands under a key of an entry, before anything is checked; "" where nothing does."""
    value = entry.value.get(key) if isinstance(entry.value, dict) else None
    return value.written.strip() if value else ""


def _read_family(check: Checker, code: Entry, entry: Entry | None, known: Known) -> str:
    family = check.text(entry, "family")
    if family in known.families or (not family and not known.families):
        return family
    if not family:
        check.note(
            entry or code, mark("family is missing"), mark("Use one of: {families}", families=", ".join(known.families))
        )
    else:
        check.note(
            entry or code,
            mark("the family `{family}` is not in `families:`", family=family),
            suggest(family, known.families),
        )
    return ""


def _is_other_code(check: Checker, entry: Entry, code: str, known: Known) -> bool:
    other = entry.written.strip()
    if other == code:
        check.note(entry, mark("{code} refers to itself", code=code), mark("Name another code, or take it out"))
    elif other not in known.ids:
        check.note(entry, mark("there is no code `{other}`", other=other), suggest(other, known.ids))
    return other != code and other in known.ids


def _read_subcodes(check: Checker, entry: Entry | None, code: str, known: Known) -> tuple[Subcode, ...]:
    subcodes: dict[str, Subcode] = {}
    for item in check.items(entry, "subcodes"):
        entries = check.keys(item, ("id", "label"), mark("a sub-code"))
        subcode = complete_id(code, read_id(check, item, entries.get("id"), "id"))
        if not subcode:
            continue
        if not subcode.startswith(f"{code}."):
            name = subcode.rpartition(".")[2]
            check.note(
                item,
                mark("the sub-code `{subcode}` does not lie under {code}", subcode=subcode, code=code),
                mark("Write `id: {name}`", name=name),
            )
        elif subcode in subcodes:
            check.note(
                item, mark("the sub-code `{subcode}` stands twice", subcode=subcode), mark("Keep one of the two")
            )
        label = read_words(
            check,
            entries.get("label"),
            name_part("label", subcode),
            known.languages,
            needed_at=item,
        )
        subcodes.setdefault(subcode, Subcode(subcode, label))
    return tuple(subcodes.values())


def _read_exemplar(check: Checker, entry: Entry, known: Known) -> Exemplar:
    entries = check.keys(entry, ("text", "lang", "constructed"), mark("an exemplar"))
    return Exemplar(_read_passage(check, entry, entries), *_read_passage_facts(check, entry, entries, known))


def _read_near_miss(check: Checker, entry: Entry, code: str, known: Known) -> NearMiss:
    entries = check.keys(entry, ("text", "lang", "why", "goes_to", "constructed"), mark("a near miss"))
    language, constructed = _read_passage_facts(check, entry, entries, known)
    goes_to = entries.get("goes_to")
    right = goes_to is not None and check.text(goes_to, "goes_to") and _is_other_code(check, goes_to, code, known)
    why = check.text(entries.get("why"), "why")
    if entries and ("why" not in entries or entries["why"].value in (None, "")):
        check.note(entry, mark("the near miss does not say why"), mark("Add `why: ...`"), "warning")
    return NearMiss(
        text=_read_passage(check, entry, entries),
        language=language,
        why=why,
        goes_to=goes_to.written.strip() if goes_to and right else "",
        constructed=constructed,
    )


def _read_passage(check: Checker, entry: Entry, entries: dict[str, Entry]) -> str:
    text = check.text(entries.get("text"), "text")
    if entries and not text:
        check.note(entry, mark("text is missing"), mark("Write the passage as `text: ...`"))
    return text


def _read_passage_facts(check: Checker, entry: Entry, entries: dict[str, Entry], known: Known) -> tuple[str, bool]:
    language = read_language(check, entry, entries.get("lang"), known.languages) if entries else known.languages[0]
    return language, check.one_of(entries.get("constructed"), ("yes", "no"), "yes", "constructed") == "yes"


def _read_change(check: Checker, entry: Entry) -> Change:
    entries = check.keys(entry, ("date", "by", "why"), mark("a change"))
    return Change(*(check.text(entries.get(key), key) for key in ("date", "by", "why")))

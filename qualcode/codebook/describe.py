"""A code's entry as lines to read."""

from collections.abc import Iterator

from qualcode.messages import Translate
from qualcode.model import Code, Codebook

SHORT = 12  # hex digits of a hash that people compare by eye


def describe_code(codebook: Codebook, code: Code, language: str, t: Translate) -> tuple[str, ...]:
    """The entry of one code, a line a fact, in `language` ("id" or "en"): definitions, when to use it and when not,
    examples, near misses, sub-codes, the codes it is easily confused with, the boundary rules that name it, and how
    many cues look for it.

    Made-up examples say so. What the codebook leaves out has no line.
    """
    return tuple(filter(None, _describe(codebook, code, language, t)))


def _describe(codebook: Codebook, code: Code, language: str, t: Translate) -> Iterator[str]:
    yield code.short.in_language(language)
    yield code.definition.in_language(language)
    if source := code.source.in_language(language):
        yield t("Source: {source}").format(source=source)
    for words in code.use_when:
        yield t("Use when: {when}").format(when=words.in_language(language))
    for words in code.do_not_use_when:
        yield t("Do not use when: {when}").format(when=words.in_language(language))
    for exemplar in code.exemplars:
        example = t("Example, made up: “{text}”") if exemplar.constructed else t("Example: “{text}”")
        yield example.format(text=exemplar.text)
    for miss in code.near_misses:
        line = t("Not this code: “{text}” ({why})").format(text=miss.text, why=miss.why)
        yield f"{line} → {miss.goes_to}" if miss.goes_to else line
    for subcode in code.subcodes:
        yield f"{subcode.id}: {subcode.label.in_language(language)}"
    if code.boundary_with:
        names = ", ".join(_name(codebook, id_, language) for id_ in code.boundary_with)
        yield t("Easily confused with: {codes}").format(codes=names)
    for rule in codebook.boundary_rules:
        question = rule.question.in_language(language)
        if code.id in question:
            yield f"{rule.id} {question} {rule.rule.in_language(language)}"
    yield t("Cues: {n}").format(n=len(code.cues))


def _name(codebook: Codebook, code_id: str, language: str) -> str:
    code = codebook.find(code_id)
    return f"{code_id} {code.label.in_language(language)}" if code else code_id


def name_edition(codebook: Codebook, t: Translate) -> str:
    """A codebook's name, version and the begin of its hash."""
    return t("{name} {version}, hash {hash}").format(
        name=codebook.name, version=codebook.version, hash=codebook.hash[:SHORT]
    )

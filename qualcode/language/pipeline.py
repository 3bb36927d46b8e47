"""The one door to spaCy: Docs whose words, lemmas, normal forms and sentences are those of the rules.

The Indonesian class is qualcode's own and lean: spaCy's `blank("id")` reads 15,963 exceptions at every start and
still takes `antar-dinas` apart. spaCy is imported here alone, when a Doc is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from qualcode.language.lemmas import find_lemma
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.sentences import find_sentences
from qualcode.language.tokens import TOKEN

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

NAMES = {"id": "qualcode_id", "en": "qualcode_en"}
"""The names under which the two languages are registered with spaCy: `spacy.blank("qualcode_id")`."""

_PIECE = re.compile(rf"(?P<token>{TOKEN.pattern})|\s+")


_CONFIG = """
[nlp]
[nlp.tokenizer]
@tokenizers = "qualcode.Tokenizer.v1"
language = "{language}"
"""


@cache
def load_pipeline(language: str) -> Language:
    """The spaCy pipeline of "id" or "en": the tool's tokeniser, lemmas and normal forms, and no trained part."""
    _register_languages()
    import spacy

    return spacy.blank(NAMES[language])


@cache
def _register_languages() -> None:
    from spacy.lang.en.lex_attrs import LEX_ATTRS as ENGLISH
    from spacy.lang.id.lex_attrs import LEX_ATTRS as INDONESIAN
    from spacy.language import BaseDefaults, Language
    from spacy.util import load_config_from_str, registry

    def choose_tokenizer(language: str) -> Callable[[Language], _Tokenizer]:
        return lambda nlp: _Tokenizer(nlp.vocab, language)

    registry.tokenizers("qualcode.Tokenizer.v1", func=choose_tokenizer)
    for code, attributes in (("id", INDONESIAN), ("en", ENGLISH)):
        config = load_config_from_str(_CONFIG.format(language=code))
        defaults = type("Defaults", (BaseDefaults,), {"config": config, "lex_attr_getters": attributes})
        registry.languages(NAMES[code], func=type("Lean", (Language,), {"lang": NAMES[code], "Defaults": defaults}))


def make_doc_of_tokens(tokens: Sequence[str], language: str) -> Doc:
    """A Doc of these words and marks with a blank after each: one sentence, for matching where layout is no matter."""
    return _fill_doc(load_pipeline(language).vocab, tokens, [True] * len(tokens), language)


def make_matcher(language: str) -> Matcher:
    """An empty token matcher of spaCy's for Docs of this language."""
    from spacy.matcher import Matcher

    return Matcher(load_pipeline(language).vocab, validate=True)


class _Tokenizer:
    """Text in, Doc out, as spaCy asks of a tokenizer."""

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self.language = language

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        starts: dict[int, int] = {}
        for piece in _PIECE.finditer(text):
            if piece["token"] is None and piece.group()[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                rest = piece.group()[1:]
            else:
                rest = piece.group()
                starts[piece.start()] = len(words)
            if rest:
                words.append(rest)
                spaces.append(False)
        doc = _fill_doc(self.vocab, words, spaces, self.language)
        first_tokens = {starts[start] for start, _ in find_sentences(text)}
        for token in doc:
            token.is_sent_start = token.i in first_tokens or token.i == 0
        return doc


def _fill_doc(vocab: Vocab, words: Sequence[str], spaces: Sequence[bool], language: str) -> Doc:
    from spacy.tokens import Doc

    doc = Doc(vocab, words=list(words), spaces=list(spaces), lemmas=[find_lemma(word, language) for word in words])
    for token in doc:
        token.norm_ = find_normal_form(token.text, language)
    return doc

"""Docs carry what the rules see."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.language.lemmas import find_lemma
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.pipeline import NAMES, load_pipeline, make_doc_of_tokens
from qualcode.language.sentences import find_sentences
from qualcode.language.tokens import TOKEN


@pytest.mark.parametrize("language", ["id", "en"])
@settings(max_examples=50)
@given(text=st.text(alphabet="aB nd'-.,?\n\t1😀\u0301"))
def test_a_doc_has_the_words_lemmas_norms_and_sentences_of_the_rules(language: str, text: str) -> None:
    doc = load_pipeline(language)(text)
    words = [token for token in doc if not token.is_space]
    assert doc.text == text
    assert [token.text for token in words] == TOKEN.findall(text)
    assert [token.lemma_ for token in words] == [find_lemma(token.text, language) for token in words]
    assert [token.norm_ for token in words] == [find_normal_form(token.text, language) for token in words]
    starts = [token.idx for token in words if token.is_sent_start]
    assert starts == [start for start, _ in find_sentences(text)] or text[:1].isspace()


def test_sentences_of_a_doc() -> None:
    doc = load_pipeline("id")("Kami ndak rapat. Di Kab. Blitar,\nantar-dinas. Ya?")
    assert [sent.text.strip() for sent in doc.sents] == ["Kami ndak rapat.", "Di Kab. Blitar,\nantar-dinas.", "Ya?"]


def test_a_doc_of_tokens_is_one_row_of_words() -> None:
    doc = make_doc_of_tokens(["ndak", "rapat", "."], "id")
    assert [token.norm_ for token in doc] == ["tidak", "rapat", "."]


def test_the_languages_are_known_to_spacy_by_their_names() -> None:
    import spacy

    load_pipeline("id")
    doc = spacy.blank(NAMES["id"])("antar-dinas 50%-70%")
    assert [token.text for token in doc] == ["antar-dinas", "50", "%", "-", "70", "%"]


def test_the_door_is_closed_until_a_doc_is_wanted() -> None:
    script = (
        "import sys, qualcode.language.pipeline, qualcode.coders.rules;"
        "print([name for name in ('spacy', 'numpy', 'simplemma') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

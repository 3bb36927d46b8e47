"""An interview in which things are said to come of one another."""

from qualcode.evidence.wording import label_codes
from qualcode.model import Coding, Evidence, Span, Study, Transcript
from tests.factories import code_words, make_codebook, make_study, make_transcript

OFFICE = make_transcript(
    "a.txt",
    "N: Rapat jarang karena dinas jalan sendiri. Makanya pasar sepi.",
    "N: Kami saling percaya. Dinas jalan sendiri juga di sana.",
    "N: Pasar ramai bukan karena rapat. Dulu dinas rukun.",
    case="INF-01",
)
SHOP = make_transcript("b.txt", "N: Rapat rutin sehingga pasar ramai. Sepi soale hujan.", case="INF-02")
LABELS = label_codes(make_codebook(), "en")
FIRST = "Rapat jarang karena dinas jalan sendiri."


def cued(talk: Transcript, words: str, code: str, cue: str, polarity: str = "supporting") -> Coding:
    start = talk.text.index(cue, talk.text.index(words))
    return code_words(talk, words, code, polarity, evidence=(Evidence("rule", cue, Span(start, start + len(cue))),))


CODINGS = (
    cued(OFFICE, FIRST, "CG.DLG", "Rapat jarang", "contrary"),
    cued(OFFICE, FIRST, "OB.COO", "jalan sendiri"),
    code_words(OFFICE, "Makanya pasar sepi.", "IM.ECO", "contrary"),
    code_words(OFFICE, "Kami saling percaya.", "CG.TRU"),
    code_words(OFFICE, "Dinas jalan sendiri juga di sana.", "OB.COO"),
    cued(OFFICE, "Pasar ramai bukan karena rapat.", "IM.ECO", "Pasar ramai"),
    cued(OFFICE, "Pasar ramai bukan karena rapat.", "CG.DLG", "rapat"),
    code_words(OFFICE, "Dulu dinas rukun.", "OB.COO", "contrary"),
    cued(SHOP, "Rapat rutin sehingga pasar ramai.", "CG.DLG.forum", "Rapat rutin"),
    cued(SHOP, "Rapat rutin sehingga pasar ramai.", "IM.ECO", "pasar ramai"),
    code_words(SHOP, "Sepi soale hujan.", "IM.ECO", "contrary"),
)


def linked_study(*more: Coding) -> Study:
    return make_study((OFFICE, SHOP), (*CODINGS, *more))

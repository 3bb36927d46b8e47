"""Where the comments of a Word sheet lie in the transcripts."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Span, Transcript
from qualcode.sheets.aligning import Laid, level
from qualcode.sheets.contract import Left
from qualcode.sheets.document_text import Comment, DocumentBack


@dataclass(frozen=True, slots=True)
class Places:
    """A document's text laid on those of the transcripts, by their names as they left."""

    back: DocumentBack
    texts: Mapping[str, Transcript]
    laid: Mapping[str, Laid]

    def find_moved(self, comment: Comment, left: Left) -> Span | None:
        """The words on which a comment lies now, where a person has moved it; None where they are those of before.

        Words that are not those of the transcript are refused.
        """
        laid = self.laid[left.transcript]
        span = laid.find(comment.place) if comment.place and laid.holds(left.span) else None
        if span is None or span == left.span:
            return None
        self._check_words(comment, laid, span)
        clipped = self._clip(left.transcript, span)
        return clipped if clipped != left.span else None

    def find_new(self, comment: Comment) -> tuple[str, Span] | None:
        """The transcript and the words on which a new comment lies; None where that transcript was left out.

        A comment on no words of an interview, and one whose words are not those of the transcript, is refused.
        """
        for name, laid in self.laid.items() if comment.place else ():
            span = laid.find(comment.place) if comment.place else None
            if span is not None:
                self._check_words(comment, laid, span)
                return name, self._clip(name, span)
        if comment.place is not None and len(self.texts) < len(self.back.imprint.texts):
            return None
        how = mark("Mark the words that are to bear the code, and write the comment again")
        raise QualcodeError(mark("it marks no words of an interview"), how)

    def _check_words(self, comment: Comment, laid: Laid, span: Span) -> None:
        shown = self.back.text[slice(*(comment.place or (0, 0)))]
        if span.of(laid.text).split() != level(shown).split():
            what = mark("the words under it are not as they left")
            raise QualcodeError(what, mark("Mark words that stand in the transcript"))

    def _clip(self, name: str, span: Span) -> Span:
        """The part of a span that one speaker says, where that is the only one in it."""
        turns = [turn.span for turn in self.texts[name].turns if turn.span.overlaps(span)]
        if len(turns) != 1:
            return span
        return Span(max(span.start, turns[0].start), min(span.end, turns[0].end))

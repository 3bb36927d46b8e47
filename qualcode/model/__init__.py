"""The nouns: frozen dataclasses of the standard library, passed between all rooms."""

from qualcode.model.account import TranscriptAccount
from qualcode.model.case import Case
from qualcode.model.claim import Claim, ClaimStatus, Rival, Side, Verdict
from qualcode.model.codebook import (
    BoundaryRule,
    Change,
    Code,
    Codebook,
    Cue,
    Edition,
    Exemplar,
    FalseFriend,
    Family,
    Mode,
    NearMiss,
    Subcode,
    Weight,
    Words,
    WordWeights,
)
from qualcode.model.coding import (
    Coding,
    Directness,
    Elicited,
    Evidence,
    Modality,
    Polarity,
    Status,
    make_coding_id,
)
from qualcode.model.curve import Curve
from qualcode.model.decision import Act, Answer, Decision, DrawnLink, Passage, Question, Seen, Tool
from qualcode.model.guide import GUIDE_RULE, Guide, GuideQuestion
from qualcode.model.inquiry import Inquiry
from qualcode.model.log_line import LogLine
from qualcode.model.matrix import Cell, CellKind, EntryRule, Heading, Matrix
from qualcode.model.memo import AnalyticMemo, MemoKind, Mention, MentionKind, PatternCode, PatternKind
from qualcode.model.network import Edge, EdgeKind, Network, Node
from qualcode.model.problem import Problem, Refused, Severity, list_errors
from qualcode.model.report import Beside, Prose, Quote, Report, Section
from qualcode.model.study import Settings, Study
from qualcode.model.text import Role, Span, Transcript, Turn, Unit

__all__ = [
    "GUIDE_RULE",
    "Act",
    "AnalyticMemo",
    "Answer",
    "Beside",
    "BoundaryRule",
    "Case",
    "Cell",
    "CellKind",
    "Change",
    "Claim",
    "ClaimStatus",
    "Code",
    "Codebook",
    "Coding",
    "Cue",
    "Curve",
    "Decision",
    "Directness",
    "DrawnLink",
    "Edge",
    "EdgeKind",
    "Edition",
    "Elicited",
    "EntryRule",
    "Evidence",
    "Exemplar",
    "FalseFriend",
    "Family",
    "Guide",
    "GuideQuestion",
    "Heading",
    "Inquiry",
    "LogLine",
    "Matrix",
    "MemoKind",
    "Mention",
    "MentionKind",
    "Modality",
    "Mode",
    "NearMiss",
    "Network",
    "Node",
    "Passage",
    "PatternCode",
    "PatternKind",
    "Polarity",
    "Problem",
    "Prose",
    "Question",
    "Quote",
    "Refused",
    "Report",
    "Rival",
    "Role",
    "Section",
    "Seen",
    "Settings",
    "Severity",
    "Side",
    "Span",
    "Status",
    "Study",
    "Subcode",
    "Tool",
    "Transcript",
    "TranscriptAccount",
    "Turn",
    "Unit",
    "Verdict",
    "Weight",
    "WordWeights",
    "Words",
    "list_errors",
    "make_coding_id",
]

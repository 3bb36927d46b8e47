"""SRQR, standards for reporting qualitative research (O'Brien, Harris, Beckman, Reed and Cook 2014): 21 items."""

from qualcode.messages import mark
from qualcode.standards.conclusions import (
    tell_claims,
    tell_contrary,
    tell_divided,
    tell_expectations,
    tell_feedback,
    tell_judgements,
    tell_limits,
    tell_major,
    tell_minor,
    tell_quotes,
    tell_saturation,
    tell_tactics,
)
from qualcode.standards.contract import Domain, Item, Standard
from qualcode.standards.frame import (
    tell_changes,
    tell_definitions,
    tell_derivation,
    tell_patterns,
    tell_theory,
    tell_tree,
)
from qualcode.standards.interviews import tell_condensation, tell_guide, tell_hashes, tell_unit, tell_words
from qualcode.standards.people import (
    tell_approach,
    tell_attributes,
    tell_consent,
    tell_dates,
    tell_durations,
    tell_interviewers,
    tell_places,
    tell_recordings,
    tell_sample,
    tell_unheard,
)
from qualcode.standards.work import (
    tell_agreement,
    tell_audit,
    tell_coders,
    tell_disputes,
    tell_log,
    tell_machine,
    tell_memos,
    tell_software,
)

_FRONT = Domain(
    mark("Title and abstract"),
    (
        Item("S1", mark("Title"), mark("Does the title name topic and kind of study, or how data were collected?")),
        Item(
            "S2", mark("Abstract"), mark("Does the abstract give background, purpose, methods, results, conclusions?")
        ),
    ),
)
_INTRODUCTION = Domain(
    mark("Introduction"),
    (
        Item("S3", mark("Problem formulation"), mark("What is the problem, why does it matter, what is known of it?")),
        Item(
            "S4",
            mark("Purpose or research question"),
            mark("What is the purpose, and which questions are asked?"),
            (tell_claims,),
        ),
    ),
)
_METHODS = Domain(
    mark("Methods"),
    (
        Item(
            "S5",
            mark("Qualitative approach and research paradigm"),
            mark("Which approach, theory and paradigm guide the study, and why these?"),
            (tell_theory,),
        ),
        Item(
            "S6",
            mark("Researcher characteristics and reflexivity"),
            mark("What of the researchers may bear on questions, talk and findings?"),
            (tell_interviewers, tell_memos("personal"), tell_expectations),
        ),
        Item("S7", mark("Context"), mark("In which setting, and what of it bears on the study?"), (tell_places,)),
        Item(
            "S8",
            mark("Sampling strategy"),
            mark("How and why were informants, documents and events chosen, and when was it enough?"),
            (tell_sample, tell_unheard, tell_approach, tell_saturation),
        ),
        Item(
            "S9",
            mark("Ethical issues pertaining to human subjects"),
            mark("Which board approved, how was consent given, how are data kept safe?"),
            (tell_consent, tell_memos("ethics")),
        ),
        Item(
            "S10",
            mark("Data collection methods"),
            mark("Which data were collected, how, when, and what changed on the way?"),
            (tell_dates, tell_durations, tell_words),
        ),
        Item(
            "S11",
            mark("Data collection instruments and technologies"),
            mark("With which guides and devices, and how did they change?"),
            (tell_guide, tell_recordings),
        ),
        Item(
            "S12",
            mark("Units of study"),
            mark("How many people, documents or events are in the study, and what are they like?"),
            (tell_sample, tell_attributes),
            whole=True,
        ),
        Item(
            "S13",
            mark("Data processing"),
            mark("How were data transcribed, entered, kept, checked, made anonymous and coded?"),
            (tell_hashes, tell_unit, tell_software),
        ),
        Item(
            "S14",
            mark("Data analysis"),
            mark("How were themes found and developed, by whom, in which paradigm?"),
            (tell_tree, tell_definitions, tell_derivation, tell_changes, tell_coders, tell_machine, tell_patterns),
        ),
        Item(
            "S15",
            mark("Techniques to enhance trustworthiness"),
            mark("What was done for trustworthiness: audit trail, triangulation, member checks?"),
            (tell_log, tell_audit, tell_agreement, tell_disputes, tell_tactics, tell_contrary, tell_feedback),
        ),
    ),
)
_RESULTS = Domain(
    mark("Results"),
    (
        Item(
            "S16",
            mark("Synthesis and interpretation"),
            mark("What are the main findings, themes or models?"),
            (tell_major, tell_minor, tell_judgements),
        ),
        Item(
            "S17",
            mark("Links to empirical data"),
            mark("Which quotes, notes and pictures bear out the findings?"),
            (tell_quotes, tell_condensation),
        ),
    ),
)
_DISCUSSION = Domain(
    mark("Discussion"),
    (
        Item(
            "S18",
            mark("Integration with prior work, implications, transferability and contributions to the field"),
            mark("What do the findings add to what is known, and how far do they carry?"),
        ),
        Item(
            "S19",
            mark("Limitations"),
            mark("What limits trustworthiness and reach of the findings?"),
            (tell_limits, tell_divided),
        ),
    ),
)
_OTHER = Domain(
    mark("Other"),
    (
        Item("S20", mark("Conflicts of interest"), mark("What may have swayed the authors, and how was it handled?")),
        Item("S21", mark("Funding"), mark("Who paid, and which part did they have in the work?")),
    ),
)

PART = Standard(
    name="srqr",
    purpose=mark("Draft the standards for reporting any qualitative research, 21 items."),
    title=mark("SRQR: reporting qualitative research"),
    source=mark("O'Brien, Harris, Beckman, Reed and Cook 2014"),
    domains=(_FRONT, _INTRODUCTION, _METHODS, _RESULTS, _DISCUSSION, _OTHER),
)

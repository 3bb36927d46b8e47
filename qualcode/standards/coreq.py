"""COREQ, the consolidated criteria for reporting qualitative research (Tong, Sainsbury and Craig 2007): 32 items."""

from qualcode.messages import mark
from qualcode.standards.conclusions import (
    tell_claims,
    tell_contrary,
    tell_divided,
    tell_feedback,
    tell_judgements,
    tell_major,
    tell_minor,
    tell_quotes,
    tell_saturation,
)
from qualcode.standards.contract import Domain, Item, Standard
from qualcode.standards.frame import tell_derivation, tell_patterns, tell_theory, tell_tree
from qualcode.standards.interviews import tell_guide
from qualcode.standards.people import (
    tell_approach,
    tell_attributes,
    tell_dates,
    tell_durations,
    tell_interviewers,
    tell_places,
    tell_present,
    tell_recordings,
    tell_repeats,
    tell_sample,
    tell_unheard,
)
from qualcode.standards.work import tell_coders, tell_jottings, tell_machine, tell_memos, tell_software

_TEAM = Domain(
    mark("Domain 1: research team and reflexivity"),
    (
        Item("1", mark("Interviewer/facilitator"), mark("Who held the interviews?"), (tell_interviewers,)),
        Item("2", mark("Credentials"), mark("Which degrees did they hold?")),
        Item("3", mark("Occupation"), mark("What was their work at the time?")),
        Item("4", mark("Gender"), mark("Women, men, or otherwise?")),
        Item("5", mark("Experience and training"), mark("What had they learnt and done of this before?")),
        Item("6", mark("Relationship established"), mark("Did they know the informants beforehand, and how?")),
        Item(
            "7",
            mark("Participant knowledge of the interviewer"),
            mark("What did informants know of them and of their reasons?"),
        ),
        Item(
            "8",
            mark("Interviewer characteristics"),
            mark("Which assumptions, interests and biases of theirs must a reader know?"),
            (tell_memos("personal"),),
        ),
    ),
)
_DESIGN = Domain(
    mark("Domain 2: study design"),
    (
        Item(
            "9",
            mark("Methodological orientation and theory"),
            mark("On which approach and theory does the study rest?"),
            (tell_theory,),
        ),
        Item("10", mark("Sampling"), mark("How were informants chosen, and why these?"), (tell_unheard,)),
        Item("11", mark("Method of approach"), mark("How were they asked to take part?"), (tell_approach,), whole=True),
        Item("12", mark("Sample size"), mark("How many took part?"), (tell_sample,), whole=True),
        Item("13", mark("Non-participation"), mark("How many refused or left, and why?")),
        Item("14", mark("Setting of data collection"), mark("Where were interviews held?"), (tell_places,), whole=True),
        Item(
            "15",
            mark("Presence of non-participants"),
            mark("Was anybody else there?"),
            (tell_present,),
            whole=True,
        ),
        Item(
            "16",
            mark("Description of sample"),
            mark("What are the informants like, and when were they interviewed?"),
            (tell_attributes, tell_dates),
        ),
        Item(
            "17",
            mark("Interview guide"),
            mark("Were questions and prompts given by the authors, and were they tried out before?"),
            (tell_guide,),
        ),
        Item("18", mark("Repeat interviews"), mark("Was anybody interviewed again, how often?"), (tell_repeats,)),
        Item(
            "19",
            mark("Audio/visual recording"),
            mark("Were interviews recorded in sound or picture?"),
            (tell_recordings,),
            whole=True,
        ),
        Item(
            "20",
            mark("Field notes"),
            mark("Were notes taken during or after interviews?"),
            (tell_memos(), tell_jottings),
        ),
        Item("21", mark("Duration"), mark("How long did interviews take?"), (tell_durations,), whole=True),
        Item("22", mark("Data saturation"), mark("Was saturation looked at, and how?"), (tell_saturation,)),
        Item(
            "23",
            mark("Transcripts returned"),
            mark("Did informants get their transcripts to comment on or correct?"),
            (tell_feedback,),
        ),
    ),
)
_FINDINGS = Domain(
    mark("Domain 3: analysis and findings"),
    (
        Item(
            "24",
            mark("Number of data coders"),
            mark("How many people coded the data?"),
            (tell_coders, tell_machine),
        ),
        Item(
            "25",
            mark("Description of the coding tree"),
            mark("What does the coding tree look like?"),
            (tell_tree,),
            whole=True,
        ),
        Item(
            "26",
            mark("Derivation of themes"),
            mark("Were themes set beforehand, or found in the data?"),
            (tell_derivation, tell_patterns),
        ),
        Item("27", mark("Software"), mark("Which software was used?"), (tell_software,)),
        Item("28", mark("Participant checking"), mark("Did informants comment on the findings?"), (tell_feedback,)),
        Item(
            "29",
            mark("Quotations presented"),
            mark("Do quotations illustrate the findings, and is each one's speaker given?"),
            (tell_quotes,),
        ),
        Item(
            "30",
            mark("Data and findings consistent"),
            mark("Do findings and data agree?"),
            (tell_claims, tell_contrary, tell_judgements),
        ),
        Item("31", mark("Clarity of major themes"), mark("Are the major themes clear in the findings?"), (tell_major,)),
        Item(
            "32",
            mark("Clarity of minor themes"),
            mark("Are differing cases and minor themes told of?"),
            (tell_minor, tell_divided),
        ),
    ),
)

PART = Standard(
    name="coreq",
    purpose=mark("Draft the checklist for reporting interviews and focus groups, 32 items."),
    title=mark("COREQ: reporting interviews and focus groups"),
    source=mark("Tong, Sainsbury and Craig 2007"),
    domains=(_TEAM, _DESIGN, _FINDINGS),
)

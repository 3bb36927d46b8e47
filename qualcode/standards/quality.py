"""The quality of conclusions: five standards, with the questions to ask of each, in our words.

After Miles and Huberman (1994, 277-280) and Miles, Huberman and Saldana (2014, ch. 11).
"""

from qualcode.messages import mark
from qualcode.standards.conclusions import (
    tell_claims,
    tell_contrary,
    tell_divided,
    tell_expectations,
    tell_feedback,
    tell_judgements,
    tell_limits,
    tell_minor,
    tell_scopes,
    tell_tactic,
    tell_tactics,
)
from qualcode.standards.contract import Domain, Item, Standard
from qualcode.standards.frame import tell_changes, tell_definitions, tell_rules, tell_theory
from qualcode.standards.interviews import tell_guide, tell_hearsay, tell_talk, tell_words
from qualcode.standards.people import (
    tell_attributes,
    tell_consent,
    tell_dates,
    tell_interviewers,
    tell_places,
    tell_present,
    tell_sample,
    tell_unheard,
)
from qualcode.standards.work import (
    tell_agreement,
    tell_audit,
    tell_chain,
    tell_coders,
    tell_disputes,
    tell_jottings,
    tell_log,
    tell_machine,
    tell_memos,
    tell_results,
    tell_software,
)

_OBJECTIVITY = Domain(
    mark("Objectivity, confirmability"),
    (
        Item(
            "1.1",
            mark("Methods told"),
            mark("Are methods and procedures told in full, also what went on behind the scenes?"),
            (tell_software, tell_log, tell_theory, tell_rules),
        ),
        Item(
            "1.2",
            mark("From data to conclusions"),
            mark("Can one follow how data became conclusions?"),
            (tell_chain, tell_results),
        ),
        Item(
            "1.3",
            mark("Conclusions and displays"),
            mark("Is each conclusion tied to displays of condensed data?"),
            (tell_claims,),
        ),
        Item(
            "1.4",
            mark("Audit trail"),
            mark("Is there a record detailed enough to be audited?"),
            (tell_log, tell_changes, tell_jottings),
        ),
        Item(
            "1.5",
            mark("Own assumptions"),
            mark("Are the researchers open about assumptions, values, biases and feelings?"),
            (tell_memos("personal"), tell_expectations),
        ),
        Item(
            "1.6", mark("Rival conclusions"), mark("Were rival conclusions thought through?"), (tell_tactic("rivals"),)
        ),
        Item(
            "1.7",
            mark("Data for others"),
            mark("Are data kept for others to analyse again, as far as ethics allow?"),
            (tell_words, tell_consent),
        ),
    ),
)
_RELIABILITY = Domain(
    mark("Reliability, dependability, auditability"),
    (
        Item(
            "2.1",
            mark("Questions and design"),
            mark("Are the research questions clear, and does the design fit them?"),
            (tell_guide,),
        ),
        Item(
            "2.2",
            mark("Paradigm and constructs"),
            mark("Are paradigm and constructs stated?"),
            (tell_theory, tell_definitions),
        ),
        Item(
            "2.3",
            mark("Role of the researcher"),
            mark("Is the researcher's role and standing in the field described?"),
            (tell_interviewers, tell_memos("personal")),
        ),
        Item(
            "2.4",
            mark("Parallels"),
            mark("Do findings meet across informants, contexts and times?"),
            (tell_tactic("triangulation"),),
        ),
        Item(
            "2.5",
            mark("Range of data"),
            mark("Were data collected across the range of settings, times and people that the questions call for?"),
            (tell_sample, tell_unheard, tell_dates),
        ),
        Item(
            "2.6",
            mark("Same protocol"),
            mark("If several people did field work, did they work alike?"),
            (tell_interviewers, tell_guide),
        ),
        Item(
            "2.7",
            mark("Coding checks"),
            mark("Was coding checked, and do coders agree well enough?"),
            (tell_coders, tell_machine, tell_agreement, tell_disputes, tell_audit),
        ),
        Item(
            "2.8",
            mark("Quality of data"),
            mark("Were data checked for bias, deceit and informants' knowledge?"),
            (tell_talk, tell_hearsay, tell_present, tell_tactic("weighting")),
        ),
        Item(
            "2.9",
            mark("Observers and peers"),
            mark("Do several observers' accounts meet, and did peers review them?"),
            (tell_coders,),
        ),
    ),
)
_VALIDITY = Domain(
    mark("Internal validity, credibility, authenticity"),
    (
        Item(
            "3.1",
            mark("Rich and local"),
            mark("Are descriptions rich in context, do they ring true, keep what is local and its order in time?"),
        ),
        Item(
            "3.2",
            mark("Triangulation"),
            mark("Do sources and methods meet, or is it explained why not?"),
            (tell_tactic("triangulation"),),
        ),
        Item(
            "3.3",
            mark("Data and theory"),
            mark("Are data tied to theory, and do codes mirror its constructs?"),
            (tell_definitions, tell_minor),
        ),
        Item(
            "3.4",
            mark("Coherence and rules"),
            mark("Do findings hang together, and are the rules for confirming them stated?"),
            (tell_tactics, tell_judgements),
        ),
        Item("3.5", mark("Uncertainty"), mark("Are areas of uncertainty named?"), (tell_limits, tell_divided)),
        Item(
            "3.6",
            mark("Negative evidence"),
            mark("Was negative evidence sought, was it found, and what then?"),
            (tell_contrary, tell_tactic("negative-evidence")),
        ),
        Item("3.7", mark("Rivals"), mark("Were rival explanations weighed?"), (tell_tactic("rivals"),)),
        Item(
            "3.8",
            mark("Replication inside"),
            mark("Do findings hold in other parts of the data?"),
            (tell_tactic("replication"),),
        ),
        Item("3.9", mark("Informants' view"), mark("Do informants find the conclusions right?"), (tell_feedback,)),
        Item(
            "3.10",
            mark("Predictions"),
            mark("Were predictions made beforehand, and were they met?"),
            (tell_expectations, tell_tactic("surprises")),
        ),
    ),
)
_TRANSFER = Domain(
    mark("External validity, transferability, fittingness"),
    (
        Item(
            "4.1",
            mark("Enough to compare"),
            mark("Are sample, setting and processes described so that others can compare?"),
            (tell_sample, tell_attributes, tell_places, tell_dates),
        ),
        Item(
            "4.2",
            mark("Limits and scope"),
            mark(
                "Which limits do choice of cases, setting, history and constructs set, and how far is it meant to hold?"
            ),
            (tell_scopes, tell_limits, tell_unheard),
        ),
        Item("4.3", mark("Diversity"), mark("Is the sample diverse enough to carry further?"), (tell_attributes,)),
        Item(
            "4.4",
            mark("Thick description"),
            mark("Is enough described for readers to judge how it fits where they are, and do they know it again?"),
        ),
        Item(
            "4.5", mark("Prior theory"), mark("Do findings fit, confirm or contradict earlier theory?"), (tell_minor,)
        ),
        Item(
            "4.6",
            mark("General processes"),
            mark("Are processes told that hold elsewhere too, and sequences kept whole?"),
        ),
        Item(
            "4.7",
            mark("Further tests"),
            mark("Are settings named in which findings could be tested, and were they found again elsewhere?"),
        ),
    ),
)
_USE = Domain(
    mark("Utilization, application, action orientation"),
    (
        Item(
            "5.1",
            mark("Access"),
            mark("Are findings within reach of those who could use them, in plain words and in their language?"),
        ),
        Item("5.2", mark("Guidance"), mark("Do they guide action, and at which level: insight, policy, next steps?")),
        Item(
            "5.3",
            mark("Help"),
            mark("Did the study help to solve a local problem, or teach users something they can do?"),
        ),
        Item(
            "5.4", mark("Ethics"), mark("Are ethical concerns and questions of value raised?"), (tell_memos("ethics"),)
        ),
        Item("5.5", mark("Benefit and harm"), mark("Who gains by the findings, and who may be harmed?")),
    ),
)

PART = Standard(
    name="quality",
    purpose=mark("Go through the five standards for the quality of conclusions, as a worksheet."),
    title=mark("The quality of conclusions: five standards"),
    source=mark("Miles and Huberman 1994; Miles, Huberman and Saldana 2014"),
    domains=(_OBJECTIVITY, _RELIABILITY, _VALIDITY, _TRANSFER, _USE),
)

"""Predictor-outcome matrix: informants by how much of an antecedent they tell, with what may predict the outcomes and
the outcomes themselves (Miles, Huberman and Saldana 2014, ch. 10)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.ordering import require_places, sort_cases, write_place
from qualcode.errors import QualcodeError
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study

FEW = 10  # informants; below, one of them more or less turns every pattern


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informants in the order of the antecedent that `options.sort` names (else the first family of elements);
    columns: their place, predictors (elements, obstacles and other codes), outcomes (impacts). Refused where the
    codebook has no impacts."""
    outcomes = study.codebook.codes_of_kind("impact")
    if not outcomes:
        raise QualcodeError(
            mark("The codebook has no family of kind impact, so there is no outcome to predict"),
            mark("Give the family of outcomes `kind: impact` in the codebook"),
        )
    places = require_places(study, ("element",), options, t)
    filling = prepare(study, options, t)
    heads = [
        Heading(
            code.id,
            code.label.in_language(options.language),
            (t("outcome {id}") if code.id in outcomes else t("predictor {id}")).format(id=code.id),
        )
        for code in study.codebook.codes
    ]
    columns = sorted(heads, key=lambda head: head.key in outcomes)
    cases = sort_cases(study.cases, places)
    told = sum(case.id in filling.interviewed for case in cases)
    few = t(
        "{n} informants are too few to predict from: read this as a description of each, and as predictions to be "
        "tested on others."
    )
    return filling.finish(
        "predictor-outcome",
        t("Predictor-outcome matrix"),
        map(filling.head_case, cases),
        (Heading("place", t("Place"), places.label), *columns),
        [
            (write_place(case, places, filling), *(filling.fill(case.id, each.key) for each in columns))
            for case in cases
        ],
        (
            EntryRule(t("Order of rows"), places.rule),
            EntryRule(t("Prediction"), t("none is computed: what goes together here need not do so elsewhere")),
            *describe_marks(options, t),
        ),
        notes=(few.format(n=told),) if told < FEW else (),
    )


PART = Display(
    name="predictor-outcome",
    chapter=10,
    called="Predictor-outcome consequences matrix",
    purpose=mark("Ask which antecedents go with which outcomes, informant by informant; no prediction is computed."),
    build=build,
    orders=True,
    on_paper="presence",
)

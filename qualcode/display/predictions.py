"""Making and testing predictions: a register of what should happen if the links hold, for informed people to answer
later (Miles, Huberman and Saldana 2014, ch. 10)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.linked import prepare_links
from qualcode.display.template import lay_out_links
from qualcode.messages import Translate, mark
from qualcode.model import Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each pair of codes that a link joins; columns: its evidence, then what a person writes: the prediction,
    when and with whom it is to be tested, what would support it, what would weaken it, and what happened."""
    return lay_out_links(
        prepare_links(prepare(study, options, t)),
        "predictions",
        t("Predictions and their tests"),
        (
            Heading("prediction", t("Prediction"), t("what should happen if the link holds")),
            Heading("due", t("To be tested"), t("when, and with whom")),
            Heading("supporting", t("What would support it")),
            Heading("weakening", t("What would weaken it")),
            Heading("happened", t("What happened")),
        ),
    )


PART = Display(
    name="predictions",
    chapter=10,
    called="Making and testing predictions",
    template=True,
    purpose=mark("Keep a register of predictions from the links that were found, and of what became of them."),
    build=build,
)

"""The measures in words: what columns are headed and what the figures mean."""

from qualcode.messages import Translate
from qualcode.model import EntryRule


def describe_measures(judged: str, t: Translate) -> dict[str, EntryRule]:
    """Label and meaning of the shipped measures by name; `judged` is the coder who is held against the others."""
    return {
        "precision": EntryRule(
            t("precision"),
            t("of the units that {judged} gave the code, the share that the others gave it too").format(judged=judged),
        ),
        "recall": EntryRule(
            t("recall"),
            t("of the units that the others gave the code, the share that {judged} gave it too").format(judged=judged),
        ),
        "f1": EntryRule("F1", t("the harmonic mean of precision and recall")),
        "alpha": EntryRule(
            t("Krippendorff's alpha"),
            t("nominal: 1 agreement, 0 chance (Krippendorff 2019, who relies on .800 and takes .667 as tentative)"),
        ),
        "kappa": EntryRule(t("Cohen's kappa"), t("1 agreement, 0 chance, each coder's own shares (Cohen 1960)")),
        "ac1": EntryRule(
            t("Gwet's AC1"), t("for rare codes, beside alpha; high where nearly all units lack the code (Gwet 2008)")
        ),
    }


def name_measure(name: str, t: Translate) -> str:
    """How a column of this measure is headed; another package's measure goes by its own name."""
    shipped = describe_measures("", t)
    return shipped[name].label if name in shipped else name

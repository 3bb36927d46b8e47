"""The measures in words: how columns are headed, how figures are written and what they mean."""

from qualcode.agreement.contract import Figure, Measure, Ratings
from qualcode.agreement.interval import find_interval
from qualcode.messages import Translate, write_decimal
from qualcode.model import EntryRule

FEW = 10  # below so many units a figure would say more than it knows: counts alone are shown


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


def write_judgement(figure: Figure, units: int, t: Translate) -> str:
    """A share with its counts, another figure alone; a reason where there is none, or too little to rest it on."""
    if figure.whole:
        return write_share(figure.part, figure.whole, t)
    if figure.value is None:
        return t("none coded")
    return write_decimal(f"{figure.value:.2f}", t) if units >= FEW else t("too few")


def write_share(part: int, whole: int, t: Translate) -> str:
    """`0.75 (30 of 40)`; of a few units the counts alone."""
    counts = t("{n} of {total}").format(n=part, total=whole)
    if whole < FEW:
        return counts
    share = write_decimal(f"{part / whole:.2f}", t)
    return f"{share} ({counts})"


def write_coefficient(measure: Measure, ratings: Ratings, t: Translate, *, interval: bool) -> str:
    """The coefficient, with its interval where that is asked for; where it is undefined, why."""
    value = measure.measure(ratings).value
    if value is None:
        return t("no variation")
    if not interval:
        return write_decimal(f"{value:.2f}", t)
    low, high = find_interval(measure.measure, ratings)
    return t("{value} ({low} to {high})").format(
        value=write_decimal(f"{value:.2f}", t), low=write_decimal(f"{low:.2f}", t), high=write_decimal(f"{high:.2f}", t)
    )

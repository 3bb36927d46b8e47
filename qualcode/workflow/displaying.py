"""Step 2: displays of a study by name."""

from dataclasses import replace
from math import inf

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.drawing import draw
from qualcode.errors import QualcodeError
from qualcode.evidence.wording import label_codes
from qualcode.messages import Translate, mark, translator
from qualcode.model import Matrix, Network, Study
from qualcode.registry import PartEntry, find_parts, require_part


def build_display(study: Study, name: str, options: DisplayOptions) -> Matrix:
    """One named display; an unknown name is refused with the nearest known ones."""
    return draw(require_display(name), study, options, translator(options.language))


def draw_network(study: Study, name: str, options: DisplayOptions) -> Network | None:
    """The network that a named display makes, None of one that makes none."""
    to_network = require_display(name).to_network
    fitted = fit_content(name, replace(options, content="presence"))
    if to_network is None:
        return None
    return to_network(build_display(study, name, fitted), label_codes(study.codebook, options.language))


def require_display(name: str) -> Display:
    """One display by its name; an unknown one is refused with the nearest known ones."""
    what = mark("There is no display {name}", name=name)
    display: Display = require_part("display", name, what).load()
    return display


def fit_content(name: str, options: DisplayOptions) -> DisplayOptions:
    """The options with the content that a display takes, where it does not take theirs: its first."""
    entry = find_parts("display").get(name)
    fitted: DisplayOptions = entry.load().fit(options) if entry else options
    return fitted


def choose_quotes(name: str, options: DisplayOptions, quotes: int | None) -> DisplayOptions:
    """The options with as many quotes a cell as were asked for, if any were; refused where cells hold none, or where
    the display does not choose among them."""
    if quotes is None:
        return options
    if options.content != "quotes":
        raise QualcodeError(
            mark("--quotes is for cells that hold quotes"), mark("Add --content quotes, or leave it out")
        )
    if require_display(name).fixed_quotes:
        raise QualcodeError(mark("{name} does not choose among its quotes", name=name), mark("Leave --quotes out"))
    return replace(options, quotes=quotes)


def list_displays(language: str) -> tuple[tuple[str, str], ...]:
    """The name of every display with what it is for and which of the book's it is, chapter by chapter; those that are
    not in the book come last."""
    t = translator(language)
    entries = sorted(find_parts("display").values(), key=lambda entry: entry.keywords.get("chapter", 0) or inf)
    return tuple((entry.name, _describe_display(entry, t)) for entry in entries)


def _describe_display(entry: PartEntry, t: Translate) -> str:
    purpose, chapter = t(entry.keywords.get("purpose", "")), entry.keywords.get("chapter", 0)
    where = t("{name}, ch. {n}").format(name=entry.keywords.get("called", ""), n=chapter)
    elsewhere = t("not in the book of Miles, Huberman and Saldana")
    return f"{purpose} [{where if chapter else elsewhere}]"

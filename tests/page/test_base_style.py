"""Colours of the pages: WCAG 2.2 contrast in light and dark (success criteria 1.4.3 and 1.4.11)."""

import re
from importlib.resources import files

import pytest

STYLE = files("qualcode.page").joinpath("base.css").read_text(encoding="utf-8")
REPORT = files("qualcode.page").joinpath("report.css").read_text(encoding="utf-8")
COLOURS = {name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", STYLE)}
GROUNDS = ("paper", "raised", "head", "for-back", "against-back", "both-back", "none-back", "mark", "coded")
TEXT = [
    *((ink, ground) for ink in ("ink", "soft") for ground in GROUNDS if (ink, ground) != ("soft", "mark")),
    *(("link", ground) for ground in ("paper", "raised", "head", "for-back", "against-back", "both-back")),
    *((side, ground) for side in ("for", "against", "both") for ground in ("paper", "raised", f"{side}-back")),
    ("notice", "notice-back"),
]
PARTS = [("focus", "paper"), ("focus", "raised"), ("focus", "head"), ("soft", "raised"), ("cue-line", "mark")]


def measure_light(colour: tuple[float, ...]) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def read(name: str, dark: bool) -> tuple[float, ...]:
    value = COLOURS[name][dark]
    return tuple(int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    low, high = sorted(map(measure_light, (one, other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_gives_the_known_ratios() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((0x76 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)  # the known least grey on white


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_read_on_its_ground(ink: str, ground: str, dark: bool) -> None:
    assert contrast(read(ink, dark), read(ground, dark)) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), PARTS)
def test_borders_of_fields_marks_and_focus_are_seen(line: str, ground: str, dark: bool) -> None:
    assert contrast(read(line, dark), read(ground, dark)) >= 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_is_read_on_every_shade_of_a_heat_map(dark: bool) -> None:
    shares = [
        int(found) / 100 for found in re.findall(r"heat-\d \{ background: color-mix\(in srgb, .*? (\d+)%", REPORT)
    ]
    assert len(shares) == 5
    for share in shares:
        pairs = zip(read("heat", dark), read("raised", dark), strict=True)
        ground = tuple(share * heat + (1 - share) * raised for heat, raised in pairs)
        assert contrast(read("ink", dark), ground) >= 4.5, share

"""Figures as pictures."""

import struct
import sys

import pytest

from qualcode.errors import QualcodeError
from qualcode.writers.png import draw_png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="red"/></svg>'


def test_a_figure_is_drawn_in_twice_its_size() -> None:
    pytest.importorskip("resvg_py")
    png = draw_png(SVG)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (60, 40)


def test_without_the_package_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(QualcodeError) as refused:
        draw_png(SVG)
    assert "qualcode[png]" in refused.value.how

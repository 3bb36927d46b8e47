"""Figures as pictures."""

import struct

from qualcode.writers.png import draw_png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="red"/></svg>'


def test_a_figure_is_drawn_in_twice_its_size() -> None:
    png = draw_png(SVG)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (60, 40)


def write(text: str, family: str) -> bytes:
    return SVG.replace(b"</svg>", f'<text y="15" font-family="{family}">{text}</text></svg>'.encode())


def test_letters_come_along_whatever_fonts_a_machine_has() -> None:
    drawn = draw_png(write("Ée", "No Such Font"))
    assert drawn == draw_png(write("Ée", "DejaVu Sans"))  # nothing hangs on the fonts of the machine
    assert drawn != draw_png(SVG)  # and there are letters


def test_a_letter_that_the_fonts_lack_is_looked_for_on_the_machine(monkeypatch) -> None:
    import resvg_py

    asked = []
    draw = resvg_py.svg_to_bytes
    monkeypatch.setattr(resvg_py, "svg_to_bytes", lambda **how: asked.append(how["skip_system_fonts"]) or draw(**how))
    for text in ("Kerja sama – 5 ≥ 3 −", "ꦧꦠꦶꦏ꧀"):
        draw_png(write(text, "Arial"))
    assert asked == [True, False]

from pathlib import Path

from qualcode.readers.odt import read
from tests.packages import odt, put, show


def test_paragraphs_and_a_table_of_talk(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    rows = row("Ucapan", "Pembicara") + row("Apa kabar?", "P") + row("Baik.", "Bu Sri")
    (draft,) = read(put(tmp_path, "a.odt", odt(f"<text:p>Judul</text:p><table:table>{rows}</table:table>")))
    assert show(draft) == ["- | - | Judul", "- | P | Apa kabar?", "- | Bu Sri | Baik."]

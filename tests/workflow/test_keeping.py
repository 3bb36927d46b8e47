"""What is kept of codings when the codebook changes is what a full run would make."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.store.vocabulary import NAME as VOCABULARY
from qualcode.workflow.coding import code_study
from qualcode.workflow.opening import Wishes, open_study

HEAD = (
    "codebook: c\nversion: {version}\nlanguages: [id]\nfamilies: {{F: {{label: f}}, O: {{label: o, kind: obstacle}}}}\n"
)
CODE = "  - id: {id}\n    family: {family}\n    label: l\n    definition: {definition}\n    exemplars: [{{text: a}}]\n"
POOL = {
    "strong": ("saling percaya", "form:rapat", "(dana|anggaran) dipotong", "kumpul*", "near: [dana, telat]", "trust"),
    "weak": ("dekat", "forum", "bantuan"),
    "contrary": ("curiga", "tidak pernah rapat", "janji-janji"),
    "asked": ("hubungan", "kendala", "rapat", "dana"),
    "answer": ("akrab", "telat", "duduk * bersama"),
    "answer_contrary": ("jauh", "sepi"),
}
LONG = (
    "P: Bagaimana hubungan dengan dinas?\n\nR: Ya akrab, Mas. Sering kumpul di rumah Pak Lurah sampai malam.\n\n"
    "P: Terus?\n\nR: Mereka datang membawa kopi dan gula untuk kami semua.\n\nP: Itu juga dari dinas?\n\n"
    "R: Iya. Trust.\n\nS: Dana dipotong, Mas. Bantuan telat.\n\nP: Dananya?\n\nR: Saya kurang tahu, Mas.\n\n"
    "P: Mm-hm.\n\nR: Tapi dulu cukup. Orangnya dekat semua sama kami di sini.\n\nP: Kendala apa lagi?\n\n"
    "R: Telat terus. Janji-janji saja dari kantor yang jauh itu.\n\nP: Rapat masih ada?\n\nR: Tidak pernah rapat.\n"
)
TALKS = (
    LONG,
    "P: Bagaimana hubungan dengan dinas?\n\nR: Ya akrab, Mas. Kami saling percaya. Tiap sore mereka mampir ke rumah.\n",
    "P: Kendala apa?\n\nR: Dana dipotong. Bantuan itu telat terus, Mas, dari dulu sampai sekarang begitu.\n",
    "P: Rapatnya?\n\nR: Jarang kumpulan. Kami curiga. Janji-janji thok, orangnya jauh, kantornya sepi, Mas.\n",
    "P: Dana bagaimana?\n\nR: Trust itu penting. Kami duduk di bawah bersama orang dinas, dekat sekali rasanya.\n",
)

cues = st.fixed_dictionaries({kind: st.sets(st.sampled_from(pool)) for kind, pool in POOL.items()})
codebooks = st.tuples(st.lists(cues, min_size=2, max_size=2), st.sampled_from(["a", "b"]), st.sampled_from("12"))


def write_codebook(codes: list[dict[str, set[str]]], definition: str, version: str) -> str:
    text = HEAD.format(version=version) + "codes:\n"
    for number, lists in enumerate(codes):
        text += (
            CODE.format(id=("A", "OB")[number], family="FO"[number], definition=definition) + "    cues:\n      id:\n"
        )
        text += "        strong: [pasti]\n" if not any(lists.values()) else ""
        for kind, patterns in lists.items():
            items = "".join(
                f"          - {{{p}}}\n" if p.startswith("near") else f"          - {p}\n" for p in sorted(patterns)
            )
            text += f"        {kind}:\n{items}" if patterns else ""
    return text


def code(folder: Path, codebook: str) -> dict[str, bytes]:
    (folder / "codebook.yaml").write_text(codebook, encoding="utf-8")
    code_study(open_study(folder, Wishes(), folder))
    kept = sorted((folder / "codings").iterdir())
    return {path.name: path.read_bytes() for path in kept if path.name != VOCABULARY}  # it grows from run to run


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(codebooks, min_size=2, max_size=3))
def test_coding_again_ends_in_the_bytes_of_a_first_run(
    editions: list[tuple[list[dict[str, set[str]]], str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "transcripts").mkdir()
        (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguages: [id]\ninterviewers: [P]\n", "utf-8")
        for number, talk in enumerate(TALKS):
            (folder / "transcripts" / f"t{number}.txt").write_text(talk, encoding="utf-8")
        for edition in editions:
            again = code(folder, write_codebook(*edition))
        shutil.rmtree(folder / "codings")
        assert again == code(folder, write_codebook(*editions[-1]))

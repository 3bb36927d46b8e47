"""Interviews in which some things are dated."""

from tests.factories import code_words, make_study, make_transcript

OFFICE = make_transcript("a.txt", "N: Sejak 2019 kami rapat. Tahun 2021 pasar ramai. Kami percaya.", case="INF-01")
SHOP = make_transcript("b.txt", "N: Dari 2019 sampai 2020 rapat mandek.", case="INF-02")


def dated_study():
    return make_study(
        (OFFICE, SHOP),
        (
            code_words(OFFICE, "Sejak 2019 kami rapat.", "CG.DLG"),
            code_words(OFFICE, "Tahun 2021 pasar ramai.", "IM.ECO"),
            code_words(OFFICE, "Kami percaya.", "CG.TRU"),
            code_words(SHOP, "Dari 2019 sampai 2020 rapat mandek.", "CG.DLG", "contrary"),
        ),
    )

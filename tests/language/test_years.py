"""Years that speakers name."""

import pytest

from qualcode.language.years import find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sejak tahun 2019 kami ikut.", (2019,)),
        ("Masuk sini tahun... dua ribu sembilan belas akhir.", (2019,)),
        ("Dari 2018 sampai 2020.", (2018, 2020)),
        ("Tahun dua ribu dua puluh tiga itu ramai.", (2023,)),
        ("Tahun seribu sembilan ratus delapan puluh lima.", (1985,)),
        ("Kantor ini sejak dua ribu.", (2000,)),
        ("We met in 2021 and again in March 2022.", (2021, 2022)),
    ],
)
def test_years_are_read_in_figures_and_in_words(text: str, years: tuple[int, ...]) -> None:
    assert find_years(text, "id") == years


@pytest.mark.parametrize(
    "text",
    [
        "Harganya 2000 rupiah.",
        "Dari 2000 orang yang datang.",
        "Sewanya dua ribu perak.",
        "Bayar dua ribu saja.",
        "Tahun lalu ramai.",
        "Tiga tahun yang lalu.",
        "Nomor 2019.",
        "Sejak 1200 ada candi.",
        "Era tahun 2000-an.",
    ],
)
def test_prices_counts_and_rough_times_are_no_years(text: str) -> None:
    assert find_years(text, "id") == ()

import pytest

from qualcode.readers.talk.counting import drop_counting


@pytest.mark.parametrize(
    ("labels", "bare"),
    [
        ("P1 N1 P2 N2", "PNPN"),
        ("P1 S2 P3 S4", "PSPS"),
        ("Q0 A0 Q1 A1", "QAQA"),
        ("P1 P2 P3 P4", ""),
        ("I1 R1 I1 R1", ""),
        ("I2 R2 I3 R3", ""),
        ("P1 N1 P2 N", ""),
        ("P2 N1 P3 N4", ""),
        ("P1 N1", ""),
    ],
)
def test_numbers_that_only_count_turns_are_no_part_of_labels(labels: str, bare: str) -> None:
    assert "".join(drop_counting(labels.split())) == bare

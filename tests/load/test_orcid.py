import pytest

from uchtil.load.orcid import check_digit, orcid_problem


@pytest.mark.parametrize(
    "orcid",
    # the examples of ORCID's own documentation, one of them with X for ten
    ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"],
)
def test_right_ones(orcid: str) -> None:
    assert check_digit(orcid) == orcid[-1]
    assert orcid_problem(orcid) is None


@pytest.mark.parametrize(
    ("orcid", "message", "hint"),
    [
        (
            "0000-0002-1825-0098",
            "the ORCID 0000-0002-1825-0098 is wrong: its check digit would be 7, not 8",
            "copy it again; if only the last digit is wrong, it is 0000-0002-1825-0097",
        ),
        (
            "0000-0002-1694-2330",
            "the ORCID 0000-0002-1694-2330 is wrong: its check digit would be X, not 0",
            "copy it again; if only the last digit is wrong, it is 0000-0002-1694-233X",
        ),
        (
            "https://orcid.org/0000-0002-1825-0097",
            "`https://orcid.org/0000-0002-1825-0097` is not an ORCID",
            "write 0000-0002-1825-0097",
        ),
        (
            "0000000218250097",
            "`0000000218250097` is not an ORCID",
            "write it as 0000-0002-1825-0097",
        ),
        (
            "٠٠٠٠-0002-1825-0097",
            "`٠٠٠٠-0002-1825-0097` is not an ORCID",
            "write it as 0000-0002-1825-0097",
        ),
    ],
)
def test_wrong_ones(orcid: str, message: str, hint: str) -> None:
    assert orcid_problem(orcid) == (message, hint)

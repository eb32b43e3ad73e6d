"""What a theme says to the printing office: profiles, marks and spot colours, and what is wrong with them."""

from pathlib import Path

import pytest
from PIL import ImageCms

from factsheet import limits
from factsheet.design import icc
from factsheet.design.press import HOUSE
from factsheet.design.theme import Theme
from factsheet.findings import Finding
from factsheet.spec import themes

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
WHOLE = HOUSE.read_bytes()


def load(folder: Path, text: str) -> tuple[Theme | None, list[Finding]]:
    path = folder / "own.theme.yaml"
    path.write_text("based_on: institutional\n" + text, encoding="utf-8")
    return themes.load(path)


def test_a_profile_of_the_printing_office_is_used(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(WHOLE)
    theme, findings = load(tmp_path, "profile: press.icc\nstandard: x1a\n")
    assert findings == []
    assert theme is not None
    assert theme.profile == str((tmp_path / "press.icc").resolve())
    assert theme.standard == "x1a"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (SRGB, "its colours are RGB, not CMYK"),
        (WHOLE[:-2000], "it is damaged"),
        (b"", "not an ICC profile"),
        (b"%PDF-1.7" * 200, "not an ICC profile"),
        (WHOLE[:8] + b"\x05" + WHOLE[9:], "version is 5"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused_at_its_line(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "press.icc").write_bytes(data)
    theme, findings = load(tmp_path, "profile: press.icc\n")
    (found,) = findings
    assert theme is None
    assert (found.rule, found.severity, found.where.line) == ("profile", "error", 2)
    assert said in found.message
    assert "printing office" in found.hint


def test_a_profile_through_which_nothing_can_be_converted_is_refused(tmp_path: Path) -> None:
    start, length = icc.tags(WHOLE)["B2A1"]
    (tmp_path / "press.icc").write_bytes(WHOLE[: start + 10] + b"\xff" * 40 + WHOLE[start + 50 :])
    assert length > 50
    theme, findings = load(tmp_path, "profile: press.icc\n")
    assert theme is None
    assert findings[0].rule == "profile"


def test_x1a_takes_profiles_of_version_2(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(WHOLE[:8] + b"\x04" + WHOLE[9:])
    theme, findings = load(tmp_path, "profile: press.icc\nstandard: x1a\n")
    assert theme is None
    assert "PDF/X-1a takes version 2" in findings[0].message


@pytest.mark.parametrize("name", ["nowhere.icc", "../press.icc", "/etc/press.icc"])
def test_a_profile_lies_beside_the_theme(tmp_path: Path, name: str) -> None:
    (tmp_path / "press.icc").write_bytes(WHOLE)
    folder = tmp_path / "specs"
    folder.mkdir()
    theme, findings = load(folder, f"profile: {name}\n")
    assert theme is None
    assert findings[0].where.line == 2
    assert "no file" in findings[0].message or "does not lie beside" in findings[0].message


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "press.icc").write_bytes(WHOLE)
    monkeypatch.setattr(limits, "PROFILE_BYTES", 1000)
    assert load(tmp_path, "profile: press.icc\n")[1][0].rule == "limit"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('profile: "a\\0.icc"\n', 2, "this cannot be the name of a file"),
        (f"profile: {'x' * 5000}\n", 2, "this cannot be the name of a file"),
        ("standard: x3\n", 2, "“x3” is not understood here"),
        ("ink_limit: 500\n", 2, "500 is too large; the most is 400"),
        ("bleed_mm: 60\n", 2, "60 is too large; the most is 20"),
        ("page: {bleed_mm: 3}\n", 2, "there is no key called “bleed_mm”"),
        ("marks: [crop, crosses]\n", 2, "“crosses” is not understood here"),
        ("marks: [crop, fold]\n", 2, "there are fold marks, but no folds"),
        ("marks: [fold]\nfolds_mm: {from_top: [99, 500]}\n", 3, "a fold at 500 mm lies outside the page"),
        ("folds_mm: {from_left: [0]}\n", 2, "a fold at 0 mm lies outside the page"),
        ("condition: FOGRA51\n", 2, "a condition is named, but no profile"),
        ('condition: "x\\u0000"\n', 2, "this is no name of a printing condition"),
        ('inks:\n  a: {cmyk: [0, 9, 9, 0], rgb: "#000000", tint: 40}\n', 3, "a tint needs a spot colour"),
        ("ink_limit: 220\n", 2, "paper takes 220 %"),
        ('inks:\n  a: {cmyk: [0, 9, 9, 0], rgb: "#000000", spot: Black}\n', 3, "“Black” is no spot colour"),
        ('inks:\n  a: {cmyk: [0, 9, 9, 0], rgb: "#000000", spot: all}\n', 3, "“all” is no spot colour"),
        (f'inks:\n  a: {{cmyk: [0, 9, 9, 0], rgb: "#000000", spot: {"x" * 130}}}\n', 3, "cannot be the name of a"),
        ('inks:\n  a: {cmyk: [0, 9, 9, 0], rgb: "#000000", spot: Gold, tint: 0}\n', 3, "0 is too small"),
        (
            'inks:\n  a: {cmyk: [0, 9, 9, 0], rgb: "#000000", spot: Gold}\n'
            '  b: {cmyk: [0, 9, 8, 0], rgb: "#000000", spot: Gold}\n', 4, "one plate has one stand-in",
        ),
        (
            'inks:\n  a: {cmyk: [0, 9, 9, 0], rgb: "#000000", spot: PANTONE 871 C}\n'
            '  b: {cmyk: [0, 9, 9, 0], rgb: "#000000", spot: Pantone 871 U}\n', 4, "would be two plates",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    theme, findings = load(tmp_path, text)
    assert theme is None
    wrong = [finding for finding in findings if said in finding.message]
    assert wrong, [finding.message for finding in findings]
    assert wrong[0].where.line == line


def test_marks_may_be_none(tmp_path: Path) -> None:
    theme, findings = load(tmp_path, "marks: none\nbleed_mm: 5\n")
    assert findings == []
    assert theme is not None
    assert (theme.marks, theme.bleed_mm) == ((), 5.0)


def test_folds_are_in_millimetres(tmp_path: Path) -> None:
    theme, findings = load(tmp_path, "marks: [crop, fold]\nfolds_mm: {from_top: [99, 198]}\n")
    assert findings == []
    assert theme is not None
    assert theme.folds.from_top == pytest.approx((280.63, 561.26), abs=0.01)


def test_tints_of_a_spot_colour_share_its_plate(tmp_path: Path) -> None:
    gold = 'inks:\n  a: {cmyk: [0, 20, 60, 0], rgb: "#C0A040", spot: Gold}\n'
    gold += '  b: {cmyk: [0, 20, 60, 0], rgb: "#E0D0A0", spot: Gold, tint: 50}\n'
    theme, findings = load(tmp_path, gold)
    assert findings == []
    assert theme is not None
    one, other = theme.palette["a"], theme.palette["b"]
    assert one.spot == other.spot
    assert (one.tint, other.tint) == (1, 0.5)
    assert other.cmyk == pytest.approx((0, 0.1, 0.3, 0))
    assert one.plates == {"Gold": 1.0}


@pytest.mark.parametrize(
    ("text", "rule", "line", "said"),
    [
        ("bleed_mm: 0\n", "bleed", 2, "0 mm of bleed is little: printing offices ask for 3 mm"),
        ("marks: [crop]\nbleed_mm: 2.5\n", "bleed", 3, "2.5 mm of bleed is little"),
        ("folds_mm: {from_top: [99]}\n", "folds", 2, "folds are named, but no fold marks are drawn"),
        (
            "profile: press.icc\ncondition: FOGRA52\n",
            "profile",
            3,
            "the condition is FOGRA52, but press.icc calls itself",
        ),
    ],
)
def test_what_is_unusual_is_warned_of(tmp_path: Path, text: str, rule: str, line: int, said: str) -> None:
    (tmp_path / "press.icc").write_bytes(WHOLE)
    theme, (found,) = load(tmp_path, text)
    assert theme is not None
    assert (found.rule, found.severity, found.where.line) == (rule, "warning", line)
    assert said in found.message


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    (tmp_path / "press.icc").mkdir()
    theme, (found,) = load(tmp_path, "profile: press.icc\n")
    assert theme is None
    assert found.message == "press.icc is a folder, not a profile"

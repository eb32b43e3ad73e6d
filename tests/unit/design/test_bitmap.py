"""What is known of a picture: two files of one content are one picture."""

from pathlib import Path

from factsheet.design.bitmap import SUFFIXES, Bitmap, Pixels


def test_bitmaps_of_one_content_and_name_are_equal() -> None:
    one, same = (Bitmap(Path("a.png"), "00", 4, 3, "rgb") for _ in range(2))
    other = Bitmap(Path("a.png"), "01", 4, 3, "rgb")
    assert one == same
    assert hash(one) == hash(same)
    assert one != other


def test_pixels_are_opaque_unless_they_say_otherwise() -> None:
    assert Pixels(1, 1, "grey", b"x", "Flate").alpha is None


def test_endings_are_in_small_letters_with_their_dot() -> None:
    assert {".jpg", ".png", ".webp", ".tif"} <= set(SUFFIXES)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)

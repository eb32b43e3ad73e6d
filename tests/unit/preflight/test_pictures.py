"""Proof of resolution: enough pixels for print, at the line of the file's name."""

from pathlib import Path

import pytest
from PIL import Image

from factsheet.design.pictures import look
from factsheet.document import Document, Frame, Page, Picture, Region, Tag
from factsheet.findings import Finding, Where
from factsheet.preflight.pictures import COARSE, FINE, judge_pictures
from factsheet.units import Rect


def judged(folder: Path, pixels: int, *sizes: float, crop: float = 1.0, alt: str = "A field") -> list[Finding]:
    """What is said of a square picture of ``pixels`` at several ``sizes`` in points."""
    path = folder / "a.png"
    Image.new("L", (pixels, pixels)).save(path)
    tag = Tag("Figure", Where("a.yaml", 7, 9), alt=alt)
    items = tuple((0.0, 0.0, Picture(look(path), size, size, (0.0, 0.0, crop, 1.0))) for size in sizes)
    frame = Frame(500, 500, ((0.0, 0.0, Frame(500, 500, items, tag)),))
    page = Page((Region("main", Rect(0, 0, 500, 500), frame),))
    return judge_pictures(Document(595, 842, 8.5, 13.4, (page,), (), "T", "en"))


@pytest.mark.parametrize(
    ("pixels", "severity"),
    [(40, "error"), (COARSE - 1, "error"), (COARSE, "warning"), (FINE - 1, "warning"), (FINE, ""), (2000, "")],
)
def test_pictures_are_judged_by_the_pixels_on_an_inch(tmp_path: Path, pixels: int, severity: str) -> None:
    found = judged(tmp_path, pixels, 72.0)
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_a_finding_says_how_many_there_are_and_how_many_it_takes(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, 40, 234.0)
    assert (found.rule, found.where.line, found.where.column) == ("resolution", 7, 9)
    assert found.message == "a.png has 12 pixels on an inch at its size of 83 × 83 mm; print needs 225"
    assert found.hint == "use a picture of at least 740 pixels in width (this one has 40)"


def test_only_the_part_that_is_seen_counts(tmp_path: Path) -> None:
    assert not judged(tmp_path, 300, 72.0)
    (found,) = judged(tmp_path, 300, 72.0, crop=0.4)
    assert found.severity == "error"
    assert "120 pixels" in found.message


def test_a_picture_is_told_once_where_it_is_coarsest(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, 300, 100.0, 400.0, 72.0)
    assert "54 pixels" in found.message


def test_a_document_without_pictures_is_right() -> None:
    page = Page((Region("main", Rect(0, 0, 500, 500), Frame(500, 500)),))
    assert judge_pictures(Document(595, 842, 8.5, 13.4, (page,), (), "T", "en")) == []

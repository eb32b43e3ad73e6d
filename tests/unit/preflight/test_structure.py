"""Bytes: beginnings, ends, cross-references of every kind, stream lengths."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from factsheet.preflight import structure
from factsheet.preflight.hits import Hit
from factsheet.preflight.judge import judge_file
from factsheet.preflight.opened import Opened
from tests.conformance.broken.sheet import x4
from tests.unit.preflight.made import context, page

WHOLE = x4().pdf()


def hits(data: bytes, standard: str = "x4") -> list[Hit]:
    file, asked = Opened(data), context(page(), standard=standard)
    return [hit for _, judge in structure.JUDGES for hit in judge(file, asked)]


def rules(data: bytes, standard: str = "x4") -> set[str]:
    return {hit.rule for hit in hits(data, standard)}


def rewritten() -> bytes:
    out = BytesIO()
    PdfWriter(clone_from=PdfReader(BytesIO(WHOLE))).write(out)
    return out.getvalue()


def test_whole_files_pass() -> None:
    assert hits(WHOLE) == []
    assert "B-05" not in rules(rewritten())


@pytest.mark.parametrize("ends", [b"", b"\n", b"\r\n", b"\r"])
def test_one_end_of_line_may_follow(ends: bytes) -> None:
    assert "B-04" not in rules(WHOLE.rstrip() + ends)


@pytest.mark.parametrize("tail", [b"\n\n", b" ", b"\0", b"%", b"\nmore"])
def test_more_may_not(tail: bytes) -> None:
    assert "B-04" in rules(WHOLE.rstrip() + tail)


def test_what_is_cut_off_or_put_in_is_told() -> None:
    middle = len(WHOLE) // 2
    assert "B-05" in {hit.rule for hit in judge_file(WHOLE[:20] + b"%more\n" + WHOLE[20:], "more.pdf").hits}
    assert "B-05" in {hit.rule for hit in judge_file(WHOLE[:middle] + WHOLE[middle + 40 :], "cut.pdf").hits}
    table = WHOLE.rindex(b"xref\n0")
    assert "B-05" in rules(WHOLE[:table] + b"frex" + WHOLE[table + 4 :])


def test_an_update_is_followed_to_what_came_before() -> None:
    start = int(WHOLE.rsplit(b"startxref\n", 1)[1].split()[0])
    update = b"xref\n0 0\n" + WHOLE[WHOLE.rindex(b"trailer") : WHOLE.rindex(b"startxref")].rstrip()[:-2]
    update += b"/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (start, len(WHOLE))
    assert "B-05" not in rules(WHOLE + update)
    broken = update.replace(b"/Prev %d" % start, b"/Prev %d" % (start + 3))
    assert "B-05" in rules(WHOLE + broken)


def test_a_circle_of_updates_comes_to_an_end() -> None:
    start = len(WHOLE)
    update = b"xref\n0 0\n" + WHOLE[WHOLE.rindex(b"trailer") : WHOLE.rindex(b"startxref")].rstrip()[:-2]
    update += b"/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (start, start)
    assert "B-05" in {hit.rule for hit in judge_file(WHOLE + update, "circle.pdf").hits}


def test_versions_are_those_of_the_standard() -> None:
    assert rules(WHOLE, "x1a") == {"X-01"}
    assert [hit.found for hit in hits(WHOLE.replace(b"%PDF-1.6", b"%PDF-1.5"))] == ["1.5"]

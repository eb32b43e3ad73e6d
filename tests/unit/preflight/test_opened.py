"""Files of any kind, opened: pages, boxes, objects; damaged, hostile and cyclic ones end in a report."""

import random
from io import BytesIO

import pytest
from pypdf import PdfWriter

from factsheet.preflight import opened as opening
from factsheet.preflight.judge import judge_file
from factsheet.preflight.opened import Opened, UnreadableError
from tests.conformance.broken.sheet import x4
from tests.conformance.pdf_files import Name, Ref
from tests.unit.preflight.made import opened, page

WHOLE = x4().pdf()


@pytest.mark.parametrize(
    "data", [b"", b"no PDF", b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 500, WHOLE[:60], b"\x89PNG" * 99]
)
def test_what_is_no_pdf_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"this is not a PDF|this file"):
        Opened(data)


def test_a_password_is_told() -> None:
    writer = PdfWriter(clone_from=BytesIO(WHOLE))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableError, match="encrypted with a password"):
        Opened(out.getvalue())


def attempt(data: bytes) -> tuple[Opened | None, str]:
    """The file, or why it cannot be opened."""
    try:
        return Opened(data), ""
    except UnreadableError as problem:
        return None, str(problem)


@pytest.mark.parametrize("cut", range(600, len(WHOLE), len(WHOLE) // 40))
def test_a_torn_file_is_opened_or_refused(cut: int) -> None:
    file, said = attempt(WHOLE[:cut])
    assert said if file is None else file.pages


@pytest.mark.parametrize("seed", range(25))
def test_flipped_bytes_are_survived(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WHOLE)
    for _ in range(60):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file, said = attempt(bytes(data))
    if file is None:
        assert said
    else:
        assert isinstance(file.objects, dict)
        assert isinstance(list(file.dictionaries()), list)


def test_boxes_are_from_the_corner_of_the_trim() -> None:
    (found,) = opened(page()).pages
    assert (found.trim.x, found.trim.y, found.trim.width, found.trim.height) == (28, 28, 420, 595)
    place = found.place(28, 623, 38, 603)
    assert (place.x, place.y, place.width, place.height) == (0, 0, 10, 20)
    assert found.place(38, 603, 28, 623) == place


def test_boxes_are_inherited_and_turned_round() -> None:
    sheet = page()
    sheet["pages"]["MediaBox"] = [476, 651, 0, 0]
    del sheet["page"]["MediaBox"]
    (found,) = opened(sheet).pages
    assert (found.media.x, found.media.width) == (0, 476)


def test_a_page_without_boxes_stands_on_a4() -> None:
    sheet = page()
    for name in ("MediaBox", "TrimBox", "BleedBox"):
        del sheet["page"][name]
    (found,) = opened(sheet).pages
    assert found.boxes == {}
    assert found.trim == found.bleed == found.media


@pytest.mark.parametrize("box", [[0, 0, 5], [0, 0, 0, 9], "no", [0, 0, Name("A"), 9], Ref("page")])
def test_wrong_boxes_are_named(box: object) -> None:
    sheet = page()
    sheet["page"]["TrimBox"] = box
    (found,) = opened(sheet).pages
    assert found.wrong == ("TrimBox",)


def test_a_tree_of_pages_that_goes_in_circles_comes_to_an_end() -> None:
    sheet = page()
    sheet["pages"]["Kids"] = [Ref("page"), Ref("pages"), Ref("page")]
    assert len(opened(sheet).pages) == 1


def test_an_empty_tree_is_refused() -> None:
    sheet = page()
    sheet["pages"]["Kids"] = []
    with pytest.raises(UnreadableError, match="no page"):
        opened(sheet)


def test_questions_that_have_no_answer_are_answered() -> None:
    file = opened(page())
    assert file.get(file.catalog, "No", "Where") is None
    assert file.get(None, "A") is None
    assert (file.name(7), file.number("x", 3.0), file.text(7), file.array(7)) == ("", 3.0, "", [])
    assert file.stream(file.catalog) is None
    assert file.dictionary(7) == {}
    assert file.label(7) == ""


def test_what_a_file_claims() -> None:
    assert opened(page()).claims == ("PDF/X-4",)
    assert opened(page(base="x1a")).claims == ("PDF/X-1a:2003",)
    sheet = page()
    sheet.spaces["pdfaid"], sheet.spaces["pdfuaid"] = (
        "http://www.aiim.org/pdfa/ns/id/",
        "http://www.aiim.org/pdfua/ns/id/",
    )
    sheet.xmp |= {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    assert opened(sheet).claims == ("PDF/X-4", "PDF/A-2a", "PDF/UA-1")


def test_version_and_profile() -> None:
    file = opened(page())
    assert file.version == (1, 6)
    assert (file.profile() or b"")[36:40] == b"acsp"


def test_a_file_without_end_and_catalogue_is_refused_in_our_words() -> None:
    with pytest.raises(UnreadableError, match="it is damaged or cut off") as told:
        Opened(b"%PDF-1.6\n" + bytes(500))
    assert told.value.rule == "B-05"
    assert told.value.found


def test_too_many_pages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    sheet = page()
    sheet["pages"]["Kids"] = [sheet["pages"]["Kids"][0], {**sheet["page"]}, {**sheet["page"]}]
    file = opened(sheet)
    assert len(file.pages) == 2
    assert file.left_out == ["the file has more than 2 pages; those that follow were not looked at"]


def test_contents_without_measure_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_CONTENTS", 1_000_000)
    sheet = page(b" " * 600_000)
    sheet["page"]["Contents"] = [Ref("content")] * 5
    file = opened(sheet)
    assert len(file.contents(file.pages[0])) == 2
    assert "larger than 1 MB" in file.left_out[0]


def test_what_is_used_is_what_can_be_reached() -> None:
    sheet = page()
    sheet.objects["left"] = {"Type": Name("Left")}
    file = opened(sheet)
    number = f"{sheet.file.numbers['left']} 0"
    assert number in file.objects
    assert number not in file.used
    assert set(file.used) < set(file.objects)


def test_a_stream_that_cannot_be_unpacked_is_told() -> None:
    """More than pypdf unpacks, though it is small in the file: nothing of it may be passed over in silence."""
    sheet = page(b"1 0 0 rg 100 100 200 200 re f" + b" " * 80_000_000)
    report = judge_file(sheet.pdf(), "large.pdf", ("x4",))
    assert [hit.rule for hit in report.hits] == ["B-05"]
    assert "were not looked at" in report.hits[0].message


def test_too_many_objects_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MOST_OBJECTS", 5)
    file = opened(page())
    assert len(file.used) <= 5
    assert file.left_out == ["the file uses more than 5 objects: the rest was not looked at"]

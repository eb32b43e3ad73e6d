"""Sound: unusual, and nothing wrong with it; a judge that complains of these cries wolf."""

import zlib
from collections.abc import Callable

from factsheet.preflight.hits import Standard
from tests.conformance.broken.colours import BOX, GRAY, RGB, space_of_ink
from tests.conformance.broken.sheet import BLEED, MEDIA, PAPER, Sheet, image_head, pixels, words
from tests.conformance.broken.variant import Broken, Edit
from tests.conformance.pdf_files import Name, Ref, Stream, written

SOUND: list[Broken] = []
"""Each names no rule."""


def passes(base: Standard = "x4") -> Callable[[Edit], Edit]:
    """Register a change that breaks nothing."""

    def register(edit: Edit) -> Edit:
        name = getattr(edit, "__name__", "").replace("_", "-")
        SOUND.append(Broken(name, "", "error", base, frozenset(), False, edit))
        return edit

    return register


@passes()
def nothing_changed(sheet: Sheet) -> None:
    assert sheet.content


@passes("x1a")
def nothing_changed_in_x1a(sheet: Sheet) -> None:
    assert sheet.content


@passes()
def object_and_cross_reference_streams(sheet: Sheet) -> None:
    sheet.file.packed = ("pages", "outlines", "bookmark")


@passes()
def crop_box_is_the_media_box(sheet: Sheet) -> None:
    sheet["page"]["CropBox"] = MEDIA


@passes()
def boxes_are_inherited(sheet: Sheet) -> None:
    sheet["pages"]["MediaBox"] = sheet["page"].pop("MediaBox")


@passes()
def corners_of_a_box_the_other_way_round(sheet: Sheet) -> None:
    sheet["page"]["BleedBox"] = [*BLEED[2:], *BLEED[:2]]


@passes()
def page_begins_elsewhere(sheet: Sheet) -> None:
    """All is moved by 100 points, boxes and content alike."""
    for key in ("MediaBox", "BleedBox", "TrimBox"):
        sheet["page"][key] = [value + 100 for value in sheet["page"][key]]
    sheet.content = {"move": b"q 1 0 0 1 100 100 cm", **sheet.content, "back": b"Q"}


@passes()
def opens_at_a_place(sheet: Sheet) -> None:
    sheet["catalog"]["OpenAction"] = [Ref("page"), Name("Fit")]


@passes()
def rgb_that_nothing_paints(sheet: Sheet) -> None:
    sheet.objects["spare"] = Stream(image_head(2, 2, RGB), bytes(12))
    sheet.resource("XObject", "Spare", Ref("spare"))


@passes()
def rgb_that_is_replaced_before_it_paints(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0.1 0.2 0.3 rg 0.2 0.1 0 0 k" + BOX)


@passes()
def words_that_are_not_shown_in_a_font_that_is_not_embedded(sheet: Sheet) -> None:
    sheet.objects["stock"] = {"Type": Name("Font"), "Subtype": Name("Type1"), "BaseFont": Name("Helvetica")}
    sheet.resource("Font", "Stock", Ref("stock"))
    sheet.paint(b"BT 3 Tr /Stock 10 Tf 60 200 Td (Only to be searched) Tj ET")


@passes()
def q_is_nested_27_deep(sheet: Sheet) -> None:
    sheet.content["more"] = b"q " * 27 + b"Q " * 27


@passes()
def note_outside_the_bleed(sheet: Sheet) -> None:
    sheet.objects["note"] = {"Type": Name("Annot"), "Subtype": Name("Text"), "Rect": [2, 2, 12, 12], "F": 4}
    sheet["page"]["Annots"] = [Ref("note")]


@passes()
def black_as_an_ink_of_its_own(sheet: Sheet) -> None:
    space_of_ink(sheet, "Black", [0, 0, 0, 1])


@passes()
def layers_with_a_name(sheet: Sheet) -> None:
    sheet.objects["layer"] = {"Type": Name("OCG"), "Name": "Text"}
    sheet["catalog"]["OCProperties"] = {"OCGs": [Ref("layer")], "D": {"Name": "All", "Order": [Ref("layer")]}}
    sheet.resource("Properties", "Layer", Ref("layer"))
    sheet.content["more"] = b"/OC /Layer BDC " + words(at=(60, 200)) + b" EMC"


@passes()
def dates_in_another_zone_of_time(sheet: Sheet) -> None:
    sheet["info"]["CreationDate"] = "D:20260102020405Z"


@passes()
def soft_mask_of_few_pixels(sheet: Sheet) -> None:
    sheet.objects["mask"] = Stream(image_head(20, 20, GRAY), bytes(range(200)) * 2)
    sheet["picture"]["SMask"] = Ref("mask")


@passes()
def picture_of_few_pixels(sheet: Sheet) -> None:
    sheet.objects["dot"] = Stream(image_head(8, 8), b"\x40\x20\x10\x00" * 64)
    sheet.resource("XObject", "Dot", Ref("dot"))
    sheet.paint(b"30 0 0 30 60 150 cm /Dot Do")


@passes()
def ground_beyond_the_bleed(sheet: Sheet) -> None:
    sheet.content["ground"] = b"q /Plain gs 0.4 0.1 0 0 k 0 423 476 228 re f Q"


@passes()
def ground_in_two_pieces(sheet: Sheet) -> None:
    """Each reaches the bleed where it touches the trim."""
    left, right = b"19.496 423 200 208.504 re f", b"219.496 423 237.008 208.504 re f"
    sheet.content["ground"] = b"q /Plain gs 0.4 0.1 0 0 k " + left + b" " + right + b" Q"


@passes()
def marks_outside_the_bleed(sheet: Sheet) -> None:
    """Marks are no part of the product: thin, and in all inks."""
    space = [Name("Separation"), Name("All"), Name("DeviceCMYK"),
             {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1]}]  # fmt: skip
    sheet.resource("ColorSpace", "All", space)
    sheet.paint(b"/All CS 1 SCN 0.2 w 28 2 m 28 16 l 448 2 m 448 16 l 2 28 m 16 28 l S")


@passes()
def large_black_in_many_inks(sheet: Sheet) -> None:
    sheet.content["more"] = words("Wells", at=(60, 180), size=40, ink=b"0.5 0.3 0.3 1 k", state="Plain")


@passes()
def thick_shape_of_thin_rectangles(sheet: Sheet) -> None:
    """A rectangle turned by 90 degrees is as thick as before."""
    sheet.paint(b"/Black gs 0 0 0 1 k 0 1 -1 0 300 100 cm 0 0 100 2 re f")


@passes()
def words_beside_the_page(sheet: Sheet) -> None:
    """Clipped away: nothing of them is on the paper."""
    sheet.paint(b"300 100 10 10 re W n " + words(at=PAPER, size=3))


@passes("x1a")
def no_xmp_key_of_the_version(sheet: Sheet) -> None:
    del sheet.xmp["pdfxid:GTS_PDFXVersion"]


@passes("x1a")
def normal_blending_in_x1a(sheet: Sheet) -> None:
    sheet.resource("ExtGState", "More", {"ca": 1.0, "CA": 1, "BM": Name("Normal"), "SMask": Name("None")})
    sheet.paint(b"/Plain gs /More gs 0.2 0.1 0 0 k" + BOX)


@passes()
def mask_of_luminosity_in_grey(sheet: Sheet) -> None:
    """What layout programs write for a soft shadow."""
    group = {"S": Name("Transparency"), "CS": GRAY}
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 476, 651], "Group": group, "Resources": {}}
    sheet.objects["group"] = Stream(head, b"0.5 g 0 0 476 651 re f")
    sheet.resource("ExtGState", "Soft", {"SMask": {"Type": Name("Mask"), "S": Name("Luminosity"), "G": Ref("group")}})
    sheet.paint(b"/Plain gs /Soft gs 0.2 0.1 0 0 k" + BOX)


@passes()
def contents_in_pieces(sheet: Sheet) -> None:
    """The streams of a page are one: what the first opens the second may close (ISO 32000-1, 7.8.2)."""
    sheet.objects["first"] = Stream({}, b"q /Plain gs")
    sheet.objects["last"] = Stream({}, b"Q")
    sheet["page"]["Contents"] = [Ref("first"), Ref("content"), Ref("last")]


@passes()
def only_lines_overprint(sheet: Sheet) -> None:
    sheet.resource("ExtGState", "Lines", {"OP": True, "op": False, "OPM": 1})
    sheet.content["more"] = words(at=(60, 560), size=20, ink=b"0 0 0 0 k", state="Lines")


@passes()
def overprint_ends_with_its_q(sheet: Sheet) -> None:
    white = words(at=(60, 560), size=20, ink=b"0 0 0 0 k", state="Plain").replace(b"/Plain gs ", b"")
    sheet.content["more"] = b"/Plain gs q /Black gs Q " + white


@passes()
def black_as_an_ink_of_its_own_in_small_text(sheet: Sheet) -> None:
    space_of_ink(sheet, "Black", [0, 0, 0, 1])
    sheet.content["more"] = words(at=(60, 560), ink=b"/House cs 1 scn")


@passes()
def all_is_upside_down_twice(sheet: Sheet) -> None:
    """Many programs count downwards from the top."""
    sheet.paint(b"1 0 0 -1 0 651 cm " + words(at=(60, 430)).replace(b"60 430 Td", b"1 0 0 -1 60 430 Tm"))


@passes()
def text_at_right_angles(sheet: Sheet) -> None:
    sheet.paint(b"0 1 -1 0 440 300 cm " + words(at=(0, 20)))


@passes()
def picture_at_right_angles(sheet: Sheet) -> None:
    sheet.paint(b"0 72 -72 0 140 120 cm /Picture Do")


@passes()
def large_letters_made_small_and_small_ones_large(sheet: Sheet) -> None:
    """The size that counts is the one on paper."""
    sheet.paint(b"0.1 0 0 0.1 60 200 cm " + words(at=(0, 0), size=100))
    sheet.paint(b"10 0 0 10 60 180 cm " + words(at=(0, 0), size=1), "still-more")


@passes()
def slug_line_below_the_bleed(sheet: Sheet) -> None:
    """The name of the job beside the page: small, and no part of the product."""
    sheet.content["more"] = words("Job 42", at=(200, 6), size=4)


@passes()
def known_operators_between_bx_and_ex(sheet: Sheet) -> None:
    sheet.paint(b"BX /Plain gs 0.2 0.1 0 0 k" + BOX + b" EX")


@passes()
def ground_is_a_shading(sheet: Sheet) -> None:
    tint = {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0.4, 0.1, 0, 0], "C1": [0.2, 0.1, 0, 0]}
    fade = {"ShadingType": 2, "ColorSpace": Name("DeviceCMYK"), "Coords": [0, 0, 476, 0], "Function": tint}
    sheet.resource("Shading", "Fade", fade)
    sheet.content["ground"] = b"q /Plain gs 19.496 423 437.008 208.504 re W n /Fade sh Q"


@passes()
def large_picture_seen_through_a_small_window(sheet: Sheet) -> None:
    """It lies across the trim, and is clipped well inside."""
    sheet.paint(b"60 120 40 40 re W n 72 0 0 72 -8 100 cm /Picture Do")


@passes()
def glyph_that_is_drawn(sheet: Sheet) -> None:
    """The outline of a letter may have thin pieces; they are no lines."""
    sheet.objects["procedure"] = Stream({}, b"1000 0 0 0 800 800 d1 0 0 800 800 re f 0 0 5 800 re f")
    sheet.objects["drawn"] = {
        "Type": Name("Font"), "Subtype": Name("Type3"), "FontBBox": [0, 0, 1000, 1000],
        "FontMatrix": [0.001, 0, 0, 0.001, 0, 0], "CharProcs": {"box": Ref("procedure")}, "Resources": {},
        "Encoding": {"Type": Name("Encoding"), "Differences": [97, Name("box")]}, "FirstChar": 97, "LastChar": 97,
        "Widths": [1000],
    }  # fmt: skip
    sheet.resource("Font", "Drawn", Ref("drawn"))
    sheet.paint(b"/Plain gs 0 0.2 0.2 0 k BT /Drawn 20 Tf 60 200 Td (a) Tj ET")


@passes()
def saved_a_second_time(sheet: Sheet) -> bytes:
    """An incremental update (ISO 32000-1, 7.5.6): the information is written anew behind the end."""
    first = sheet.pdf()
    number = sheet.file.numbers["info"]
    body = written(sheet["info"], sheet.file.numbers)
    start, before = len(first), int(first.rsplit(b"startxref\n", 1)[1].split()[0])
    added = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    trailer = {"Size": len(sheet.objects) + 1, **sheet.file.trailer, "Prev": before}
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n" % (number, start)
    end = b"\nstartxref\n%d\n%%%%EOF\n" % (start + len(added))
    return first + added + table + written(trailer, sheet.file.numbers) + end


@passes()
def line_end_behind_packed_data(sheet: Sheet) -> None:
    """Some writers count it to the data (ISO 32000-1, 7.3.8.1, asks for one before ``endstream``)."""
    stream = sheet.objects["tounicode"]
    stream.head["Filter"] = Name("FlateDecode")
    stream.data, stream.plain = zlib.compress(stream.data) + b"\r\n", True


@passes()
def picture_packed_row_by_row(sheet: Sheet) -> None:
    """Each row begins with the number of its predictor (ISO 32000-1, 7.4.4.4)."""
    rows = b"".join(b"\0" + pixels()[at : at + 1200] for at in range(0, 1200 * 300, 1200))
    parameters = {"Predictor": 15, "Colors": 4, "Columns": 300, "BitsPerComponent": 8}
    head = {**image_head(300, 300), "Filter": Name("FlateDecode"), "DecodeParms": parameters}
    sheet.objects["picture"] = Stream(head, zlib.compress(rows), plain=True)

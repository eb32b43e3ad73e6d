"""Sound: unusual, and nothing wrong with it; a judge that complains of these cries wolf."""

from collections.abc import Callable

from factsheet.preflight.hits import Standard
from tests.conformance.broken.colours import BOX, GRAY, RGB, space_of_ink
from tests.conformance.broken.sheet import BLEED, MEDIA, PAPER, Sheet, image_head, words
from tests.conformance.broken.variant import Broken, Edit
from tests.conformance.pdf_files import Name, Ref, Stream

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

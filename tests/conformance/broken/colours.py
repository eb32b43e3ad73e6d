"""Broken: colour spaces, transparency, spot colours."""

import struct
from io import BytesIO
from typing import Any

from PIL import Image

from tests.conformance.broken.metadata import srgb
from tests.conformance.broken.sheet import PAPER, PROFILE, Sheet, image_head, words
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream

RGB, CMYK, GRAY = Name("DeviceRGB"), Name("DeviceCMYK"), Name("DeviceGray")
BOX = b" 60 120 90 60 re f"
"""A box on the paper."""

LAB = [Name("Lab"), {"WhitePoint": [0.9642, 1, 0.8249], "Range": [-128, 127, -128, 127]}]
CALRGB = [Name("CalRGB"), {"WhitePoint": [0.9505, 1, 1.089]}]
CALGRAY = [Name("CalGray"), {"WhitePoint": [0.9505, 1, 1.089]}]


# -- DeviceRGB, wherever it may hide


@breaks("X-40", "R0027")
def text_in_rgb(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER, ink=b"0 0 0.5 rg")


@breaks("X-40", "R0027")
def black_text_in_rgb(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER, ink=b"0 0 0 rg")


@breaks("X-40", "R0027")
def box_in_rgb(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0.2 0.5 0.4 rg" + BOX)


@breaks("X-40", "R0027")
def line_in_rgb(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0.2 0.5 0.4 RG 1 w 60 200 m 300 200 l S")


@breaks("X-40", "R0027")
def box_in_a_named_space_of_rgb(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs /DeviceRGB cs 0.2 0.5 0.4 sc" + BOX)


@breaks("X-40", "R0027")
def box_in_the_first_colour_of_a_space_of_rgb(sheet: Sheet) -> None:
    """The colour that a space begins with paints as well."""
    sheet.paint(b"/Plain gs /DeviceRGB cs" + BOX)


@breaks("X-40", "R0027")
def picture_in_rgb(sheet: Sheet) -> None:
    _picture(sheet, RGB, 3)


@breaks("X-40", "R0027")
def inline_picture_in_rgb(sheet: Sheet) -> None:
    sheet.paint(b"3 0 0 3 60 200 cm BI /W 2 /H 2 /BPC 8 /CS /RGB /F /AHx ID 102030405060708090a0b0c0> EI")


@breaks("X-40", "R0027")
def shading_in_rgb(sheet: Sheet) -> None:
    sheet.resource("Shading", "Fade", _fade(RGB, [0.1, 0.4, 0.6], [0.9, 0.9, 1]))
    sheet.paint(b"60 120 90 60 re W n /Fade sh")


@breaks("X-40", "R0027")
def pattern_of_a_shading_in_rgb(sheet: Sheet) -> None:
    shading = {"Type": Name("Pattern"), "PatternType": 2, "Shading": _fade(RGB, [0.1, 0.4, 0.6], [0.9, 0.9, 1])}
    sheet.resource("Pattern", "Fade", shading)
    sheet.paint(b"/Plain gs /Pattern cs /Fade scn" + BOX)


@breaks("X-40", "R0027")
def palette_in_rgb(sheet: Sheet) -> None:
    _picture(sheet, [Name("Indexed"), RGB, 255, bytes(range(256)) * 3], 1)


@breaks("X-40", "R0027")
def form_in_rgb(sheet: Sheet) -> None:
    sheet.objects["form"].data += b" 0.2 0.5 0.4 rg 50 50 20 10 re f"


@breaks("X-40", "R0027")
def tiles_in_rgb(sheet: Sheet) -> None:
    _tiles(sheet, b"0.2 0.5 0.4 rg 0 0 5 5 re f")


@breaks("X-40", "R0027")
def uncoloured_tiles_shown_in_rgb(sheet: Sheet) -> None:
    _tiles(sheet, b"0 0 5 5 re f", 2)
    sheet.resource("ColorSpace", "Inked", [Name("Pattern"), RGB])
    sheet.paint(b"/Plain gs /Inked cs 0.2 0.5 0.4 /Tiles scn" + BOX)


@breaks("X-40", "R0027")
def ink_that_is_shown_in_rgb(sheet: Sheet) -> None:
    _space(sheet, [Name("Separation"), Name("Black"), RGB, _tint([1, 1, 1], [0, 0, 0])], b"0.4")


@breaks("X-40", "R0027")
def two_inks_that_are_shown_in_rgb(sheet: Sheet) -> None:
    sheet.objects["mix"] = _postscript(2, 3, b"{0.5}")
    _space(sheet, [Name("DeviceN"), [Name("Cyan"), Name("Black")], RGB, Ref("mix")], b"0.4 0.1")


@breaks("X-40", "R0027", "X-44", "R0030")
def mask_of_a_group_in_rgb(sheet: Sheet) -> None:
    group = {"S": Name("Transparency"), "CS": RGB}
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 476, 651], "Group": group, "Resources": {}}
    sheet.objects["group"] = Stream(head, b"0.5 0.5 0.5 rg 0 0 476 651 re f")
    mask = {"Type": Name("Mask"), "S": Name("Luminosity"), "G": Ref("group")}
    sheet.resource("ExtGState", "Masked", {"SMask": mask})
    sheet.paint(b"/Plain gs /Masked gs 0.2 0.1 0 0 k" + BOX)


@breaks("X-40", "R0027")
def glyph_in_rgb(sheet: Sheet) -> None:
    """A Type 3 font whose one glyph is drawn in its own colour."""
    sheet.objects["procedure"] = Stream({}, b"1000 0 d0 0.2 0.5 0.4 rg 0 0 800 800 re f")
    sheet.objects["drawn"] = {
        "Type": Name("Font"), "Subtype": Name("Type3"), "FontBBox": [0, 0, 1000, 1000],
        "FontMatrix": [0.001, 0, 0, 0.001, 0, 0], "CharProcs": {"box": Ref("procedure")}, "Resources": {},
        "Encoding": {"Type": Name("Encoding"), "Differences": [97, Name("box")]}, "FirstChar": 97, "LastChar": 97,
        "Widths": [1000],
    }  # fmt: skip
    sheet.resource("Font", "Drawn", Ref("drawn"))
    sheet.paint(b"/Plain gs 0 0.2 0.2 0 k BT /Drawn 20 Tf 60 200 Td (a) Tj ET")


@breaks("X-40", "R0027", "X-71")
def note_in_rgb(sheet: Sheet) -> None:
    """The appearance of an annotation is painted, too."""
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 10, 10], "Resources": {}}
    sheet.objects["look"] = Stream(head, b"0.2 0.5 0.4 rg 0 0 10 10 re f")
    note = {"Type": Name("Annot"), "Subtype": Name("Stamp"), "Rect": [4, 4, 14, 14], "F": 4, "AP": {"N": Ref("look")}}
    sheet.objects["annotation"] = note
    sheet["page"]["Annots"] = [Ref("annotation")]


@breaks("X-40", "X-41", "R0027", base="x1a")
def text_in_rgb_in_x1a(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER, ink=b"0 0 0.5 rg")


# -- other spaces of colour


@breaks("R0027")
def box_in_lab(sheet: Sheet) -> None:
    _space(sheet, LAB, b"60 20 -20")


@breaks("R0027")
def picture_with_a_profile_of_rgb(sheet: Sheet) -> None:
    _picture(sheet, _icc(sheet, srgb(), 3), 3)


@breaks("R0027")
def box_in_calibrated_rgb(sheet: Sheet) -> None:
    _space(sheet, CALRGB, b"0.2 0.5 0.4")


@breaks("R0027")
def box_in_calibrated_grey(sheet: Sheet) -> None:
    _space(sheet, CALGRAY, b"0.5")


@breaks("R0027", "X-40")
def jpeg_2000_in_rgb(sheet: Sheet) -> None:
    """The picture says itself which space it is in (ISO 32000-1, 7.4.9)."""
    out = BytesIO()
    Image.frombytes("RGB", (300, 300), bytes(range(225)) * 1200).save(out, "JPEG2000")
    sheet.objects["wavelet"] = Stream({**image_head(300, 300), "Filter": Name("JPXDecode")}, out.getvalue())
    del sheet["wavelet"]["ColorSpace"]
    sheet.resource("XObject", "Wavelet", Ref("wavelet"))
    sheet.paint(b"72 0 0 72 60 120 cm /Wavelet Do")


@breaks("R0027", "X-40")
def rgb_with_a_default_of_its_own(sheet: Sheet) -> None:
    sheet.resource("ColorSpace", "DefaultRGB", _icc(sheet, srgb(), 3))
    sheet.paint(b"/Plain gs 0.2 0.5 0.4 rg" + BOX)


@breaks("X-42", "R0027")
def cmyk_with_the_profile_of_the_intent(sheet: Sheet) -> None:
    _space(sheet, [Name("ICCBased"), Ref("profile")], b"0.2 0.1 0 0")


@breaks("X-42", "R0027")
def cmyk_with_a_copy_of_the_profile_of_the_intent(sheet: Sheet) -> None:
    _space(sheet, _icc(sheet, PROFILE.read_bytes(), 4), b"0.2 0.1 0 0")


@breaks("X-46", "R0020", "R0027")
def mixture_of_33_inks(sheet: Sheet) -> None:
    _mixture(sheet, 33)


@breaks("X-46", "R0020", base="x1a")
def mixture_of_9_inks_in_x1a(sheet: Sheet) -> None:
    _mixture(sheet, 9)


def _mixture(sheet: Sheet, count: int) -> None:
    names = [Name(f"Ink{number}") for number in range(count)]
    sheet.objects["mix"] = _postscript(count, 4, b"{" + b"pop " * count + b"0.1 0.1 0.1 0.1}")
    _space(sheet, [Name("DeviceN"), names, CMYK, Ref("mix")], b"0.1 " * count)


@breaks("X-41", "X-40", "R0027", base="x1a")
def lab_in_x1a(sheet: Sheet) -> None:
    _space(sheet, LAB, b"60 20 -20")


@breaks("X-41", "X-40", "R0027", base="x1a")
def calibrated_grey_in_x1a(sheet: Sheet) -> None:
    _space(sheet, CALGRAY, b"0.5")


@breaks("X-41", "X-40", "X-42", "R0027", base="x1a")
def profile_of_cmyk_in_x1a(sheet: Sheet) -> None:
    _space(sheet, _icc(sheet, PROFILE.read_bytes(), 4), b"0.2 0.1 0 0")


@breaks("X-41", "X-40", "R0027", base="x1a")
def picture_with_a_profile_of_rgb_in_x1a(sheet: Sheet) -> None:
    _picture(sheet, _icc(sheet, srgb(), 3), 3)


@breaks("X-41", "X-40", "X-42", "R0027", base="x1a")
def default_of_cmyk_in_x1a(sheet: Sheet) -> None:
    sheet.resource("ColorSpace", "DefaultCMYK", [Name("ICCBased"), Ref("profile")])


# -- transparency


@breaks("X-44", "R0030", "X-40", "R0027")
def page_blends_in_rgb(sheet: Sheet) -> None:
    sheet["page"]["Group"]["CS"] = RGB


@breaks("R0030")
def page_blends_in_grey(sheet: Sheet) -> None:
    sheet["page"]["Group"]["CS"] = GRAY


@breaks("X-44", "R0030", "X-40", "R0027")
def form_blends_in_rgb(sheet: Sheet) -> None:
    sheet["form"]["Group"] = {"S": Name("Transparency"), "CS": RGB}


@breaks("X-51")
def blend_mode_of_another_kind(sheet: Sheet) -> None:
    sheet["half"]["BM"] = Name("Sparkle")


@breaks("X-50", base="x1a")
def half_transparent_in_x1a(sheet: Sheet) -> None:
    _state(sheet, ca=0.5)


@breaks("X-50", base="x1a")
def lines_half_transparent_in_x1a(sheet: Sheet) -> None:
    _state(sheet, CA=0.5)


@breaks("X-50", base="x1a")
def multiplied_in_x1a(sheet: Sheet) -> None:
    _state(sheet, BM=Name("Multiply"))


@breaks("X-50", base="x1a")
def masked_in_x1a(sheet: Sheet) -> None:
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 476, 651], "Resources": {}}
    sheet.objects["group"] = Stream(head, b"0.5 g 0 0 476 651 re f")
    sheet["group"]["Group"] = {"S": Name("Transparency"), "CS": GRAY}
    _state(sheet, SMask={"Type": Name("Mask"), "S": Name("Luminosity"), "G": Ref("group")})


@breaks("X-50", base="x1a")
def picture_with_a_mask_in_x1a(sheet: Sheet) -> None:
    sheet.objects["mask"] = Stream(image_head(300, 300, GRAY), bytes(range(225)) * 400)
    sheet["picture"]["SMask"] = Ref("mask")


@breaks("X-50", base="x1a")
def group_on_the_page_in_x1a(sheet: Sheet) -> None:
    sheet["page"]["Group"] = {"S": Name("Transparency"), "CS": CMYK}


@breaks("X-50", base="x1a")
def group_in_a_form_in_x1a(sheet: Sheet) -> None:
    sheet["form"]["Group"] = {"S": Name("Transparency"), "CS": CMYK}


def _state(sheet: Sheet, **keys: Any) -> None:
    sheet.resource("ExtGState", "More", keys)
    sheet.paint(b"/Plain gs /More gs 0.2 0.1 0 0 k" + BOX)


@breaks("X-07", base="x1a")
def jpeg_2000_in_x1a(sheet: Sheet) -> None:
    out = BytesIO()
    Image.frombytes("L", (300, 300), bytes(range(225)) * 400).save(out, "JPEG2000")
    sheet.objects["wavelet"] = Stream({**image_head(300, 300, GRAY), "Filter": Name("JPXDecode")}, out.getvalue())
    sheet.resource("XObject", "Wavelet", Ref("wavelet"))
    sheet.paint(b"72 0 0 72 60 120 cm /Wavelet Do")


@breaks("X-07", base="x1a")
def jbig2_in_x1a(sheet: Sheet) -> None:
    side = 800
    drawing = Image.frombytes("1", (side, side), b"\xf0\x0f" * (side // 8 * side // 2))
    head = {**image_head(side, side, GRAY, bits=1), "Filter": Name("JBIG2Decode")}
    sheet.objects["stripes"] = Stream(head, jbig2(drawing))
    sheet.resource("XObject", "Stripes", Ref("stripes"))
    sheet.paint(b"72 0 0 72 60 120 cm /Stripes Do")


def jbig2(drawing: Image.Image) -> bytes:
    """A page and one region in the code of Group 4 (ITU-T T.88, 7.4.6, 7.4.8)."""
    out = BytesIO()
    drawing.save(out, "TIFF", compression="group4", strip_size=1 << 20)
    with Image.open(out) as tiff:
        offsets, sizes = (tiff.tag_v2[tag] for tag in (273, 279))  # type: ignore[attr-defined]
    assert len(offsets) == 1
    code = out.getvalue()[offsets[0] : offsets[0] + sizes[0]]
    size = struct.pack(">II", *drawing.size)
    page = size + bytes(8) + b"\0" + bytes(2)
    region = size + bytes(8) + b"\0" + b"\1" + code
    return b"".join(
        struct.pack(">IBBBI", number, kind, 0, 1, len(part)) + part
        for number, kind, part in ((0, 48, page), (1, 38, region))
    )


# -- spot colours


@breaks("R0020", level="warning")
def spot_colour(sheet: Sheet) -> None:
    space_of_ink(sheet, "House Blue", [0.9, 0.4, 0, 0])


@breaks("B-18", "R0020")
def one_spot_colour_in_two_ways(sheet: Sheet) -> None:
    space_of_ink(sheet, "House Blue", [0.9, 0.4, 0, 0])
    space_of_ink(sheet, "House Blue", [0.9, 0.5, 0, 0], "Twin")


@breaks("B-18")
def black_in_two_ways(sheet: Sheet) -> None:
    space_of_ink(sheet, "Black", [0, 0, 0, 1])
    space_of_ink(sheet, "Black", [0.2, 0, 0, 1], "Twin")


@breaks("R0021", "R0020")
def spot_colours_that_differ_in_their_suffix(sheet: Sheet) -> None:
    space_of_ink(sheet, "PANTONE 300 C", [1, 0.4, 0, 0])
    space_of_ink(sheet, "PANTONE 300 U", [0.9, 0.4, 0, 0], "Twin")


@breaks("R0022", "R0020")
def spot_colours_that_differ_in_capitals(sheet: Sheet) -> None:
    space_of_ink(sheet, "House Blue", [0.9, 0.4, 0, 0])
    space_of_ink(sheet, "house blue", [0.9, 0.45, 0, 0], "Twin")


@breaks("R0023", "R0020")
def two_spot_colours_that_look_the_same(sheet: Sheet) -> None:
    space_of_ink(sheet, "House Blue", [0.9, 0.4, 0, 0])
    space = [Name("Separation"), Name("River"), CMYK, Ref("tint-House")]
    _space(sheet, space, b"0.3", "Twin")


@breaks("R0024", level="warning")
def registration_colour_on_the_product(sheet: Sheet) -> None:
    space_of_ink(sheet, "All", [1, 1, 1, 1])


# -- pieces


def space_of_ink(sheet: Sheet, name: str, ink: list[float], key: str = "House") -> None:
    """A box in an ink with a name."""
    sheet.objects[f"tint-{key}"] = _tint([0, 0, 0, 0], ink)
    space = [Name("Separation"), Name(name.replace(" ", "#20")), CMYK, Ref(f"tint-{key}")]
    _space(sheet, space, b"0.3", key)


def _space(sheet: Sheet, space: Any, colour: bytes, name: str = "Special") -> None:
    """A box in a space of colour."""
    sheet.resource("ColorSpace", name, space)
    sheet.paint(b"/Plain gs /" + name.encode() + b" cs " + colour + b" scn" + BOX, name)


def _picture(sheet: Sheet, space: Any, components: int) -> None:
    sheet.objects["more"] = Stream(image_head(300, 300, space), bytes(range(225)) * 400 * components)
    sheet.resource("XObject", "More", Ref("more"))
    sheet.paint(b"72 0 0 72 60 120 cm /More Do")


def _icc(sheet: Sheet, profile: bytes, components: int) -> Any:
    sheet.objects["other"] = Stream({"N": components}, profile)
    return [Name("ICCBased"), Ref("other")]


def _tint(start: list[float], end: list[float]) -> dict[str, Any]:
    return {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": start, "C1": end}


def _postscript(inputs: int, outputs: int, program: bytes) -> Stream:
    head = {"FunctionType": 4, "Domain": [0, 1] * inputs, "Range": [0, 1] * outputs}
    return Stream(head, program)


def _fade(space: Any, start: list[float], end: list[float]) -> dict[str, Any]:
    return {"ShadingType": 2, "ColorSpace": space, "Coords": [60, 120, 150, 120], "Function": _tint(start, end)}


def _tiles(sheet: Sheet, content: bytes, kind: int = 1) -> None:
    head = {"Type": Name("Pattern"), "PatternType": 1, "PaintType": kind, "TilingType": 1, "BBox": [0, 0, 10, 10],
            "XStep": 10, "YStep": 10, "Resources": {}}  # fmt: skip
    sheet.objects["tiles"] = Stream(head, content)
    sheet.resource("Pattern", "Tiles", Ref("tiles"))
    if kind == 1:
        sheet.paint(b"/Plain gs /Pattern cs /Tiles scn" + BOX)

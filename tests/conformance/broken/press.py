"""Broken: overprint, legibility, resolution, bleed and ink: what the Ghent Workgroup and the house ask."""

from tests.conformance.broken.colours import space_of_ink
from tests.conformance.broken.sheet import PAPER, Sheet, image_head, words
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream

OVER = (60.0, 560.0)
"""A place on the ground."""

WHITE, BLACK, COLOURED = b"0 0 0 0 k", b"0 0 0 1 k", b"0.6 0.4 0 0.1 k"

# -- overprint


@breaks("R0007")
def white_text_overprints(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, size=20, ink=WHITE)


@breaks("R0007")
def white_text_of_a_form_overprints(sheet: Sheet) -> None:
    sheet.objects["form"].data = sheet.objects["form"].data.replace(BLACK, WHITE)


@breaks("R0007")
def white_text_of_a_named_space_overprints(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, size=20, ink=b"/DeviceCMYK cs 0 0 0 0 scn")


@breaks("R0007")
def overprint_is_inherited_by_a_form(sheet: Sheet) -> None:
    head = {**sheet["form"], "BBox": [0, 0, 476, 651]}
    text = words(at=OVER, size=20, ink=WHITE).replace(b"/Black gs ", b"")
    sheet.objects["inherits"] = Stream(head, text)
    sheet.resource("XObject", "Inherits", Ref("inherits"))
    sheet.paint(b"/Black gs /Inherits Do")


@breaks("R0008", level="warning")
def white_box_overprints(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0 0 0 0 k 60 560 40 30 re f")


@breaks("H-06")
def small_black_text_does_not_overprint(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, state="Plain")


@breaks("H-06")
def small_black_text_overprints_in_the_other_mode(sheet: Sheet) -> None:
    """Overprint mode 0 knocks out what DeviceCMYK leaves at 0."""
    sheet.resource("ExtGState", "Old", {"OP": True, "op": True, "OPM": 0})
    sheet.content["more"] = words(at=OVER, state="Old")


@breaks("H-06")
def small_text_of_black_as_an_ink_does_not_overprint(sheet: Sheet) -> None:
    space_of_ink(sheet, "Black", [0, 0, 0, 1])
    sheet.content["more"] = words(at=OVER, ink=b"/House cs 1 scn", state="Plain")


@breaks("R0009", "H-06", level="warning")
def small_black_text_knocks_out(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, state="Plain", size=11.9)


@breaks("H-06", level="warning")
def small_black_text_on_paper_does_not_overprint(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER, state="Plain").replace(b"60 240", b"60 200")


@breaks("R0010", level="warning")
def black_line_does_not_overprint(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0 0 0 1 K 1 w 60 560 m 300 560 l S")


@breaks("R0011", "H-06", level="warning")
def small_text_in_grey(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, ink=b"0 g", state="Plain")


@breaks("R0012", level="warning")
def line_in_grey(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0 G 1 w 60 560 m 300 560 l S")


@breaks("R0013", level="warning")
def grey_overprints(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0.5 g 60 560 40 30 re f")


# -- legibility


@breaks("R0015", level="warning")
def heading_in_four_full_inks(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER, size=30, ink=b"0.66 0.66 0.66 0.9 k", state="Plain")


@breaks("R0016", level="warning")
def small_white_text(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, size=7, ink=WHITE, state="Plain")


@breaks("R0017", level="warning")
def small_coloured_text(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=(60, 200), size=7, ink=COLOURED, state="Plain")


@breaks("R0018", "H-03", level="warning")
def thin_white_line(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0 0 0 0 K 0.2 w 60 560 m 300 560 l S")


@breaks("R0019", "H-03", level="warning")
def thin_coloured_line(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0.6 0.4 0 0.1 K 0.2 w 60 200 m 300 200 l S")


@breaks("H-03")
def line_of_no_width(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0 0 0 1 K 0 w 60 200 m 300 200 l S")


@breaks("H-03")
def line_of_a_tenth_of_a_point(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0 0 0 1 K 0.1 w 60 200 m 300 200 l S")


@breaks("H-03")
def line_made_thin_by_its_matrix(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0 0 0 1 K 0.1 0 0 0.1 0 0 cm 1 w 600 2000 m 3000 2000 l S")


@breaks("H-03")
def line_made_thin_by_a_graphics_state(sheet: Sheet) -> None:
    sheet.resource("ExtGState", "Thin", {"LW": 0.1})
    sheet.paint(b"/Black gs /Thin gs 0 0 0 1 K 60 200 m 300 200 l S")


@breaks("H-03")
def box_as_thin_as_a_hair(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0 0 0 1 k 60 200 240 0.1 re f")


@breaks("H-04")
def tiny_text(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=(60, 200), size=4.5)


@breaks("H-04")
def text_made_tiny_by_its_matrix(sheet: Sheet) -> None:
    text = words(at=(0, 0), size=9)
    sheet.paint(b"0.5 0 0 0.5 60 200 cm " + text)


@breaks("H-04")
def text_of_a_form_that_is_shown_smaller(sheet: Sheet) -> None:
    sheet.content["form"] = b"q 0.4 0 0 0.4 260 300 cm /Form Do Q"


@breaks("H-04", "R0016")
def tiny_white_text(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=OVER, size=5.5, ink=WHITE, state="Plain")


@breaks("H-05")
def black_text_in_four_inks(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=(60, 200), ink=b"0.6 0.5 0.5 1 k", state="Plain")


@breaks("H-05")
def black_text_with_some_cyan(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=(60, 200), size=20, ink=b"0.3 0 0 0.85 k", state="Plain")


@breaks("H-05")
def black_text_of_two_inks_with_names(sheet: Sheet) -> None:
    head = {"FunctionType": 4, "Domain": [0, 1, 0, 1], "Range": [0, 1] * 4}
    sheet.objects["mix"] = Stream(head, b"{0 0 3 -1 roll}")
    space = [Name("DeviceN"), [Name("Cyan"), Name("Black")], Name("DeviceCMYK"), Ref("mix")]
    sheet.resource("ColorSpace", "Two", space)
    sheet.content["more"] = words(at=(60, 200), ink=b"/Two cs 0.4 1 scn", state="Plain")


@breaks("H-08", level="warning")
def text_near_the_trim(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=(33, 200))


@breaks("H-08")
def text_across_the_trim(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=(23, 200))


# -- resolution


@breaks("R0031")
def picture_of_108_ppi(sheet: Sheet) -> None:
    sheet.content["picture"] = b"q 200 0 0 200 60 30 cm /Picture Do Q"
    sheet.content.pop("paper")


@breaks("R0031")
def picture_of_108_ppi_in_one_direction(sheet: Sheet) -> None:
    sheet.content["picture"] = b"q 200 0 0 72 60 120 cm /Picture Do Q"


@breaks("R0031")
def picture_of_108_ppi_turned_by_45_degrees(sheet: Sheet) -> None:
    sheet.content["picture"] = b"q 141.42 141.42 -141.42 141.42 260 10 cm /Picture Do Q"
    sheet.content.pop("paper")


@breaks("R0031")
def picture_of_108_ppi_in_a_form(sheet: Sheet) -> None:
    resources = {"XObject": {"Picture": Ref("picture")}}
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 100, 100], "Resources": resources}
    sheet.objects["frame"] = Stream(head, b"q 100 0 0 100 0 0 cm /Picture Do Q")
    sheet.resource("XObject", "Frame", Ref("frame"))
    sheet.content["picture"] = b"q 2 0 0 2 60 30 cm /Frame Do Q"
    sheet.content.pop("paper")


@breaks("R0031", level="warning")
def picture_of_200_ppi(sheet: Sheet) -> None:
    sheet.content["picture"] = b"q 108 0 0 108 60 120 cm /Picture Do Q"


@breaks("R0031")
def inline_picture_of_36_ppi(sheet: Sheet) -> None:
    data = b"20408000" * 400
    sheet.paint(b"40 0 0 40 60 150 cm BI /W 20 /H 20 /BPC 8 /CS /CMYK /F /AHx ID " + data + b"> EI")


@breaks("R0032")
def drawing_of_300_ppi(sheet: Sheet) -> None:
    _drawing(sheet, 300)


@breaks("R0032", level="warning")
def drawing_of_600_ppi(sheet: Sheet) -> None:
    _drawing(sheet, 600)


def _drawing(sheet: Sheet, side: int) -> None:
    """A mask of one inch."""
    head = {**image_head(side, side), "ImageMask": True, "BitsPerComponent": 1}
    del head["ColorSpace"]
    sheet.objects["drawing"] = Stream(head, b"\xf0\x0f" * ((side + 7) // 8 * side // 2))
    sheet.resource("XObject", "Drawing", Ref("drawing"))
    sheet.paint(b"/Plain gs 0.6 0.1 0 0 k 72 0 0 72 60 120 cm /Drawing Do")


# -- bleed and ink


@breaks("H-02")
def ground_stops_at_the_trim(sheet: Sheet) -> None:
    sheet.content["ground"] = b"q /Plain gs 0.4 0.1 0 0 k 28 423 420 200 re f Q"


@breaks("H-02")
def ground_stops_in_the_bleed(sheet: Sheet) -> None:
    sheet.content["ground"] = b"q /Plain gs 0.4 0.1 0 0 k 24 423 428 204 re f Q"


@breaks("H-02")
def ground_is_clipped_at_the_trim(sheet: Sheet) -> None:
    ground = b"/Plain gs 0.4 0.1 0 0 k 19.496 423 437.008 208.504 re f"
    sheet.content["ground"] = b"q 28 28 420 595 re W n " + ground + b" Q"


@breaks("H-02")
def ground_stops_at_the_trim_on_one_side(sheet: Sheet) -> None:
    sheet.content["ground"] = b"q /Plain gs 0.4 0.1 0 0 k 28 423 428.504 208.504 re f Q"


@breaks("H-02")
def picture_stops_at_the_trim(sheet: Sheet) -> None:
    sheet.content["picture"] = b"q 72 0 0 72 28 300 cm /Picture Do Q"


@breaks("H-02")
def rule_stops_at_the_trim(sheet: Sheet) -> None:
    sheet.content["rule"] = b"q /Black gs 0 0 0 1 K 0.5 w 28 280 m 400 280 l S Q"


@breaks("H-02")
def frame_on_the_trim(sheet: Sheet) -> None:
    sheet.paint(b"/Black gs 0 0 0 1 K 2 w 28 28 420 595 re S")


@breaks("H-02")
def shading_stops_at_the_trim(sheet: Sheet) -> None:
    tint = {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0.4, 0.1, 0, 0], "C1": [0.2, 0.1, 0, 0]}
    fade = {"ShadingType": 2, "ColorSpace": Name("DeviceCMYK"), "Coords": [0, 0, 476, 0], "Function": tint}
    sheet.resource("Shading", "Fade", fade)
    sheet.content["ground"] = b"q 28 423 420 200 re W n /Fade sh Q"


@breaks("H-02")
def ground_of_a_form_stops_at_the_trim(sheet: Sheet) -> None:
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [28, 28, 448, 623], "Resources": {}}
    sheet.objects["boxed"] = Stream(head, b"0.4 0.1 0 0 k 0 423 476 228 re f")
    sheet.resource("XObject", "Boxed", Ref("boxed"))
    sheet.content["ground"] = b"q /Plain gs /Boxed Do Q"


@breaks("H-09", measured=True)
def ink_of_400_per_cent(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 1 1 1 1 k 60 120 30 30 re f")


@breaks("H-09", measured=True)
def inks_that_add_up_by_overprinting(sheet: Sheet) -> None:
    """Neither box is beyond the limit; one overprints the other."""
    sheet.paint(b"/Plain gs 1 1 0 0 k 60 120 30 30 re f /Black gs 0 0 1 1 k 60 120 30 30 re f")


@breaks("H-09", measured=True)
def ink_of_a_picture(sheet: Sheet) -> None:
    sheet.objects["dark"] = Stream(image_head(300, 300), b"\xff\xff\xff\x40" * 90000)
    sheet.resource("XObject", "Dark", Ref("dark"))
    sheet.paint(b"/Plain gs 72 0 0 72 60 120 cm /Dark Do")


@breaks("R0026", "H-09", level="warning", measured=True)
def much_ink_over_a_large_area(sheet: Sheet) -> None:
    sheet.paint(b"/Plain gs 0.9 0.8 0.8 0.9 k 60 120 60 60 re f")

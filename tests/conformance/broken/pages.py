"""Broken: boxes, interaction, fonts, graphics states."""

from typing import Any

from tests.conformance.broken.faces import UNUSED, codes, glyph
from tests.conformance.broken.sheet import BLEED, PAPER, TRIM, Sheet, words
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream

# -- boxes


@breaks("X-30", "X-32", "R0003")
def no_media_box(sheet: Sheet) -> None:
    del sheet["page"]["MediaBox"]


@breaks("X-30", "X-31", "X-32", "H-01")
def box_of_three_numbers(sheet: Sheet) -> None:
    sheet["page"]["TrimBox"] = TRIM[:3]


@breaks("X-30", "X-31", "X-32", "H-01", "H-02", "H-08")
def box_without_size(sheet: Sheet) -> None:
    sheet["page"]["TrimBox"] = [28, 28, 28, 623]


@breaks("X-31", "X-32", "H-01")
def no_trim_box(sheet: Sheet) -> None:
    del sheet["page"]["TrimBox"]


@breaks("X-31")
def trim_box_and_art_box(sheet: Sheet) -> None:
    sheet["page"]["ArtBox"] = TRIM


@breaks("X-32")
def bleed_beyond_the_media(sheet: Sheet) -> None:
    sheet["page"]["MediaBox"] = [0, 22, 476, 651]


@breaks("X-32", "H-01", "H-02")
def trim_beyond_the_bleed(sheet: Sheet) -> None:
    sheet["page"]["BleedBox"] = [28, 28, 448, 620]


@breaks("X-32", "R0003")
def crop_box_smaller_than_the_trim(sheet: Sheet) -> None:
    sheet["page"]["CropBox"] = [40, 40, 440, 610]


@breaks("R0003")
def crop_box_is_not_the_media_box(sheet: Sheet) -> None:
    sheet["page"]["CropBox"] = BLEED


@breaks("X-33")
def view_of_the_trim_box(sheet: Sheet) -> None:
    sheet["catalog"]["ViewerPreferences"] = {"ViewArea": Name("TrimBox")}


@breaks("X-33")
def print_is_clipped_to_the_art_box(sheet: Sheet) -> None:
    sheet["catalog"]["ViewerPreferences"] = {"PrintClip": Name("ArtBox")}


@breaks("R0002")
def user_unit(sheet: Sheet) -> None:
    sheet["page"]["UserUnit"] = 1.1


@breaks("R0004", level="warning")
def pages_of_two_sizes(sheet: Sheet) -> None:
    trim = [28, 28, 440, 623]
    _second_page(sheet, TrimBox=trim)


@breaks("R0004", level="warning")
def turned_page(sheet: Sheet) -> None:
    sheet["page"]["Rotate"] = 90


@breaks("R0005", level="warning")
def empty_page(sheet: Sheet) -> None:
    sheet.objects["nothing"] = Stream({}, b"q Q\n")
    _second_page(sheet, Contents=Ref("nothing"))


@breaks("H-01")
def no_bleed_box(sheet: Sheet) -> None:
    del sheet["page"]["BleedBox"]


@breaks("H-01")
def bleed_of_two_millimetres(sheet: Sheet) -> None:
    sheet["page"]["BleedBox"] = [22.331, 22.331, 453.669, 628.669]


@breaks("H-01")
def bleed_of_two_millimetres_at_the_foot(sheet: Sheet) -> None:
    sheet["page"]["BleedBox"] = [BLEED[0], 22.331, *BLEED[2:]]


def _second_page(sheet: Sheet, **changed: Any) -> None:
    sheet.objects["second"] = {**sheet["page"], **changed}
    sheet["pages"]["Kids"].append(Ref("second"))
    sheet["pages"]["Count"] = 2


# -- interaction


@breaks("B-15", "X-70")
def javascript_of_the_document(sheet: Sheet) -> None:
    sheet["catalog"]["Names"] = {"JavaScript": {"Names": ["start", _script()]}}


@breaks("B-15", "X-70")
def javascript_at_opening(sheet: Sheet) -> None:
    sheet["catalog"]["OpenAction"] = _script()


@breaks("B-15", "X-70")
def action_at_opening(sheet: Sheet) -> None:
    sheet["catalog"]["OpenAction"] = {"S": Name("GoTo"), "D": [Ref("page"), Name("Fit")]}


@breaks("B-15", "X-70")
def action_at_opening_of_a_page(sheet: Sheet) -> None:
    sheet["page"]["AA"] = {"O": {"S": Name("Named"), "N": Name("NextPage")}}


@breaks("B-16")
def appearances_are_needed(sheet: Sheet) -> None:
    sheet["catalog"]["AcroForm"] = {"Fields": [], "NeedAppearances": True}


@breaks("B-16")
def xfa_form(sheet: Sheet) -> None:
    sheet.objects["xfa"] = Stream({}, b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    sheet["catalog"]["AcroForm"] = {"Fields": [], "XFA": Ref("xfa")}


@breaks("B-16")
def postscript(sheet: Sheet) -> None:
    sheet.objects["ps"] = Stream({"Type": Name("XObject"), "Subtype": Name("PS")}, b"showpage")
    sheet.resource("XObject", "PS", Ref("ps"))
    sheet.paint(b"/PS Do")


@breaks("B-16")
def picture_to_be_replaced(sheet: Sheet) -> None:
    sheet["picture"]["OPI"] = {"2.0": {"Type": Name("OPI"), "Version": 2.0, "F": "picture.tif"}}


@breaks("B-16")
def another_picture_instead(sheet: Sheet) -> None:
    sheet["picture"]["Alternates"] = [{"Image": Ref("picture"), "DefaultForPrinting": False}]


@breaks("B-15", "X-70")
def javascript_of_a_field(sheet: Sheet) -> None:
    field = {"FT": Name("Tx"), "T": "amount", "AA": {"K": _script()}}
    sheet["catalog"]["AcroForm"] = {"Fields": [field]}


@breaks("X-70")
def program_started_by_a_note_beside_the_page(sheet: Sheet) -> None:
    action = {"S": Name("Launch"), "F": {"Type": Name("Filespec"), "F": "other.pdf"}}
    _note(sheet, Subtype=Name("Link"), Rect=[2, 2, 12, 12], A=action)


@breaks("X-70")
def address_in_a_bookmark(sheet: Sheet) -> None:
    del sheet["bookmark"]["Dest"]
    sheet["bookmark"]["A"] = {"S": Name("URI"), "URI": "https://example.org/"}


@breaks("X-71")
def link_on_the_page(sheet: Sheet) -> None:
    _note(sheet, Subtype=Name("Link"), Rect=[60, 440, 200, 460], Dest=[Ref("page"), Name("Fit")])


@breaks("X-71", "X-70")
def link_to_an_address(sheet: Sheet) -> None:
    action = {"S": Name("URI"), "URI": "https://example.org/"}
    _note(sheet, Subtype=Name("Link"), Rect=[60, 440, 200, 460], A=action)


@breaks("X-71")
def note_in_the_bleed(sheet: Sheet) -> None:
    _note(sheet, Subtype=Name("Text"), Rect=[0, 300, 24, 320], Contents="Is this right?")


@breaks("X-71")
def mark_inside_the_trim(sheet: Sheet) -> None:
    box = [60, 440, 80, 460]
    sheet.objects["mark"] = Stream(
        {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 20, 20], "Resources": {}},
        b"0 0 0 0.5 k 0 0 20 20 re f",
    )
    _note(sheet, Subtype=Name("PrinterMark"), Rect=box, AP={"N": Ref("mark")}, F=68)


@breaks("X-73")
def embedded_file(sheet: Sheet) -> None:
    _embed(sheet)


@breaks("X-73")
def file_attached_to_a_note(sheet: Sheet) -> None:
    sheet.objects["note"] = Stream({"Type": Name("EmbeddedFile")}, b"some text")
    spec = {"Type": Name("Filespec"), "F": "note.txt", "UF": "note.txt", "EF": {"F": Ref("note")}}
    _note(sheet, Subtype=Name("FileAttachment"), Rect=[2, 2, 12, 12], FS=spec)


@breaks("X-73", base="x1a")
def embedded_file_in_x1a(sheet: Sheet) -> None:
    _embed(sheet)


def _embed(sheet: Sheet) -> None:
    sheet.objects["note"] = Stream({"Type": Name("EmbeddedFile")}, b"some text")
    spec = {"Type": Name("Filespec"), "F": "note.txt", "UF": "note.txt", "EF": {"F": Ref("note")}}
    sheet["catalog"]["Names"] = {"EmbeddedFiles": {"Names": ["note.txt", spec]}}


@breaks("X-90")
def layers_without_a_name(sheet: Sheet) -> None:
    _layer(sheet, {"ON": [Ref("layer")], "Order": [Ref("layer")]})


@breaks("X-90")
def layers_that_switch_by_themselves(sheet: Sheet) -> None:
    automatic = [{"Event": Name("Print"), "OCGs": [Ref("layer")], "Category": [Name("Print")]}]
    _layer(sheet, {"Name": "All", "Order": [Ref("layer")], "AS": automatic})


@breaks("X-90")
def second_set_of_layers_without_a_name(sheet: Sheet) -> None:
    _layer(sheet, {"Name": "All", "Order": [Ref("layer")]})
    sheet["catalog"]["OCProperties"]["Configs"] = [{"OFF": [Ref("layer")], "Order": [Ref("layer")]}]


@breaks("X-90", base="x1a")
def layers_in_x1a(sheet: Sheet) -> None:
    _layer(sheet, {"Name": "All", "Order": [Ref("layer")]})


def _layer(sheet: Sheet, configuration: dict[str, Any]) -> None:
    sheet.objects["layer"] = {"Type": Name("OCG"), "Name": "Text"}
    sheet["catalog"]["OCProperties"] = {"OCGs": [Ref("layer")], "D": configuration}
    sheet.resource("Properties", "Layer", Ref("layer"))
    sheet.content["more"] = b"/OC /Layer BDC " + words(at=PAPER) + b" EMC"


def _note(sheet: Sheet, **keys: Any) -> None:
    sheet.objects["annotation"] = {"Type": Name("Annot"), "F": 4, **keys}
    sheet["page"]["Annots"] = [Ref("annotation")]


def _script() -> dict[str, Any]:
    return {"S": Name("JavaScript"), "JS": "app.beep();"}


# -- fonts


@breaks("B-10")
def font_is_not_embedded(sheet: Sheet) -> None:
    del sheet["descriptor"]["FontFile2"]


@breaks("B-10")
def font_of_the_printer(sheet: Sheet) -> None:
    _simple_font(sheet, "Helvetica")


@breaks("B-10", "B-12")
def a_glyph_is_not_embedded(sheet: Sheet) -> None:
    assert glyph(UNUSED) > max(glyph(sign) for sign in "az09")
    sheet.content["more"] = words(UNUSED, at=PAPER)
    sheet["cidfont"]["W"] += [glyph(UNUSED), [572]]


@breaks("B-10", "R0014")
def courier_of_the_printer(sheet: Sheet) -> None:
    _simple_font(sheet, "Courier")


def _simple_font(sheet: Sheet, name: str) -> None:
    sheet.objects["stock"] = {"Type": Name("Font"), "Subtype": Name("Type1"), "BaseFont": Name(name)}
    sheet.resource("Font", "Stock", Ref("stock"))
    sheet.paint(b"/Black gs 0 0 0 1 k BT /Stock 10 Tf 60 200 Td (Not embedded) Tj ET")


@breaks("B-11")
def one_width_is_wrong(sheet: Sheet) -> None:
    widths = sheet["cidfont"]["W"]
    widths[widths.index(glyph("e")) + 1][0] += 3


@breaks("B-11")
def widths_are_missing(sheet: Sheet) -> None:
    del sheet["cidfont"]["W"]


@breaks("B-12")
def glyph_of_the_missing(sheet: Sheet) -> None:
    sheet.content["more"] = words(at=PAPER).replace(codes("Wells were repaired"), b"<0000>")
    sheet["cidfont"]["W"] += [0, [600]]


@breaks("R0014", level="warning")
def font_by_the_name_of_courier(sheet: Sheet) -> None:
    for name, key in (("font", "BaseFont"), ("cidfont", "BaseFont"), ("descriptor", "FontName")):
        sheet[name][key] = Name("ABCDEF+Courier")


# -- graphics states


@breaks("B-14")
def intent_of_another_kind(sheet: Sheet) -> None:
    sheet.paint(b"/Beautiful ri")


@breaks("B-14")
def intent_of_another_kind_in_a_state(sheet: Sheet) -> None:
    sheet["plain"]["RI"] = Name("Beautiful")


@breaks("B-14")
def intent_of_another_kind_in_a_picture(sheet: Sheet) -> None:
    sheet["picture"]["Intent"] = Name("Beautiful")


@breaks("B-17")
def transfer_function(sheet: Sheet) -> None:
    sheet["plain"]["TR"] = {"FunctionType": 2, "Domain": [0, 1], "N": 2}


@breaks("B-17")
def second_transfer_function(sheet: Sheet) -> None:
    sheet["plain"]["TR2"] = Name("Identity")


@breaks("B-17")
def phase_of_the_halftone(sheet: Sheet) -> None:
    sheet["plain"]["HTP"] = [0, 0]


@breaks("B-17")
def halftone_with_a_name(sheet: Sheet) -> None:
    sheet.objects["halftone"] = _halftone(HalftoneName="House screen")
    sheet["plain"]["HT"] = Ref("halftone")


@breaks("B-17")
def halftone_of_thresholds(sheet: Sheet) -> None:
    head = {"Type": Name("Halftone"), "HalftoneType": 6, "Width": 2, "Height": 2}
    sheet.objects["halftone"] = Stream(head, bytes([0, 64, 128, 192]))
    sheet["plain"]["HT"] = Ref("halftone")


def _halftone(**keys: Any) -> dict[str, Any]:
    return {"Type": Name("Halftone"), "HalftoneType": 1, "Frequency": 60, "Angle": 45, "SpotFunction": Name("Round"),
            **keys}  # fmt: skip

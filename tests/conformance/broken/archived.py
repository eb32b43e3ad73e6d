"""Broken: what keeps a file for screens readable for long (PDF/A-2a), and its simple fonts."""

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from tests.conformance.broken.faces import SIGNS, font_objects, glyph
from tests.conformance.broken.other_faces import LETTERS, _advance, _cff, _descriptor
from tests.conformance.broken.sheet import PROFILE, Sheet, image_head
from tests.conformance.broken.tagged import note
from tests.conformance.broken.tagged_sheet import FIELDS, declared, shown, tagged
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream, lzw

# -- bytes


@breaks("6.1.6-1", base="a2a")
def an_odd_number_of_digits(sheet: Sheet) -> None:
    """The last is left out, a zero, which readers put there."""
    sign = next(sign for sign in SIGNS if glyph(sign) % 16 == 0)
    sheet.content["td"] = tagged("TD", 9, shown(sign, 340, 160)).replace(b"0> Tj", b"> Tj")


@breaks("6.1.7.1-2", "B-05", base="a2a")
def no_end_of_line_before_endstream(sheet: Sheet) -> bytes:
    data = sheet.pdf()
    at = data.index(b"\nendstream")
    return data[:at] + b" " + data[at + 1 :]


@breaks("6.1.7.2-1", base="a2a")
def packed_with_lzw(sheet: Sheet) -> None:
    data = lzw(sheet.objects["tounicode"].data)
    sheet.objects["tounicode"] = Stream({"Filter": Name("LZWDecode")}, data)


@breaks("6.1.9-1", base="a2a")
def two_spaces_in_the_number_of_an_object(sheet: Sheet) -> bytes:
    return sheet.pdf().replace(b"\n1 0 obj\n", b"\n1 0  obj", 1)


@breaks("6.1.13-1", base="a2a")
def an_integer_too_large(sheet: Sheet) -> None:
    sheet["catalog"]["Large"] = 1 << 40


@breaks("6.1.13-3", base="a2a")
def a_string_too_long(sheet: Sheet) -> None:
    sheet["catalog"]["Long"] = "x" * 40_000


@breaks("6.1.13-4", base="a2a")
def a_name_too_long(sheet: Sheet) -> None:
    sheet["catalog"]["Long"] = Name("x" * 200)


@breaks("6.1.13-11", base="a2a")
def a_page_too_large(sheet: Sheet) -> None:
    sheet["page"]["MediaBox"] = [0, 0, 420, 15_000]


# -- colours


@breaks("6.2.3-1", "6.2.4.3-2", base="a2a")
def an_intent_that_is_no_profile(sheet: Sheet) -> None:
    sheet.objects["profile"] = Stream({"N": 3}, b"no profile at all")


@breaks("6.2.3-2", base="a2a")
def two_intents_of_two_profiles(sheet: Sheet) -> None:
    sheet.objects["other-profile"] = Stream({"N": 3}, sheet.objects["profile"].data)
    sheet.objects["other-intent"] = {
        **sheet["intent"],
        "S": Name("GTS_PDFX"),
        "DestOutputProfile": Ref("other-profile"),
    }
    sheet["catalog"]["OutputIntents"].append(Ref("other-intent"))


@breaks("6.2.4.3-2", "6.2.4.3-4", base="a2a")
def no_intent(sheet: Sheet) -> None:
    del sheet["catalog"]["OutputIntents"]


@breaks("6.2.4.3-2", base="a2a")
def rgb_with_an_intent_of_cmyk(sheet: Sheet) -> None:
    sheet.objects["profile"] = Stream({"N": 4}, PROFILE.read_bytes())


@breaks("6.2.4.3-3", base="a2a")
def cmyk_with_an_intent_of_rgb(sheet: Sheet) -> None:
    sheet.content["ground"] = sheet.content["ground"].replace(b"0.9 0.95 1 rg", b"0.1 0.1 0 0 k")


@breaks("6.2.4.3-4", "6.2.4.3-2", base="a2a")
def grey_without_an_intent(sheet: Sheet) -> None:
    no_intent(sheet)
    sheet.content["ground"] = sheet.content["ground"].replace(b"0.9 0.95 1 rg", b"0.9 g")


@breaks("6.2.4.2-1", base="a2a")
def a_colour_of_no_profile(sheet: Sheet) -> None:
    sheet.objects["torn"] = Stream({"N": 3}, b"torn")
    sheet.resource("ColorSpace", "Torn", [Name("ICCBased"), Ref("torn")])
    sheet.content["ground"] = sheet.content["ground"].replace(b"0.9 0.95 1 rg", b"/Torn cs 0.9 0.95 1 scn")


@breaks("6.2.4.4-1", "6.2.4.3-3", base="a2a")
def a_mixture_of_unknown_spots(sheet: Sheet) -> None:
    sheet.objects["tint"] = Stream(
        {"FunctionType": 4, "Domain": [0, 1, 0, 1], "Range": [0, 1, 0, 1, 0, 1]}, b"{ 0 }", plain=True
    )
    space = [Name("DeviceN"), [Name("Gold"), Name("Silver")], Name("DeviceRGB"), Ref("tint")]
    sheet.objects["mixture"] = space
    sheet.resource("ColorSpace", "Mixture", Ref("mixture"))
    sheet.content["ground"] = sheet.content["ground"].replace(b"0.9 0.95 1 rg", b"/Mixture cs 0.2 0.1 scn")


def picture(sheet: Sheet, **entries: Any) -> None:
    """A picture on the ground, as decoration."""
    head = image_head(2, 2, Name("DeviceRGB")) | entries
    sheet.objects["picture"] = Stream(head, bytes(64))
    sheet.resource("XObject", "Picture", Ref("picture"))
    sheet.content["picture"] = b"/Artifact BMC q 40 0 0 40 300 580 cm /Picture Do Q EMC"


@breaks("6.2.8-3", base="a2a")
def a_picture_that_is_smoothed(sheet: Sheet) -> None:
    picture(sheet, Interpolate=True)


@breaks("6.2.8-4", base="a2a")
def a_picture_of_three_bits(sheet: Sheet) -> None:
    picture(sheet, BitsPerComponent=3)


@breaks("6.2.10-2", "6.2.4.3-2", base="a2a")
def see_through_without_an_intent(sheet: Sheet) -> None:
    no_intent(sheet)
    sheet.objects["half"] = {"Type": Name("ExtGState"), "ca": 0.5}
    sheet.resource("ExtGState", "Half", Ref("half"))
    sheet.content["ground"] = sheet.content["ground"].replace(b"0.9 0.95 1 rg", b"/Half gs 0.9 0.95 1 rg")


# -- annotations and actions


@breaks("6.3.1-1", base="a2a")
def a_film(sheet: Sheet) -> None:
    note(sheet, "Movie")


@breaks("6.3.2-2", base="a2a")
def a_link_that_is_not_printed(sheet: Sheet) -> None:
    sheet["annotation"]["F"] = 0


@breaks("6.3.2-2", base="a2a")
def a_link_that_is_hidden(sheet: Sheet) -> None:
    sheet["annotation"]["F"] = 4 | 32


@breaks("6.3.3-1", base="a2a")
def a_remark_without_a_look(sheet: Sheet) -> None:
    note(sheet, "Square")
    del sheet["remark"]["AP"]


@breaks("6.3.3-2", base="a2a")
def a_remark_of_two_looks(sheet: Sheet) -> None:
    note(sheet, "Square")
    sheet["remark"]["AP"]["D"] = Ref("look")


@breaks("6.5.1-1", base="a2a")
def a_link_that_starts_a_program(sheet: Sheet) -> None:
    sheet["annotation"]["A"] = {"S": Name("Launch"), "F": "game.exe"}


@breaks("6.5.1-1", base="a2a")
def javascript(sheet: Sheet) -> None:
    sheet["catalog"]["OpenAction"] = {"S": Name("JavaScript"), "JS": "app.beep()"}


@breaks("6.5.2-1", base="a2a")
def a_page_that_does_something(sheet: Sheet) -> None:
    sheet["page"]["AA"] = {"O": {"S": Name("URI"), "URI": "https://example.org"}}


@breaks("6.8-1", "6.8-5", "21-001", base="a2a")
def an_attached_file_of_no_name(sheet: Sheet) -> None:
    sheet.objects["attached"] = Stream({"Type": Name("EmbeddedFile")}, b"words")
    sheet.objects["attachment"] = {"Type": Name("Filespec"), "UF": "x.txt", "EF": {"F": Ref("attached")}}
    sheet["catalog"]["Names"] = {"EmbeddedFiles": {"Names": ["x.txt", Ref("attachment")]}}


@breaks("6.8-2", "6.8-5", "21-001", base="a2a")
def an_attached_file_of_an_old_name(sheet: Sheet) -> None:
    an_attached_file_of_no_name(sheet)
    sheet["attachment"]["F"] = sheet["attachment"].pop("UF")


@breaks("6.8-5", base="a2a")
def an_attached_text(sheet: Sheet) -> None:
    an_attached_file_of_no_name(sheet)
    sheet["attachment"]["F"] = "x.txt"


@breaks("6.10-1", base="a2a")
def other_ways_to_show_the_pages(sheet: Sheet) -> None:
    sheet["catalog"]["Names"] = {"AlternatePresentations": {"Names": []}}


@breaks("6.10-2", base="a2a")
def a_page_in_steps(sheet: Sheet) -> None:
    sheet["page"]["PresSteps"] = {"Type": Name("NavNode")}


@breaks("6.11-1", base="a2a")
def demands(sheet: Sheet) -> None:
    sheet["catalog"]["Requirements"] = [{"Type": Name("Requirement"), "S": Name("EnableJavaScripts")}]


# -- metadata


@breaks("6.6.4-1", base="a2a")
def says_that_it_is_pdf_a_3(sheet: Sheet) -> None:
    sheet.xmp["pdfaid:part"] = "3"


@breaks("6.6.4-2", base="a2a")
def says_that_it_is_of_level_b(sheet: Sheet) -> None:
    sheet.xmp["pdfaid:conformance"] = "B"


@breaks("6.6.2.3.1-1", base="a2a")
def trapped_is_not_known_to_the_metadata(sheet: Sheet) -> None:
    sheet.xmp["pdf:Trapped"] = "False"


@breaks("6.6.2.3.1-1", base="a2a")
def ua_is_not_declared(sheet: Sheet) -> None:
    sheet.packet = str


@breaks("6.6.2.3.1-2", base="a2a")
def a_creator_that_is_no_list(sheet: Sheet) -> None:
    packet = sheet.packet
    sheet.packet = lambda text: packet(text).replace("<pdf:Producer>", "<dc:creator>Someone</dc:creator><pdf:Producer>")


@breaks("6.6.2.3.3-1", base="a2a")
def a_declaration_without_a_category(sheet: Sheet) -> None:
    sheet.packet = lambda text: declared(text, {key: value for key, value in FIELDS.items() if key != "category"})


@breaks("6.6.2.3.3-1", base="a2a")
def a_declaration_of_a_strange_category(sheet: Sheet) -> None:
    sheet.packet = lambda text: declared(text, {**FIELDS, "category": "other"})


@breaks("6.6.2.3.3-1", base="a2a")
def a_declaration_under_another_prefix(sheet: Sheet) -> None:
    packet = sheet.packet
    sheet.packet = lambda text: packet(text).replace("pdfaSchema", "schema")


# -- simple fonts


def simple(sheet: Sheet, kind: str, keys: dict[str, Any], program: dict[str, Any], data: Stream) -> None:
    """A simple font that shows a word, as content of the tree."""
    widths = [_advance(chr(code)) for code in range(32, 127)]
    sheet.objects["simple-program"] = data
    sheet.objects["simple-descriptor"] = {**_descriptor(), **program}
    sheet.objects["simple"] = {
        "Type": Name("Font"), "Subtype": Name(kind), "BaseFont": Name("ABCDEF+Sheet"), "FirstChar": 32,
        "LastChar": 126, "Widths": widths, "FontDescriptor": Ref("simple-descriptor"), "ToUnicode": Ref("simple-map"),
        **keys,
    }  # fmt: skip
    rows = b"\n".join(b"<%02X> <%04X>" % (ord(sign), ord(sign)) for sign in LETTERS)
    sheet.objects["simple-map"] = Stream(
        {}, b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%s\nendbfchar\nendcmap end end"
        % (len(LETTERS), rows),
    )  # fmt: skip
    sheet.resource("Font", "Simple", Ref("simple"))
    sheet.content["td"] = b"/TD <</MCID 9>> BDC 0 0 0 rg BT /Simple 10 Tf 160 340 Td (Wells) Tj ET EMC"


def letters(sheet: Sheet, data: bytes | None = None, *, flags: int = 32, **keys: Any) -> None:
    """A simple TrueType font."""
    found = font_objects()["program"] if data is None else Stream({"Length1": len(data)}, data)
    simple(sheet, "TrueType", keys, {"Flags": flags, "FontFile2": Ref("simple-program")}, found)


def program(*maps: tuple[int, int, bool]) -> bytes:
    """The face with character maps of these platforms and encodings alone; the last says whether from F000 on."""
    font = TTFont(BytesIO(font_objects()["program"].data))
    known = font.getBestCmap()
    tables = []
    for platform, encoding, moved in maps:
        table = CmapSubtable.newSubtable(4)
        table.platformID, table.platEncID, table.language = platform, encoding, 0
        table.cmap = {(0xF000 if moved else 0) + code: name for code, name in known.items() if code < 256}
        tables.append(table)
    font["cmap"].tables = tables
    out = BytesIO()
    font.save(out)
    return out.getvalue()


WIN = Name("WinAnsiEncoding")


@breaks("31-017", "B-12", "B-10", base="a2a")
def letters_without_a_map(sheet: Sheet) -> None:
    letters(sheet, program((3, 0, True)), Encoding=WIN)


@breaks("31-019", base="a2a")
def letters_without_an_encoding(sheet: Sheet) -> None:
    letters(sheet, program((3, 1, False), (1, 0, False)))


@breaks("31-020", base="a2a")
def letters_with_half_an_encoding(sheet: Sheet) -> None:
    letters(sheet, Encoding={"Type": Name("Encoding"), "Differences": [87, Name("W")]})


@breaks("31-021", base="a2a")
def letters_with_an_old_encoding(sheet: Sheet) -> None:
    letters(sheet, Encoding=Name("StandardEncoding"))


@breaks("31-022", base="a2a")
def letters_of_unknown_names(sheet: Sheet) -> None:
    letters(sheet, Encoding={"Type": Name("Encoding"), "BaseEncoding": WIN, "Differences": [1, Name("wellhead")]})


@breaks("31-023", "B-12", base="a2a")
def letters_of_their_own_without_a_map(sheet: Sheet) -> None:
    letters(
        sheet, program((1, 0, False)),
        Encoding={"Type": Name("Encoding"), "BaseEncoding": WIN, "Differences": [87, Name("W")]},
    )  # fmt: skip


@breaks("31-024", base="a2a")
def symbols_with_an_encoding(sheet: Sheet) -> None:
    letters(sheet, program((3, 0, True)), flags=4, Encoding=WIN)


@breaks("31-025", "B-12", base="a2a")
def symbols_without_a_map(sheet: Sheet) -> None:
    letters(sheet, program(), flags=4)


@breaks("31-026", base="a2a")
def symbols_with_two_maps(sheet: Sheet) -> None:
    letters(sheet, program((3, 1, False), (1, 0, False)), flags=4)


def outlines(sheet: Sheet, names: str) -> None:
    """A simple font of PostScript outlines whose descriptor lists its glyphs as ``names``."""
    keys = {"Flags": 4, "FontFile3": Ref("simple-program"), "CharSet": names}
    simple(sheet, "Type1", {}, keys, Stream({"Subtype": Name("Type1C")}, _cff()))


@breaks("31-012", base="a2a")
def a_list_of_names_that_is_not_complete(sheet: Sheet) -> None:
    outlines(sheet, "/W/e")


@breaks("31-013", base="a2a")
def a_list_of_names_that_are_not_there(sheet: Sheet) -> None:
    outlines(sheet, "/W/e/l/s/Q")


@breaks("6.2.11.7.3-1", base="a2a")
def a_letter_of_private_use(sheet: Sheet) -> None:
    stream = sheet.objects["tounicode"]
    at = stream.data.index(b"> <0057>")
    stream.data = stream.data[:at] + b"> <E057>" + stream.data[at + 8 :]


@breaks("6.2.11.2-1", base="a2a")
def a_font_that_does_not_say_what_it_is(sheet: Sheet) -> None:
    del sheet["font"]["Type"]


@breaks("6.2.11.2-2", "31-027", "B-10", base="a2a")
def a_font_of_no_kind(sheet: Sheet) -> None:
    letters(sheet, Encoding=WIN)
    sheet["simple"]["Subtype"] = Name("Type7")


@breaks("6.2.11.2-3", base="a2a")
def a_font_without_a_name(sheet: Sheet) -> None:
    letters(sheet, Encoding=WIN)
    del sheet["simple"]["BaseFont"]


@breaks("6.2.11.2-4", "B-11", base="a2a")
def a_font_without_widths(sheet: Sheet) -> None:
    letters(sheet, Encoding=WIN)
    del sheet["simple"]["Widths"]


@breaks("6.2.11.2-6", "B-11", base="a2a")
def a_font_with_too_few_widths(sheet: Sheet) -> None:
    letters(sheet, Encoding=WIN)
    sheet["simple"]["Widths"].pop()


@breaks("6.2.11.2-7", "B-10", base="a2a")
def a_program_of_no_kind(sheet: Sheet) -> None:
    outlines(sheet, "/W/e/l/s")
    sheet.objects["simple-program"].head["Subtype"] = Name("Type9")

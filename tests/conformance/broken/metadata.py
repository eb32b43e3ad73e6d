"""Broken: what the file says of itself, and the output intent."""

from PIL import ImageCms

from tests.conformance.broken.sheet import PROFILE, Sheet
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream

# -- XMP and Info


@breaks("B-07", "B-08", "X-12", "X-13", "X-14")
def no_xmp(sheet: Sheet) -> None:
    del sheet["catalog"]["Metadata"], sheet.objects["metadata"]


@breaks("B-07", "B-08", "X-12", "X-13", "X-14")
def xmp_is_no_xml(sheet: Sheet) -> None:
    sheet.packet = lambda packet: packet.replace("</rdf:Description>", "")


@breaks("B-07")
def xmp_of_another_type(sheet: Sheet) -> None:
    sheet["metadata"]["Subtype"] = Name("Text")


@breaks("B-07")
def xmp_names_its_encoding(sheet: Sheet) -> None:
    sheet.packet = lambda packet: packet.replace("?>", ' encoding="UTF-8"?>', 1)


@breaks("B-07")
def xmp_counts_its_bytes(sheet: Sheet) -> None:
    sheet.packet = lambda packet: packet.replace("?>", ' bytes="2000"?>', 1)


@breaks("B-08")
def two_titles(sheet: Sheet) -> None:
    sheet.xmp["dc:title"] = "Clear water"


@breaks("B-08")
def two_producers(sheet: Sheet) -> None:
    sheet.xmp["pdf:Producer"] = "Press 2"


@breaks("B-08")
def two_authors(sheet: Sheet) -> None:
    sheet["info"]["Author"] = "Someone else"


@breaks("B-08")
def two_subjects(sheet: Sheet) -> None:
    sheet.xmp["dc:description"] = "Wells elsewhere"


@breaks("B-08")
def two_sets_of_keywords(sheet: Sheet) -> None:
    sheet["info"]["Keywords"] = "wells"


@breaks("B-08")
def two_creators(sheet: Sheet) -> None:
    sheet.xmp["xmp:CreatorTool"] = "Pencil"


@breaks("B-08")
def created_at_two_times(sheet: Sheet) -> None:
    sheet.xmp["xmp:CreateDate"] = "2026-01-02T03:04:05Z"


@breaks("B-08")
def changed_at_two_times(sheet: Sheet) -> None:
    sheet["info"]["ModDate"] = "D:20260102030406+01'00'"


@breaks("B-08", "X-14")
def trapped_and_not_trapped(sheet: Sheet) -> None:
    sheet.xmp["pdf:Trapped"] = "True"


@breaks("X-12")
def does_not_say_that_it_is_x4(sheet: Sheet) -> None:
    del sheet.xmp["pdfxid:GTS_PDFXVersion"]


@breaks("X-12")
def says_x4_in_the_namespace_of_x1_and_x3(sheet: Sheet) -> None:
    del sheet.xmp["pdfxid:GTS_PDFXVersion"]
    sheet.spaces["pdfx"] = "http://ns.adobe.com/pdfx/1.3/"
    sheet.xmp["pdfx:GTS_PDFXVersion"] = "PDF/X-4"


@breaks("X-12")
def says_x4_in_a_namespace_that_does_not_exist(sheet: Sheet) -> None:
    sheet.spaces["pdfxid"] = "http://www.npes.org/pdfx/ns/id"


@breaks("X-12")
def says_x4_in_the_info_alone(sheet: Sheet) -> None:
    del sheet.xmp["pdfxid:GTS_PDFXVersion"]
    sheet["info"]["GTS_PDFXVersion"] = "PDF/X-4"


@breaks("X-12")
def info_says_another_version(sheet: Sheet) -> None:
    sheet["info"]["GTS_PDFXVersion"] = "PDF/X-3:2003"


@breaks("X-13", "B-08")
def no_title(sheet: Sheet) -> None:
    del sheet.xmp["dc:title"]


@breaks("X-13")
def no_date_of_the_metadata(sheet: Sheet) -> None:
    del sheet.xmp["xmp:MetadataDate"]


@breaks("X-13")
def no_dates(sheet: Sheet) -> None:
    for name in ("xmp:CreateDate", "xmp:ModifyDate"):
        del sheet.xmp[name]
    for key in ("CreationDate", "ModDate"):
        del sheet["info"][key]


@breaks("X-13")
def no_number_of_the_document(sheet: Sheet) -> None:
    del sheet.xmp["xmpMM:DocumentID"]


@breaks("X-13")
def no_number_of_the_version(sheet: Sheet) -> None:
    del sheet.xmp["xmpMM:VersionID"]


@breaks("X-13")
def empty_class_of_rendition(sheet: Sheet) -> None:
    sheet.xmp["xmpMM:RenditionClass"] = ""


@breaks("X-14")
def trapped_is_a_string(sheet: Sheet) -> None:
    sheet["info"]["Trapped"] = "False"


@breaks("X-14")
def trapped_is_unknown(sheet: Sheet) -> None:
    sheet["info"]["Trapped"] = Name("Unknown")
    sheet.xmp["pdf:Trapped"] = "Unknown"


@breaks("X-14", "B-08")
def info_does_not_say_whether_trapped(sheet: Sheet) -> None:
    del sheet["info"]["Trapped"]


@breaks("X-14", "B-08")
def xmp_does_not_say_whether_trapped(sheet: Sheet) -> None:
    del sheet.xmp["pdf:Trapped"]


@breaks("X-10", base="x1a")
def does_not_say_that_it_is_x1a(sheet: Sheet) -> None:
    del sheet["info"]["GTS_PDFXVersion"]
    del sheet.xmp["pdfxid:GTS_PDFXVersion"]


@breaks("X-10", base="x1a")
def key_of_conformance_in_x1a(sheet: Sheet) -> None:
    sheet["info"]["GTS_PDFXConformance"] = "PDF/X-1a:2003"


@breaks("X-10", base="x1a")
def info_and_xmp_say_different_versions_in_x1a(sheet: Sheet) -> None:
    sheet.xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"


@breaks("X-14", base="x1a")
def trapped_is_a_string_in_x1a(sheet: Sheet) -> None:
    sheet["info"]["Trapped"] = "False"


@breaks("X-16", "B-08", base="x1a")
def no_title_in_x1a(sheet: Sheet) -> None:
    del sheet["info"]["Title"]


@breaks("X-16", base="x1a")
def no_date_of_change_in_x1a(sheet: Sheet) -> None:
    del sheet["info"]["ModDate"], sheet.xmp["xmp:ModifyDate"]


@breaks("X-16", level="warning", base="x1a")
def no_producer_in_x1a(sheet: Sheet) -> None:
    del sheet["info"]["Producer"], sheet.xmp["pdf:Producer"]


# -- the output intent


@breaks("X-20", "X-21", "X-22", "X-23", "R0035")
def no_output_intent(sheet: Sheet) -> None:
    del sheet["catalog"]["OutputIntents"]


@breaks("X-20")
def two_output_intents(sheet: Sheet) -> None:
    sheet["catalog"]["OutputIntents"].append(Ref("intent"))


@breaks("X-20", "X-21", "X-22", "X-23", "R0035")
def output_intent_of_pdf_a_only(sheet: Sheet) -> None:
    sheet["intent"]["S"] = Name("GTS_PDFA1")


@breaks("X-21")
def no_identifier(sheet: Sheet) -> None:
    del sheet["intent"]["OutputConditionIdentifier"]


@breaks("X-21")
def empty_identifier(sheet: Sheet) -> None:
    sheet["intent"]["OutputConditionIdentifier"] = ""


@breaks("X-22", "X-23", "R0035")
def no_profile(sheet: Sheet) -> None:
    del sheet["intent"]["DestOutputProfile"]


@breaks("X-22", "X-23", "R0035", base="x1a")
def neither_profile_nor_registry_in_x1a(sheet: Sheet) -> None:
    del sheet["intent"]["DestOutputProfile"], sheet["intent"]["RegistryName"]


@breaks("X-23")
def profile_is_cut_short(sheet: Sheet) -> None:
    sheet.objects["profile"].data = PROFILE.read_bytes()[:90000]


@breaks("X-23", "R0035")
def profile_is_no_profile(sheet: Sheet) -> None:
    sheet.objects["profile"].data = b"A profile will be sent later. " * 20


@breaks("X-23", "R0035")
def profile_of_a_screen(sheet: Sheet) -> None:
    sheet.objects["profile"].data = srgb()
    sheet["profile"]["N"] = 3


@breaks("R0035", "X-23")
def profile_of_a_printer_in_rgb(sheet: Sheet) -> None:
    sheet.objects["profile"].data = srgb()[:12] + b"prtr" + srgb()[16:]
    sheet["profile"]["N"] = 3


@breaks("X-23")
def profile_with_three_components(sheet: Sheet) -> None:
    sheet["profile"]["N"] = 3


@breaks("X-23")
def profile_of_a_scanner(sheet: Sheet) -> None:
    _header(sheet, 12, b"scnr")


@breaks("X-23")
def profile_of_version_5(sheet: Sheet) -> None:
    _header(sheet, 8, b"\5")


@breaks("X-22", "X-23", base="x1a")
def profile_of_version_4_in_x1a(sheet: Sheet) -> None:
    _header(sheet, 8, b"\4")


@breaks("X-23")
def profile_without_a_way_back(sheet: Sheet) -> None:
    """The tag B2A0 is renamed in the table of tags."""
    data = PROFILE.read_bytes()
    assert data.count(b"B2A0") == 1
    sheet.objects["profile"].data = data.replace(b"B2A0", b"zzzz")


@breaks("X-24")
def neither_information_nor_registry(sheet: Sheet) -> None:
    del sheet["intent"]["Info"], sheet["intent"]["RegistryName"]


@breaks("X-25")
def another_profile_for_pdf_a(sheet: Sheet) -> None:
    sheet.objects["twin"] = Stream({"N": 4}, PROFILE.read_bytes())
    other = {**sheet["intent"], "S": Name("GTS_PDFA1"), "DestOutputProfile": Ref("twin")}
    sheet["catalog"]["OutputIntents"].append(other)


def _header(sheet: Sheet, at: int, value: bytes) -> None:
    data = PROFILE.read_bytes()
    sheet.objects["profile"].data = data[:at] + value + data[at + len(value) :]


def srgb() -> bytes:
    """A profile of the screen."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

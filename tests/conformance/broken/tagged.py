"""Broken: what a file for screens says to those who hear it (PDF/UA-1)."""

from typing import Any

from tests.conformance.broken.faces import glyph
from tests.conformance.broken.sheet import Sheet
from tests.conformance.broken.tagged_sheet import attributes, element, shown, tagged
from tests.conformance.broken.variant import breaks
from tests.conformance.pdf_files import Name, Ref, Stream


def add(sheet: Sheet, name: str, thing: dict[str, Any], parent: str) -> None:
    """Put another element at the end of ``parent``."""
    sheet.objects[name] = thing
    sheet[parent]["K"].append(Ref(name))


def new_content(sheet: Sheet, name: str, role: str, text: str, y: int) -> int:
    """Marked content that belongs to the element ``name``; its number."""
    row = sheet["parents"]["Nums"][1]
    row.append(Ref(name))
    sheet.content[name] = tagged(role, len(row) - 1, shown(text, y))
    return len(row) - 1


# -- contents


@breaks("01-003", base="ua1")
def an_artefact_in_a_paragraph(sheet: Sheet) -> None:
    sheet.content["p"] = sheet.content["p"].replace(b" EMC", b" /Artifact BMC 60 530 40 1 re f EMC EMC")


@breaks("01-004", base="ua1")
def a_paragraph_in_an_artefact(sheet: Sheet) -> None:
    sheet.content["p"] = b"/Artifact BMC " + sheet.content["p"] + b" EMC"


@breaks("01-005", base="ua1")
def text_without_a_tag(sheet: Sheet) -> None:
    sheet.content["stray"] = shown("Nobody hears this", 200)


@breaks("01-005", base="ua1")
def a_shape_without_a_tag(sheet: Sheet) -> None:
    sheet.content["ground"] = b"0.9 0.95 1 rg 0 560 400 90 re f"


@breaks("01-005", base="ua1")
def a_line_without_a_tag(sheet: Sheet) -> None:
    sheet.content["stray"] = b"0.1 0.3 0.6 RG 60 200 m 200 200 l S"


@breaks("01-005", base="ua1")
def tagged_with_a_name_and_no_number(sheet: Sheet) -> None:
    sheet.content["stray"] = b"/P BMC " + shown("Nobody hears this", 200) + b" EMC"


@breaks("01-005", base="ua1")
def a_number_that_the_tree_does_not_know(sheet: Sheet) -> None:
    sheet.content["stray"] = tagged("P", 40, shown("Nobody hears this", 200))


@breaks("01-007", base="ua1")
def tags_that_may_be_wrong(sheet: Sheet) -> None:
    sheet["catalog"]["MarkInfo"]["Suspects"] = True


@breaks("UA-6.2", base="ua1")
def not_marked(sheet: Sheet) -> None:
    del sheet["catalog"]["MarkInfo"]


@breaks("UA-6.2", base="ua1")
def marked_false(sheet: Sheet) -> None:
    sheet["catalog"]["MarkInfo"]["Marked"] = False


@breaks("UA-7.1", "01-005", "28-011", base="ua1")
def no_tree(sheet: Sheet) -> None:
    del sheet["catalog"]["StructTreeRoot"]


@breaks("UA-7.1", base="ua1")
def an_element_points_to_another_parent(sheet: Sheet) -> None:
    sheet["h1"]["P"] = Ref("table")


@breaks("UA-7.1", base="ua1")
def the_tree_is_a_circle(sheet: Sheet) -> None:
    sheet["note"]["K"].append(Ref("document"))


@breaks("UA-doc-root", level="warning", base="ua1")
def no_document_on_top(sheet: Sheet) -> None:
    sheet["document"]["S"] = Name("Sect")


@breaks("UA-parenttree", base="ua1")
def the_parent_tree_leads_elsewhere(sheet: Sheet) -> None:
    row = sheet["parents"]["Nums"][1]
    row[0], row[1] = row[1], row[0]


@breaks("UA-parenttree", base="ua1")
def the_parent_tree_is_too_short(sheet: Sheet) -> None:
    sheet["parents"]["Nums"][1].pop()


@breaks("UA-parenttree", base="ua1")
def the_parent_tree_forgets_the_link(sheet: Sheet) -> None:
    sheet["annotation"]["StructParent"] = 7


@breaks("UA-parenttree", base="ua1")
def a_number_twice_on_a_page(sheet: Sheet) -> None:
    sheet.content["again"] = tagged("P", 1, shown("Again", 200))


@breaks("UA-parenttree", base="ua1")
def a_number_in_two_elements(sheet: Sheet) -> None:
    sheet["h1"]["K"].append(1)


@breaks("UA-parenttree", base="ua1")
def an_element_of_content_that_is_not_there(sheet: Sheet) -> None:
    sheet["h1"]["K"].append(30)


@breaks("UA-parenttree", base="ua1")
def the_page_has_no_key(sheet: Sheet) -> None:
    del sheet["page"]["StructParents"]


@breaks("UA-parenttree", base="ua1")
def the_next_key_is_in_use(sheet: Sheet) -> None:
    sheet["root"]["ParentTreeNextKey"] = 1


@breaks("30-002", "UA-parenttree", base="ua1")
def a_form_with_tags_is_drawn_twice(sheet: Sheet) -> None:
    form = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 200, 50], "StructParents": 2}
    form["Resources"] = {"Font": {"Text": Ref("font")}}
    sheet.objects["form"] = Stream(form, tagged("P", 0, shown("In a form", 10, 10)))
    sheet.resource("XObject", "Form", Ref("form"))
    piece = {"Type": Name("MCR"), "Pg": Ref("page"), "Stm": Ref("form"), "MCID": 0}
    add(sheet, "p-form", element("P", "document", piece), "document")
    sheet["parents"]["Nums"] += [2, [Ref("p-form")]]
    sheet["root"]["ParentTreeNextKey"] = 3
    sheet.content["forms"] = b"q 1 0 0 1 0 200 cm /Form Do Q q 1 0 0 1 0 100 cm /Form Do Q"


# -- types


@breaks("02-001", base="ua1")
def a_type_of_its_own(sheet: Sheet) -> None:
    sheet["p"]["S"] = Name("Paragraph")


@breaks("02-001", base="ua1")
def a_type_that_leads_to_none(sheet: Sheet) -> None:
    sheet["p"]["S"] = Name("Paragraph")
    sheet["root"]["RoleMap"] = {"Paragraph": Name("Absatz")}


@breaks("02-003", base="ua1")
def types_in_a_circle(sheet: Sheet) -> None:
    sheet["p"]["S"] = Name("Paragraph")
    sheet["root"]["RoleMap"] = {"Paragraph": Name("Absatz"), "Absatz": Name("Paragraph")}


@breaks("02-004", base="ua1")
def a_standard_type_remapped(sheet: Sheet) -> None:
    sheet["root"]["RoleMap"] = {"P": Name("Span")}


# -- tables and lists


@breaks("09-004", base="ua1")
def a_paragraph_in_a_table(sheet: Sheet) -> None:
    sheet.objects["p-in-table"] = element("P", "table")
    sheet["p-in-table"]["K"] = [new_content(sheet, "p-in-table", "P", "Between rows", 320)]
    sheet["table"]["K"].append(Ref("p-in-table"))


@breaks("09-004", base="ua1")
def a_row_outside_a_table(sheet: Sheet) -> None:
    sheet["document"]["K"].append(sheet["table"]["K"].pop())
    sheet["tr-row"]["P"] = Ref("document")


@breaks("09-004", base="ua1")
def rows_of_different_length(sheet: Sheet) -> None:
    sheet["tr-row"]["K"].pop()
    sheet["td"]["P"] = Ref("document")
    sheet["td"]["S"] = Name("P")
    sheet["document"]["K"].append(Ref("td"))


@breaks("09-004", base="ua1")
def a_cell_that_reaches_out_of_the_table(sheet: Sheet) -> None:
    sheet["td"]["A"] = attributes("Table", RowSpan=3)


@breaks("09-004", base="ua1")
def cells_that_overlap(sheet: Sheet) -> None:
    sheet["th-right"]["A"] = [sheet["th-right"]["A"], attributes("Table", RowSpan=2)]
    sheet["th-row"]["A"] = [sheet["th-row"]["A"], attributes("Table", ColSpan=2)]


@breaks("09-004", base="ua1")
def a_head_and_no_body(sheet: Sheet) -> None:
    sheet.objects["thead"] = element("THead", "table", Ref("tr-head"))
    sheet["tr-head"]["P"] = Ref("thead")
    sheet["table"]["K"][0] = Ref("thead")


@breaks("09-004", base="ua1")
def a_caption_in_the_middle(sheet: Sheet) -> None:
    sheet.objects["caption"] = element("Caption", "table")
    sheet["caption"]["K"] = [new_content(sheet, "caption", "Caption", "Wells", 320)]
    sheet["table"]["K"].insert(1, Ref("caption"))


@breaks("09-004", base="ua1")
def a_list_in_a_row(sheet: Sheet) -> None:
    sheet["td"]["S"] = Name("P")


@breaks("09-005", base="ua1")
def a_paragraph_in_a_list(sheet: Sheet) -> None:
    sheet.objects["p-in-list"] = element("P", "list")
    sheet["p-in-list"]["K"] = [new_content(sheet, "p-in-list", "P", "Between items", 480)]
    sheet["list"]["K"].append(Ref("p-in-list"))


@breaks("09-005", base="ua1")
def text_straight_in_an_item(sheet: Sheet) -> None:
    sheet["item"]["K"].append(sheet["body"]["K"].pop())
    sheet["item"]["K"].remove(Ref("body"))
    del sheet.objects["body"]
    sheet["parents"]["Nums"][1][4] = Ref("item")


@breaks("09-005", base="ua1")
def an_item_outside_a_list(sheet: Sheet) -> None:
    sheet["list"]["S"] = Name("Div")
    del sheet["list"]["A"]


@breaks("09-006", base="ua1")
def an_entry_outside_a_table_of_contents(sheet: Sheet) -> None:
    sheet["p"]["S"] = Name("TOCI")


@breaks("09-006", base="ua1")
def a_paragraph_in_a_table_of_contents(sheet: Sheet) -> None:
    sheet["document"]["S"] = Name("Document")
    sheet.objects["toc"] = element("TOC", "document", Ref("p"))
    sheet["p"]["P"] = Ref("toc")
    sheet["document"]["K"][1] = Ref("toc")


@breaks("09-007", base="ua1")
def ruby_text_alone(sheet: Sheet) -> None:
    sheet["link"]["K"].insert(0, Ref("rt"))
    sheet.objects["rt"] = element("RT", "link")
    sheet["rt"]["K"] = [new_content(sheet, "rt", "RT", "small", 552)]


@breaks("09-008", base="ua1")
def warichu_text_alone(sheet: Sheet) -> None:
    sheet["link"]["K"].insert(0, Ref("wt"))
    sheet.objects["wt"] = element("WT", "link")
    sheet["wt"]["K"] = [new_content(sheet, "wt", "WT", "small", 552)]


@breaks("15-003", base="ua1")
def a_head_without_a_scope(sheet: Sheet) -> None:
    for name in ("th-left", "th-right", "th-row"):
        del sheet[name]["A"]


@breaks("UA-16-001", level="warning", base="ua1")
def a_list_that_does_not_say_how_it_is_numbered(sheet: Sheet) -> None:
    del sheet["list"]["A"]


# -- title and language


@breaks("06-002", base="ua1")
def does_not_say_that_it_is_ua(sheet: Sheet) -> None:
    del sheet.xmp["pdfuaid:part"]


@breaks("06-002", base="ua1")
def says_that_it_is_ua_2(sheet: Sheet) -> None:
    sheet.xmp["pdfuaid:part"] = "2"


@breaks("06-001", "06-002", "06-003", "B-07", "6.6.4-1", base="ua1")
def no_metadata(sheet: Sheet) -> None:
    del sheet["catalog"]["Metadata"], sheet.objects["metadata"]


@breaks("06-003", base="ua1")
def no_title_in_the_metadata(sheet: Sheet) -> None:
    del sheet.xmp["dc:title"]


@breaks("07-001", base="ua1")
def does_not_say_that_the_title_is_shown(sheet: Sheet) -> None:
    del sheet["catalog"]["ViewerPreferences"]


@breaks("07-002", base="ua1")
def shows_the_name_of_the_file(sheet: Sheet) -> None:
    sheet["catalog"]["ViewerPreferences"]["DisplayDocTitle"] = False


def silent(sheet: Sheet, *but: str) -> None:
    """No language in the catalogue; everything has one of its own but what is named."""
    del sheet["catalog"]["Lang"]
    sheet["document"]["Lang"] = "en"
    if "title" not in but:
        packet = sheet.packet
        sheet.packet = lambda text: packet(text).replace('xml:lang="x-default"', 'xml:lang="en"')
    if "bookmark" not in but:
        del sheet["catalog"]["Outlines"]
        del sheet.objects["outlines"], sheet.objects["bookmark"]
    if "contents" not in but:
        sheet["document"]["K"].remove(Ref("p"))
        del sheet["page"]["Annots"], sheet.objects["annotation"], sheet.objects["p"], sheet.objects["link"]
        del sheet.content["p"], sheet.content["link"]
        sheet["parents"]["Nums"] = [0, [Ref("h1") if ref.to in ("p", "link") else ref for ref in _row(sheet)]]


def _row(sheet: Sheet) -> list[Ref]:
    row: list[Ref] = sheet["parents"]["Nums"][1]
    return row


@breaks("11-001", "11-002", "11-003", "11-004", "11-006", base="ua1")
def no_language_at_all(sheet: Sheet) -> None:
    del sheet["catalog"]["Lang"]


@breaks("11-002", "11-001", base="ua1")
def an_alternative_text_without_a_language(sheet: Sheet) -> None:
    silent(sheet)
    del sheet["document"]["Lang"]
    for name in ("h1", "list", "table", "note"):
        sheet[name]["Lang"] = "en"


@breaks("11-003", base="ua1")
def bookmarks_without_a_language(sheet: Sheet) -> None:
    silent(sheet, "bookmark")


@breaks("11-004", base="ua1")
def a_link_that_speaks_no_language(sheet: Sheet) -> None:
    silent(sheet, "contents")


@breaks("11-005", base="ua1")
def a_field_that_speaks_no_language(sheet: Sheet) -> None:
    silent(sheet)
    field(sheet, TU="Your name")


@breaks("11-006", base="ua1")
def a_title_that_speaks_no_language(sheet: Sheet) -> None:
    silent(sheet, "title")


@breaks("UA-7.2-lang", base="ua1")
def a_language_that_is_none(sheet: Sheet) -> None:
    sheet["catalog"]["Lang"] = "en_GB"


@breaks("UA-7.2-lang", base="ua1")
def an_element_in_a_language_that_is_none(sheet: Sheet) -> None:
    sheet["p"]["Lang"] = "the English language"


# -- pictures, headings, notes


@breaks("13-004", base="ua1")
def a_picture_without_words(sheet: Sheet) -> None:
    del sheet["figure"]["Alt"]


@breaks("13-004", base="ua1")
def a_picture_with_empty_words(sheet: Sheet) -> None:
    sheet["figure"]["Alt"] = " "


@breaks("UA-bbox", level="warning", base="ua1")
def a_picture_without_a_place(sheet: Sheet) -> None:
    del sheet["figure"]["A"]


@breaks("17-002", base="ua1")
def a_formula_without_words(sheet: Sheet) -> None:
    sheet["figure"]["S"] = Name("Formula")
    del sheet["figure"]["Alt"]


@breaks("14-002", base="ua1")
def begins_with_a_second_level(sheet: Sheet) -> None:
    sheet["h1"]["S"] = Name("H2")


@breaks("14-003", base="ua1")
def a_level_is_skipped(sheet: Sheet) -> None:
    sheet["note"]["S"] = Name("H3")


@breaks("14-006", base="ua1")
def two_headings_without_level(sheet: Sheet) -> None:
    sheet["h1"]["S"] = sheet["note"]["S"] = Name("H")


@breaks("14-007", base="ua1")
def headings_with_and_without_level(sheet: Sheet) -> None:
    sheet["note"]["S"] = Name("H")


@breaks("19-003", base="ua1")
def a_note_without_a_name(sheet: Sheet) -> None:
    del sheet["note"]["ID"]


@breaks("19-004", base="ua1")
def two_notes_of_one_name(sheet: Sheet) -> None:
    sheet.objects["note-2"] = element("Note", "document", ID="note-1")
    sheet["note-2"]["K"] = [new_content(sheet, "note-2", "Note", "Counted in June", 280)]
    sheet["document"]["K"].append(Ref("note-2"))


@breaks("UA-nesting", level="warning", base="ua1")
def a_list_in_a_paragraph(sheet: Sheet) -> None:
    sheet["document"]["K"].remove(Ref("list"))
    sheet["p"]["K"].append(Ref("list"))
    sheet["list"]["P"] = Ref("p")


@breaks("UA-nesting", level="warning", base="ua1")
def text_straight_in_a_section(sheet: Sheet) -> None:
    sheet["note"]["S"] = Name("Sect")


@breaks("UA-empty", level="warning", base="ua1")
def an_empty_paragraph(sheet: Sheet) -> None:
    add(sheet, "empty", element("P", "document"), "document")


# -- layers, files, forms, encryption


def layers(sheet: Sheet, **configuration: Any) -> None:
    """A file with layers that are shown as ``configuration`` says."""
    sheet.objects["layer"] = {"Type": Name("OCG"), "Name": "Ground"}
    shown_ = {"Name": "As printed", "Order": [Ref("layer")], **configuration}
    sheet["catalog"]["OCProperties"] = {"OCGs": [Ref("layer")], "D": {k: v for k, v in shown_.items() if v is not None}}


@breaks("20-001", base="ua1")
def another_configuration_without_a_name(sheet: Sheet) -> None:
    layers(sheet)
    sheet["catalog"]["OCProperties"]["Configs"] = [{"Order": [Ref("layer")]}]


@breaks("20-002", base="ua1")
def the_configuration_has_no_name(sheet: Sheet) -> None:
    layers(sheet, Name=None)


@breaks("20-003", base="ua1")
def layers_that_switch(sheet: Sheet) -> None:
    layers(sheet, AS=[{"Event": Name("View"), "OCGs": [Ref("layer")], "Category": [Name("View")]}])


@breaks("21-001", "6.8-2", "6.8-5", base="ua1")
def an_attached_file_without_a_name(sheet: Sheet) -> None:
    sheet.objects["attached"] = Stream({"Type": Name("EmbeddedFile")}, b"%PDF-1.4 not of PDF/A")
    sheet.objects["attachment"] = {"Type": Name("Filespec"), "F": "x.pdf", "EF": {"F": Ref("attached")}}
    sheet["catalog"]["Names"] = {"EmbeddedFiles": {"Names": ["x.pdf", Ref("attachment")]}}


def field(sheet: Sheet, **entries: Any) -> None:
    """A field of a form, which stands in the tree."""
    sheet.objects["look"] = Stream(
        {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 80, 14], "Resources": {}}, b""
    )
    sheet.objects["field"] = {
        "Type": Name("Annot"), "Subtype": Name("Widget"), "FT": Name("Tx"), "T": "name", "F": 4, "StructParent": 5,
        "Rect": [60, 100, 140, 114], "AP": {"N": Ref("look")}, **entries,
    }  # fmt: skip
    sheet["catalog"]["AcroForm"] = {"Fields": [Ref("field")]}
    sheet["page"].setdefault("Annots", []).append(Ref("field"))
    held = {"Type": Name("OBJR"), "Obj": Ref("field"), "Pg": Ref("page")}
    add(sheet, "form-element", element("Form", "document", held), "document")
    sheet["parents"]["Nums"] += [5, Ref("form-element")]
    sheet["root"]["ParentTreeNextKey"] = 6


@breaks("25-001", "B-16", base="ua1")
def a_form_made_while_it_is_read(sheet: Sheet) -> None:
    sheet.objects["xfa"] = Stream({}, b"<config><dynamicRender>required</dynamicRender></config>")
    sheet["catalog"]["AcroForm"] = {"Fields": [], "XFA": Ref("xfa")}


@breaks("28-005", base="ua1")
def a_field_that_does_not_say_what_it_is_for(sheet: Sheet) -> None:
    field(sheet)


@breaks("28-010", "UA-parenttree", base="ua1")
def a_field_outside_the_tree(sheet: Sheet) -> None:
    field(sheet, TU="Your name")
    sheet["form-element"]["S"] = Name("P")


# -- annotations


def note(sheet: Sheet, kind: str, role: str = "Annot", **entries: Any) -> None:
    """Another annotation, which stands in the tree in an element of the type ``role``."""
    sheet.objects["look"] = Stream(
        {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 18, 18], "Resources": {}}, b""
    )
    sheet.objects["remark"] = {
        "Type": Name("Annot"), "Subtype": Name(kind), "Rect": [300, 100, 318, 118], "F": 4, "Contents": "A remark",
        "AP": {"N": Ref("look")}, "StructParent": 5, **entries,
    }  # fmt: skip
    sheet["page"]["Annots"].append(Ref("remark"))
    held = {"Type": Name("OBJR"), "Obj": Ref("remark"), "Pg": Ref("page")}
    add(sheet, "remark-element", element(role, "document", held), "document")
    sheet["parents"]["Nums"] += [5, Ref("remark-element")]
    sheet["root"]["ParentTreeNextKey"] = 6


@breaks("28-002", base="ua1")
def a_remark_in_a_paragraph(sheet: Sheet) -> None:
    note(sheet, "Square", "P")


@breaks("28-004", base="ua1")
def a_remark_without_words(sheet: Sheet) -> None:
    note(sheet, "Square", Contents="")


@breaks("28-006", "6.3.1-1", base="ua1")
def a_remark_of_a_kind_of_its_own(sheet: Sheet) -> None:
    note(sheet, "Balloon")


@breaks("28-007", base="ua1")
def an_annotation_for_trapping(sheet: Sheet) -> None:
    note(sheet, "TrapNet")


@breaks("28-008", base="ua1")
def no_order_of_links(sheet: Sheet) -> None:
    del sheet["page"]["Tabs"]


@breaks("28-009", base="ua1")
def links_in_the_order_of_rows(sheet: Sheet) -> None:
    sheet["page"]["Tabs"] = Name("R")


@breaks("28-011", base="ua1")
def a_link_in_a_paragraph(sheet: Sheet) -> None:
    sheet["link"]["S"] = Name("Span")


@breaks("28-011", base="ua1")
def a_link_outside_the_tree(sheet: Sheet) -> None:
    sheet["link"]["K"].pop()
    del sheet["annotation"]["StructParent"]


@breaks("28-012", base="ua1")
def a_link_that_does_not_say_where_it_leads(sheet: Sheet) -> None:
    del sheet["annotation"]["Contents"]


@breaks("28-014", "6.5.1-1", base="ua1")
def a_clip_of_no_kind(sheet: Sheet) -> None:
    clip = {"Type": Name("MediaClip"), "S": Name("MCD"), "Alt": ["", "A film"], "D": "film.mp4"}
    sheet["catalog"]["Clip"] = clip


@breaks("28-015", "6.5.1-1", base="ua1")
def a_clip_without_words(sheet: Sheet) -> None:
    sheet["catalog"]["Clip"] = {"Type": Name("MediaClip"), "S": Name("MCD"), "CT": "video/mp4", "D": "film.mp4"}


@breaks("28-017", base="ua1")
def a_mark_of_the_printer_in_the_tree(sheet: Sheet) -> None:
    note(sheet, "PrinterMark")
    sheet.objects["look"].data = b"/Artifact BMC 0 0 18 18 re f EMC"


@breaks("28-018", "UA-parenttree", base="ua1")
def a_mark_of_the_printer_that_is_no_artefact(sheet: Sheet) -> None:
    note(sheet, "PrinterMark")
    sheet.objects["look"].data = b"0 0 18 18 re f"
    sheet["document"]["K"].remove(Ref("remark-element"))
    del sheet.objects["remark-element"], sheet["remark"]["StructParent"]
    sheet["parents"]["Nums"] = sheet["parents"]["Nums"][:4]


@breaks("30-001", "B-06", base="ua1")
def a_page_out_of_another_file(sheet: Sheet) -> None:
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 9, 9], "Resources": {}}
    sheet.objects["other"] = Stream({**head, "Ref": {"F": "other.pdf", "Page": 0}}, b"")
    sheet.resource("XObject", "Other", Ref("other"))


@breaks("UA-7.17", level="warning", base="ua1")
def many_pages_without_bookmarks(sheet: Sheet) -> None:
    del sheet["catalog"]["Outlines"], sheet.objects["outlines"], sheet.objects["bookmark"]
    for number in range(20):
        sheet.objects[f"page-{number}"] = {
            "Type": Name("Page"), "Parent": Ref("pages"), "MediaBox": [0, 0, 420, 650], "Resources": {},
        }  # fmt: skip
        sheet["pages"]["Kids"].append(Ref(f"page-{number}"))
    sheet["pages"]["Count"] = 21


# -- fonts


def map_of(sheet: Sheet, old: bytes, new: bytes) -> None:
    """Another map from codes to characters."""
    stream = sheet.objects["tounicode"]
    assert old in stream.data
    stream.data = stream.data.replace(old, new)


def row_of(char: str, meaning: int) -> bytes:
    """The row of the map for ``char``."""
    return b"<%04X> <%04X>" % (glyph(char), meaning)


@breaks("31-027", base="ua1")
def no_map_to_characters(sheet: Sheet) -> None:
    del sheet["font"]["ToUnicode"]


@breaks("31-027", base="ua1")
def a_letter_that_is_no_character(sheet: Sheet) -> None:
    map_of(sheet, row_of("W", ord("W")) + b"\n", b"")


@breaks("31-028", base="ua1")
def a_letter_that_is_zero(sheet: Sheet) -> None:
    map_of(sheet, row_of("W", ord("W")), row_of("W", 0))


@breaks("31-029", base="ua1")
def a_letter_that_is_a_mark_of_order(sheet: Sheet) -> None:
    map_of(sheet, row_of("W", ord("W")), row_of("W", 0xFEFF))


@breaks("31-029", base="ua1")
def a_letter_that_is_no_character_of_unicode(sheet: Sheet) -> None:
    map_of(sheet, row_of("W", ord("W")), row_of("W", 0xFFFE))


def own_map(sheet: Sheet, head: dict[str, Any] | None = None, data: bytes = b"", **system: Any) -> None:
    """A character map of its own, which gives every code its own number."""
    info = {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0, **system}
    body = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo 3 dict dup begin "
        b"/Registry (%s) def /Ordering (%s) def /Supplement %d def end def\n/CMapName /Own def /CMapType 1 def %s\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 begincidrange <0000> <FFFF> 0 endcidrange\n"
        b"endcmap CMapName currentdict /CMap defineresource pop end end"
        % (str(info["Registry"]).encode(), str(info["Ordering"]).encode(), info["Supplement"], data)
    )
    sheet.objects["cmap"] = Stream(
        {"Type": Name("CMap"), "CMapName": Name("Own"), "CIDSystemInfo": info, **(head or {})}, body
    )
    sheet["font"]["Encoding"] = Ref("cmap")


@breaks("31-001", base="ua1")
def registries_differ(sheet: Sheet) -> None:
    own_map(sheet, Registry="Office")


@breaks("31-002", base="ua1")
def orderings_differ(sheet: Sheet) -> None:
    own_map(sheet, Ordering="Other")


@breaks("31-003", base="ua1")
def the_map_is_newer(sheet: Sheet) -> None:
    own_map(sheet, Supplement=3)


@breaks("31-005", base="ua1")
def glyphs_of_codes_not_told(sheet: Sheet) -> None:
    del sheet["cidfont"]["CIDToGIDMap"]


@breaks("31-004", base="ua1")
def glyphs_of_codes_told_wrongly(sheet: Sheet) -> None:
    sheet["cidfont"]["CIDToGIDMap"] = Name("Other")


@breaks("31-006", base="ua1")
def a_map_that_nobody_knows(sheet: Sheet) -> None:
    sheet["font"]["Encoding"] = Name("Office-H")


@breaks("31-007", base="ua1")
def a_map_in_two_directions(sheet: Sheet) -> None:
    own_map(sheet, {"WMode": 1})


@breaks("31-008", base="ua1")
def a_map_that_rests_on_one_that_nobody_knows(sheet: Sheet) -> None:
    own_map(sheet, {"UseCMap": Name("Office-H")}, b"/Office-H usecmap")


@breaks("31-014", base="ua1")
def a_list_of_glyphs_that_is_not_complete(sheet: Sheet) -> None:
    sheet.objects["cidset"] = Stream({}, b"\x80")
    sheet["descriptor"]["CIDSet"] = Ref("cidset")


@breaks("31-015", base="ua1")
def a_list_of_glyphs_that_are_not_there(sheet: Sheet) -> None:
    sheet.objects["cidset"] = Stream({}, b"\xff" * 8000)
    sheet["descriptor"]["CIDSet"] = Ref("cidset")

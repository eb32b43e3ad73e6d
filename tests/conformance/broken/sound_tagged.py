"""Sound: unusual files for screens, and nothing wrong with them."""

from tests.conformance.broken.archived import WIN, letters, outlines, picture, program
from tests.conformance.broken.sheet import Sheet
from tests.conformance.broken.sound import passes
from tests.conformance.broken.tagged import add, field, layers, new_content, note, own_map
from tests.conformance.broken.tagged_sheet import attributes, element, shown, tagged
from tests.conformance.pdf_files import Name, Ref, Stream


@passes("ua1")
def nothing_changed_in_a_tagged_file(sheet: Sheet) -> None:
    assert sheet.content


@passes("ua1")
def elements_in_object_streams(sheet: Sheet) -> None:
    sheet.file.packed = ("root", "document", "h1", "p", "link", "parents")


@passes("ua1")
def types_of_its_own_that_lead_to_standard_ones(sheet: Sheet) -> None:
    sheet["p"]["S"] = Name("Absatz")
    sheet["root"]["RoleMap"] = {"Absatz": Name("Paragraph"), "Paragraph": Name("P")}


@passes("ua1")
def numbers_from_the_resources(sheet: Sheet) -> None:
    sheet.resource("Properties", "MC0", {"MCID": 0})
    sheet.content["h1"] = sheet.content["h1"].replace(b"<</MCID 0>>", b"/MC0")


@passes("ua1")
def a_single_kid_that_is_no_list(sheet: Sheet) -> None:
    sheet["h1"]["K"] = 0
    sheet["root"]["K"] = Ref("document")


@passes("ua1")
def content_by_reference(sheet: Sheet) -> None:
    sheet["h1"]["K"] = [{"Type": Name("MCR"), "Pg": Ref("page"), "MCID": 0}]
    del sheet["h1"]["Pg"]


@passes("ua1")
def the_parent_tree_in_branches(sheet: Sheet) -> None:
    numbers = sheet["parents"].pop("Nums")
    sheet.objects["leaf-1"] = {"Nums": numbers[:2], "Limits": [0, 0]}
    sheet.objects["leaf-2"] = {"Nums": numbers[2:], "Limits": [1, 1]}
    sheet["parents"]["Kids"] = [Ref("leaf-1"), Ref("leaf-2")]


@passes("ua1")
def a_table_with_head_body_and_caption(sheet: Sheet) -> None:
    sheet.objects["caption"] = element("Caption", "table")
    sheet["caption"]["K"] = [new_content(sheet, "caption", "Caption", "Wells by province", 380)]
    sheet.objects["thead"] = element("THead", "table", Ref("tr-head"))
    sheet.objects["tbody"] = element("TBody", "table", Ref("tr-row"))
    sheet["tr-head"]["P"], sheet["tr-row"]["P"] = Ref("thead"), Ref("tbody")
    sheet["table"]["K"] = [Ref("caption"), Ref("thead"), Ref("tbody")]


@passes("ua1")
def a_table_told_by_names_of_heads(sheet: Sheet) -> None:
    for name in ("th-left", "th-right", "th-row"):
        del sheet[name]["A"]
        sheet[name]["ID"] = name
    sheet["td"]["A"] = attributes("Table", Headers=["th-right", "th-row"])


@passes("ua1")
def a_cell_over_two_columns(sheet: Sheet) -> None:
    sheet["tr-row"]["K"] = [Ref("th-row")]
    sheet["th-row"]["A"] = [attributes("Table", ColSpan=2), attributes("Table", Scope=Name("Row"))]
    sheet["td"]["S"], sheet["td"]["P"] = Name("P"), Ref("document")
    sheet["document"]["K"].append(Ref("td"))


@passes("ua1")
def attributes_by_class(sheet: Sheet) -> None:
    sheet["root"]["ClassMap"] = {"Head": attributes("Table", Scope=Name("Column"))}
    for name in ("th-left", "th-right"):
        del sheet[name]["A"]
        sheet[name]["C"] = Name("Head")


@passes("ua1")
def a_list_in_a_list(sheet: Sheet) -> None:
    add(
        sheet,
        "inner",
        element("L", "body", Ref("inner-item"), A=attributes("List", ListNumbering=Name("None"))),
        "body",
    )
    sheet.objects["inner-item"] = element("LI", "inner", Ref("inner-body"))
    sheet.objects["inner-body"] = element("LBody", "inner-item")
    sheet["inner-body"]["K"] = [new_content(sheet, "inner-body", "LBody", "One of them deep", 486)]


@passes("ua1")
def language_of_every_part_and_none_of_the_whole(sheet: Sheet) -> None:
    del sheet["catalog"]["Lang"], sheet["catalog"]["Outlines"]
    sheet["document"]["Lang"] = "en"
    sheet["annotation"]["Contents"] = ""
    packet = sheet.packet
    sheet.packet = lambda text: packet(text).replace('xml:lang="x-default"', 'xml:lang="en"')
    for name in ("outlines", "bookmark"):
        del sheet.objects[name]
    sheet["annotation"]["Contents"] = "The report on wells"
    sheet["catalog"]["Lang"] = "en-GB"


@passes("ua1")
def artefacts_inside_each_other(sheet: Sheet) -> None:
    sheet.content["ground"] = b"/Artifact BMC " + sheet.content["ground"] + b" EMC"


@passes("ua1")
def a_span_inside_marked_content(sheet: Sheet) -> None:
    sheet.content["p"] = sheet.content["p"].replace(b"BT", b"/Span <</Lang (de)>> BDC BT").replace(b"ET", b"ET EMC")


@passes("ua1")
def a_form_as_a_whole_in_a_figure(sheet: Sheet) -> None:
    head = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 80, 60], "Resources": {}}
    sheet.objects["form"] = Stream(head, b"0.1 0.3 0.6 rg 0 0 80 60 re f")
    sheet.resource("XObject", "Form", Ref("form"))
    sheet.content["figure"] = tagged("Figure", 5, b"q 1 0 0 1 60 400 cm /Form Do Q")
    sheet.content["again"] = b"/Artifact BMC q 1 0 0 1 160 400 cm /Form Do Q EMC"


@passes("ua1")
def tags_inside_a_form(sheet: Sheet) -> None:
    form = {"Type": Name("XObject"), "Subtype": Name("Form"), "BBox": [0, 0, 200, 50], "StructParents": 2}
    form["Resources"] = {"Font": {"Text": Ref("font")}}
    sheet.objects["form"] = Stream(form, tagged("P", 0, shown("In a form", 10, 10)))
    sheet.resource("XObject", "Form", Ref("form"))
    piece = {"Type": Name("MCR"), "Pg": Ref("page"), "Stm": Ref("form"), "MCID": 0}
    add(sheet, "p-form", element("P", "document", piece), "document")
    sheet["parents"]["Nums"] += [2, [Ref("p-form")]]
    sheet["root"]["ParentTreeNextKey"] = 3
    sheet.content["form"] = b"q 1 0 0 1 60 200 cm /Form Do Q"


@passes("ua1")
def a_remark_that_stands_in_the_tree(sheet: Sheet) -> None:
    note(sheet, "Square")


@passes("ua1")
def a_field_that_says_what_it_is_for(sheet: Sheet) -> None:
    field(sheet, TU="Your name")


@passes("ua1")
def layers_that_are_named(sheet: Sheet) -> None:
    layers(sheet)


@passes("ua1")
def a_picture_as_decoration(sheet: Sheet) -> None:
    picture(sheet)


@passes("ua1")
def headings_without_level(sheet: Sheet) -> None:
    sheet["h1"]["S"] = Name("H")


@passes("ua1")
def headings_that_go_up_again(sheet: Sheet) -> None:
    for level, y in ((2, 280), (3, 260), (2, 240)):
        name = f"heading-{y}"
        add(sheet, name, element(f"H{level}", "document"), "document")
        sheet[name]["K"] = [new_content(sheet, name, f"H{level}", "Wells", y)]


@passes("ua1")
def a_map_of_its_own(sheet: Sheet) -> None:
    own_map(sheet)


@passes("ua1")
def letters_by_a_known_encoding(sheet: Sheet) -> None:
    letters(sheet, Encoding=WIN)
    del sheet["simple"]["ToUnicode"]


@passes("ua1")
def symbols_with_their_map(sheet: Sheet) -> None:
    letters(sheet, program((3, 0, True)), flags=4)


@passes("ua1")
def a_complete_list_of_names(sheet: Sheet) -> None:
    outlines(sheet, "/W/e/l/s")


@passes("ua1")
def a_letter_of_private_use_with_its_words(sheet: Sheet) -> None:
    stream = sheet.objects["tounicode"]
    at = stream.data.index(b"> <0051>")
    stream.data = stream.data[:at] + b"> <E051>" + stream.data[at + 8 :]
    sheet.content["td"] = b"/TD <</MCID 9>> BDC /Span <</ActualText (Q)>> BDC " + shown("Q", 340, 160) + b" EMC EMC"

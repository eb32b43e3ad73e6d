"""The structure tree: as the document says, in reading order, with every marked content in its place."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from factsheet.document import Tag
from factsheet.pdf.canvas import Boxes, PdfCanvas
from factsheet.pdf.structure import Structure
from factsheet.units import Rect

SHEET = Rect(0, 0, 200, 300)
MAIN, SIDE = Tag(""), Tag("Sect")


def tree(pages: list[list[tuple[Tag, ...]]], links: list[tuple[Tag, ...]] = []) -> Any:  # noqa: B006 - read only
    """The structure tree of pages with marked content for ``paths``, read back."""
    canvas = PdfCanvas(version=(1, 7), language="en", packed=False, information={})
    canvas.use({})
    structure = Structure((MAIN, SIDE))
    for n, paths in enumerate(pages):
        canvas.begin_page(Boxes(SHEET, SHEET, SHEET))
        structure.begin_page()
        canvas.struct_parents(n)
        for path in paths:
            canvas.begin_content(path[-1].role, structure.mark(path))
            canvas.end_content()
        if n == 0:
            for path in links:
                number = canvas.link(Rect(0, 0, 1, 1), "https://x.org", "x", structure.next_link())
                structure.link(path, number)
        canvas.end_page()
    structure.write(canvas.document, canvas.page_objects)
    return PdfReader(BytesIO(canvas.finish()), strict=True)


def outline(element: Any) -> Any:
    """An element as its role and kids: elements, and numbers of marked content."""
    element = element.get_object()
    kids = element["/K"]
    kids = kids if isinstance(kids, list) else [kids]
    return str(element["/S"])[1:], [_kid(kid.get_object() if hasattr(kid, "get_object") else kid) for kid in kids]


def _kid(kid: Any) -> Any:
    if isinstance(kid, dict):
        if kid.get("/Type") == "/StructElem":
            return outline(kid)
        return ("page 2", int(kid["/MCID"])) if kid["/Type"] == "/MCR" else "link"
    return int(kid)


def root(reader: Any) -> Any:
    return reader.trailer["/Root"]["/StructTreeRoot"]


def test_roots_come_in_their_order_whatever_was_painted_first() -> None:
    side, main = Tag("P"), Tag("H2")
    found = tree([[(SIDE, side), (MAIN, main)]])
    assert outline(root(found)["/K"]) == ("Document", [("H2", [1]), ("Sect", [("P", [0])])])


def test_nodes_without_a_role_dissolve_and_empty_ones_go() -> None:
    group, paragraph = Tag(""), Tag("P")
    found = tree([[(MAIN, group, paragraph)]])
    assert outline(root(found)["/K"]) == ("Document", [("P", [0])])


def test_a_paragraph_on_two_pages_is_one() -> None:
    paragraph, other = Tag("P"), Tag("P")
    found = tree([[(MAIN, paragraph)], [(MAIN, paragraph), (MAIN, other)]])
    assert outline(root(found)["/K"]) == ("Document", [("P", [0, ("page 2", 0)]), ("P", [1])])


def test_the_parent_tree_leads_back() -> None:
    one, two = Tag("P"), Tag("P")
    found = tree([[(MAIN, one), (MAIN, two), (MAIN, one)], [(MAIN, two)]])
    numbers = root(found)["/ParentTree"]["/Nums"]
    rows = {int(numbers[n]): numbers[n + 1].get_object() for n in range(0, len(numbers), 2)}
    assert [page["/StructParents"] for page in found.pages] == [0, 1]
    first, second = rows[0], rows[1]
    assert first[0].idnum == first[2].idnum != first[1].idnum == second[0].idnum
    for kids in (first[0].get_object()["/K"], second[0].get_object()["/K"]):
        assert len(kids) == 2


def test_every_element_knows_its_parent() -> None:
    item, body, text = Tag("LI"), Tag("LBody"), Tag("P")
    found = tree([[(MAIN, item, body, text), (MAIN, item, body)]])

    def check(element: Any, parent: Any) -> int:
        element = element.get_object()
        assert element["/P"].get_object() == parent
        kids = [kid for kid in element["/K"] if hasattr(kid, "idnum")]
        return 1 + sum(check(kid, element) for kid in kids)

    assert check(root(found)["/K"], root(found)) == 4


def test_a_link_has_its_annotation_and_the_annotation_its_link() -> None:
    paragraph, link = Tag("P"), Tag("Link", href="https://x.org")
    found = tree([[(MAIN, paragraph), (MAIN, paragraph, link)]], [(MAIN, paragraph, link)])
    assert outline(root(found)["/K"]) == ("Document", [("P", [0, ("Link", [1, "link"])])])
    (annotation,) = found.pages[0]["/Annots"]
    key = annotation.get_object()["/StructParent"]
    numbers = root(found)["/ParentTree"]["/Nums"]
    assert numbers[numbers.index(key) + 1].get_object()["/S"] == "/Link"
    assert root(found)["/ParentTreeNextKey"] > key


def test_attributes() -> None:
    head, numbered = Tag("TH", scope="Column", language="mn"), Tag("L", numbering="Decimal")
    found = tree([[(MAIN, head), (MAIN, numbered)]])
    one, two = (kid.get_object() for kid in root(found)["/K"]["/K"])
    assert one["/A"] == {"/O": "/Table", "/Scope": "/Column"}
    assert one["/Lang"] == "mn"
    assert two["/A"] == {"/O": "/List", "/ListNumbering": "/Decimal"}


def test_the_document_is_marked() -> None:
    found = tree([[(MAIN, Tag("P"))]])
    assert found.trailer["/Root"]["/MarkInfo"] == {"/Marked": True}

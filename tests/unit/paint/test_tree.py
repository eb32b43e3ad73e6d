"""The logical tree: what is read, in order, whatever page it stands on."""

from factsheet.document import Document
from factsheet.paint.tree import Node, Run, tree, words
from tests.making import document, said_by

LONG = "international cooperation on responsibilities and communication " * 60


def made(main: str) -> tuple[Document, Node]:
    """A document of the blocks ``main``, and the root of its main story."""
    found = document(f"title: T\nmain:\n{main}")
    return found, tree(found)[1]


def roles(node: Node) -> object:
    """The roles of ``node`` and of what is in it."""
    return [node.role, *(roles(kid) for kid in node.nodes)]


def test_there_is_a_top_node_for_each_root_in_order() -> None:
    found = document(
        "title: T\nmain:\n  - text: One.\nsidebar:\n  - support: Two.\nfooter: {text: Three., url: x.org}\n"
    )
    tops = tree(found)
    assert [top.tag for top in tops] == list(found.roots)
    assert words(tops) == ["Factsheet", "T", "One.", "Project", "support", "Two.", "Three.", "x.org"]


def test_a_paragraph_over_two_columns_and_pages_is_one_and_its_words_are_whole() -> None:
    found, main = made(f"  - text: {LONG}\n")
    assert len(found.pages) >= 1
    assert [node.role for node in main.nodes] == ["P"]
    assert main.text() == " ".join(LONG.split())


def test_nothing_is_lost_of_what_the_pages_say() -> None:
    found, main = made("  - bullets: [One, Two]\n  - table:\n      columns: [A, B]\n      rows: [[c, d]]\n")
    frames = [region.frame for page in found.pages for region in page.regions]
    assert words(tree(found)) == said_by(frames)
    assert main.text() == "• One • Two A B c d"


def test_soft_hyphens_and_white_space_at_the_ends_are_gone() -> None:
    _, main = made(f"  - text: {LONG}\n  - text: com\u00admuni\u00adcation\n")
    texts = [run.text for run in main.runs()]
    assert not any("\u00ad" in text for text in texts)
    assert main.nodes[1].text() == "communication"


def test_links_notes_and_emphasis_stand_in_their_paragraph() -> None:
    found = document("title: T\nmain:\n  - text: A **b** [c *d*](https://e.org)[^1].\nnotes: {1: One.}\n")
    paragraph, note = tree(found)[1].nodes
    assert roles(paragraph) == ["P", ["Link"], ["Reference"]]
    assert roles(note) == ["Note", ["Lbl"], ["P"]]
    assert paragraph.text() == "A b c d¹."
    runs = [kid for kid in paragraph.kids if isinstance(kid, Run)]
    assert [run.look.weight for run in runs if run.text.strip()] == [400, 700, 400]
    assert [run.look.italic for run in paragraph.nodes[0].runs()] == [False, True]


def test_boxes_in_one_paragraph_are_apart() -> None:
    from tests.making import SPECS

    picture = "  - picture: {file: pictures/hills.jpg, alt: Hills., caption: C, credit: B. Bat}\n"
    assert (SPECS / "pictures/hills.jpg").is_file()
    _, main = made(picture)
    assert main.text() == "C Photo: B. Bat"
    (figure,) = main.every("Figure")
    assert len(list(figure.drawn())) == 1


def test_two_lines_of_one_cell_are_apart() -> None:
    text = (
        "title: T\nmain: [text: A]\nsidebar:\n  - budget:\n      amount: 100\n      currency: USD\n      breakdown:\n"
    )
    found = document(f"{text}        - {{label: A, amount: 60}}\n        - {{label: B, amount: 40}}\n")
    cells = [cell.text() for top in tree(found) for cell in top.every("TD")]
    assert cells[:2] == ["60 60%", "40 40%"]


def test_capitals_are_said_as_typed() -> None:
    runs = list(tree(document("title: T\nlabel: Label\nmain: [text: A]\n"))[0].runs())
    assert runs[0].text == "Label"
    assert runs[0].look.capitals
    assert runs[0].ground is not None

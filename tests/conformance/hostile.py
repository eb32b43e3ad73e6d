"""Files made to be slow or endless: each is small, or quickly made, and must end in a report."""

import zlib
from collections.abc import Callable

from tests.conformance.broken.sheet import Sheet, x4
from tests.conformance.pdf_files import Name, Ref, Stream

Maker = Callable[[], bytes]


def _painting(content: bytes) -> Sheet:
    sheet = x4()
    sheet.content = {"all": content}
    return sheet


def _form(content: bytes, **names: str) -> Stream:
    return Stream(
        {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": [0, 0, 600, 900],
            "Resources": {"XObject": {name: Ref(target) for name, target in names.items()}},
        },
        content,
    )


def form_in_itself() -> bytes:
    """A form that draws itself twice."""
    sheet = _painting(b"/F Do")
    sheet.objects["form"] = _form(b"/F Do /F Do", F="form")
    sheet.resource("XObject", "F", Ref("form"))
    return sheet.pdf()


def forms_doubling() -> bytes:
    """Forms that each draw the next one ten times: ten to the tenth rectangles, none of them in a circle."""
    sheet = _painting(b"/F Do")
    depth = 10
    for n in range(depth):
        sheet.objects[f"form {n}"] = _form(b"/F Do " * 10, F=f"form {n + 1}")
    sheet.objects[f"form {depth}"] = _form(b"0 0 0 1 k 50 50 9 9 re f")
    sheet.resource("XObject", "F", Ref("form 0"))
    return sheet.pdf()


def pattern_in_itself() -> bytes:
    """A pattern whose cell is painted with the pattern."""
    sheet = _painting(b"/Pattern cs /P scn 0 0 600 800 re f")
    sheet.objects["pattern"] = Stream(
        {
            "Type": Name("Pattern"),
            "PatternType": 1,
            "PaintType": 1,
            "TilingType": 1,
            "BBox": [0, 0, 2, 2],
            "XStep": 1,
            "YStep": 1,
            "Resources": {"Pattern": {"P": Ref("pattern")}},
        },
        b"/Pattern cs /P scn 0 0 2 2 re f 0 0 1 1 re f",
    )
    sheet.resource("Pattern", "P", Ref("pattern"))
    return sheet.pdf()


def many_operators() -> bytes:
    """Five million operators, well packed."""
    return _painting(b"0 0 m 9 9 l S\n" * 1_700_000).pdf()


def many_pages() -> bytes:
    """A page tree that shows one page twenty thousand times, in objects of their own."""
    sheet = x4()
    for n in range(20_000):
        sheet.objects[f"page {n}"] = {**sheet["page"]}
    sheet["pages"]["Kids"] = [Ref(f"page {n}") for n in range(20_000)]
    sheet["pages"]["Count"] = 20_000
    return sheet.pdf()


def one_stream_a_thousand_times() -> bytes:
    """Contents that name one stream of 60 MB a thousand times."""
    sheet = x4()
    packed = zlib.compress(b" " * 60_000_000, 9)
    sheet.objects["blank"] = Stream({"Filter": Name("FlateDecode")}, packed)
    sheet["page"]["Contents"] = [Ref("blank")] * 1000
    return sheet.pdf()


def many_states() -> bytes:
    """Half a million states kept."""
    return _painting(b"q " * 500_000 + b"Q " * 500_000).pdf()


MAKERS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (
        form_in_itself,
        forms_doubling,
        pattern_in_itself,
        many_operators,
        many_pages,
        one_stream_a_thousand_times,
        many_states,
    )
}

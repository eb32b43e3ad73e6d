"""An SVG file as a tree of elements, each with its line; bounded, without entities, with nothing from outside."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from factsheet import limits
from factsheet.design.svg.refusals import LINE, broken

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"


def parsed(data: bytes) -> Element:
    """The root element of the SVG file ``data``.

    Raises:
        AssetError: it is none, too large, or not to be trusted.
    """
    if len(data) > limits.DRAWING_BYTES:
        hint = "save it without editing data and embedded pictures, or use a PNG"
        raise broken(f"it has {len(data):,} bytes; at most {limits.DRAWING_BYTES:,} are read", hint)
    if data.startswith(b"\x1f\x8b"):
        raise broken("it is a compressed SVG (SVGZ)", "save it as plain SVG")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise broken(f"it cannot be read as SVG: {expat.ErrorString(problem.code)} (line {problem.lineno})") from None
    except (ValueError, LookupError):
        raise broken("it cannot be read as SVG: its encoding is unknown") from None
    root = reader.builder.close()
    if name(root) != "svg":
        raise broken(f"it is no SVG: it starts with <{name(root) or 'something else'}>")
    return root


def name(element: Element) -> str:
    """The name of an SVG element; "" for those of other makers, which draw nothing."""
    tag = element.tag
    return tag.removeprefix(_SVG) if tag.startswith(_SVG) or not tag.startswith("{") else ""


def target(element: Element) -> str:
    """What ``element`` refers to."""
    return (element.get("href") or element.get(f"{_XLINK}href") or "").strip()


def referred(said: str) -> tuple[str, str]:
    """The reference in a value as ``url(#clip) none``, and what stands behind it; two empty texts where it is none."""
    inside, closed, after = said.removeprefix("url(").partition(")")
    if not closed or not said.startswith("url("):
        return "", ""
    return inside.strip().strip("\"'").strip(), after.strip()


class _Reader:
    """The parser and what it has built."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.depth = self.count = 0
        self.parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.builder.data
        parser.EntityDeclHandler = parser.SkippedEntityHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > limits.DRAWING_NESTING:
            raise broken(
                f"its groups stand in each other more than {limits.DRAWING_NESTING} deep", "ungroup some of them"
            )
        if self.count > limits.DRAWING_ELEMENTS:
            raise broken(f"it has more than {limits.DRAWING_ELEMENTS:,} parts", "simplify it, or use a PNG")
        made = {_qualified(key): value for key, value in attributes.items()}
        self.builder.start(_qualified(tag), {**made, LINE: str(self.parser.CurrentLineNumber)})

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(_qualified(tag))

    @staticmethod
    def _entity(*_: object) -> None:
        hint = "save it again as plain SVG (in Illustrator: without “Preserve Illustrator Editing Capabilities”)"
        raise broken("it uses entities, which are not read", hint)

    @staticmethod
    def _instruction(kind: str, _: str) -> None:
        if kind == "xml-stylesheet":
            raise broken("its style sheet lies outside of it", "save it with everything in the one file")


def _qualified(name: str) -> str:
    return f"{{{name}" if "}" in name else name

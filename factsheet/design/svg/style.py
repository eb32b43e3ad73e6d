"""What is said of each element of an SVG file: attributes, style sheets and ``style``, by the rules of CSS."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from factsheet import limits
from factsheet.design.svg.refusals import Refusals, broken
from factsheet.design.svg.tree import name

INHERITED: dict[str, str] = {
    "color": "black",
    "fill": "black",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "stroke-opacity": "1",
    "clip-rule": "nonzero",
    "visibility": "visible",
    "paint-order": "normal",
    "marker": "none",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
}
"""What an element has from the one around it, and the value at the root (SVG 2, property index)."""

_OWN: dict[str, str] = {
    "opacity": "1",
    "display": "inline",
    "clip-path": "none",
    "mask": "none",
    "mask-type": "luminance",
    "filter": "none",
    "mix-blend-mode": "normal",
    "vector-effect": "none",
    "transform": "none",
    "transform-origin": "0",
    "overflow": "",
    "background": "none",
    "background-color": "transparent",
    "stop-color": "black",
    "stop-opacity": "1",
}
"""What an element has for itself alone; of backgrounds only that of the whole drawing is seen."""

_ATTRIBUTES = (INHERITED.keys() | _OWN.keys()) - {"marker", "mix-blend-mode", "background", "background-color"}
"""What may be said in an attribute of that name."""

_MUTE_AT_RULES = {"charset", "font-face", "namespace"}

Said = dict[str, str]


class Cascade:
    """What is said of each element of a file, and the values that follow from it."""

    def __init__(self, root: Element, refusals: Refusals) -> None:
        """The style sheets below ``root`` applied to it."""
        self._said = _declared(root, refusals)
        self._around = {child: parent for parent in root.iter() for child in parent}

    def of(self, element: Element, around: Mapping[str, str]) -> dict[str, str]:
        """The values of all properties of ``element``, which stands in something of the values ``around``."""
        values = {key: around[key] for key in INHERITED} | _OWN
        for key, value in self._said.get(element, {}).items():
            if value == "inherit" or (value in _RESET and value != "initial" and key in INHERITED):
                values[key] = around.get(key, _OWN.get(key, ""))
            else:
                values[key] = (INHERITED | _OWN)[key] if value in _RESET else value
        return values

    def at_home(self, element: Element) -> dict[str, str]:
        """The values of ``element`` where it stands in the file, wherever it is used."""
        parent = self._around.get(element)
        return self.of(element, INHERITED if parent is None else self.at_home(parent))


_RESET = ("initial", "unset", "revert")


def _declared(root: Element, refusals: Refusals) -> dict[Element, Said]:
    """What is said of each element itself, the strongest word for each property."""
    wrapper = cssselect2.ElementWrapper.from_xml_root(root)
    matcher, count = cssselect2.Matcher(), 0
    for element in root.iter():
        if name(element) == "style" and (element.get("type") or "text/css") == "text/css":
            for selector, block in _rules(element, refusals):
                matcher.add_selector(selector, block)
                count += 1
                if count > limits.DRAWING_RULES:
                    raise broken(
                        f"its style sheets have more than {limits.DRAWING_RULES:,} rules", "save it as plain SVG"
                    )
    found: dict[Element, Said] = {}
    for each in wrapper.iter_subtree():
        element = each.etree_element
        own = {key: value.strip() for key, value in element.attrib.items() if key in _ATTRIBUTES}
        blocks: list[Block] = [block for *_, block in matcher.match(each)]
        if "style" in element.attrib:
            blocks.append(_declarations(tinycss2.parse_declaration_list(element.attrib["style"])))
        for wanted in (False, True):
            for block in blocks:
                own |= {key: value for key, value, important in block if important is wanted}
        found[element] = own
    return found


Block = list[tuple[str, str, bool]]
"""Properties with their values, and whether they are ``!important``."""


def _rules(element: Element, refusals: Refusals) -> Iterator[tuple[object, Block]]:
    """The rules of a style sheet: each selector with its declarations."""
    text = "".join(element.itertext())
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                refusals.add("style", element, tinycss2.serialize(rule.prelude).strip())
                continue
            block = _declarations(tinycss2.parse_declaration_list(rule.content))
            yield from ((selector, block) for selector in selectors if selector.pseudo_element is None)
        elif rule.type == "at-rule":
            _at_rule(rule.lower_at_keyword, tinycss2.serialize(rule.prelude), element, refusals)
        else:
            refusals.add("style", element)


def _at_rule(keyword: str, prelude: str, element: Element, refusals: Refusals) -> None:
    """What is not for paper is left out; the rest is refused."""
    if keyword in _MUTE_AT_RULES or (keyword == "media" and "".join(prelude.split()) == "(prefers-color-scheme:dark)"):
        return
    kind = {"import": "outside", "keyframes": "animation", "-webkit-keyframes": "animation"}.get(keyword, "style")
    refusals.add(kind, element, f"@{keyword}")


def _declarations(parsed: list[tinycss2.ast.Node]) -> Block:
    """The declarations among what was ``parsed`` that say something here."""
    known = INHERITED.keys() | _OWN.keys()
    return [
        (each.lower_name, tinycss2.serialize(each.value).strip(), each.important)
        for each in parsed
        if each.type == "declaration" and each.lower_name in known
    ]

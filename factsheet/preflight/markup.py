"""HTML that cannot be broken by what stands in a file: every text is escaped on its way in."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from unicodedata import category

_EMPTY = frozenset({"meta", "link", "img", "input", "br", "hr", "col", "rect", "circle", "line", "path", "image"})
"""Elements without content."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Content = str | Iterable["Content"] | None
"""What may stand in an element: text (escaped), Markup (as it is), many of them, or nothing."""


def element(name: str, /, *content: Content, **attributes: str | bool | float | None) -> Markup:
    """An element of HTML, or of SVG in it.

    In the names of attributes an underscore at the end is dropped, and one inside is a hyphen: ``class_``,
    ``aria_label``. An attribute that is true stands without a value; one that is false or None is left out.
    """
    told = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(
            f"<{name}{told}>" if name in {"meta", "link", "img", "input", "br", "hr", "col"} else f"<{name}{told}/>"
        )
    return Markup(f"<{name}{told}>{joined(*content)}</{name}>")


def joined(*content: Content) -> Markup:
    """All of ``content`` one after the other, texts escaped."""
    parts: list[str] = []
    for item in content:
        if isinstance(item, Markup):
            parts.append(item)
        elif isinstance(item, str):
            parts.append(escape(_visible(item)))
        elif item is not None:
            parts.append(joined(*item))
    return Markup("".join(parts))


def section(name: str, heading: str, *content: Content) -> Markup:
    """A section with the anchor ``name``, named by its heading."""
    head = element("h2", heading, id=f"{name}-heading")
    return element("section", head, content, id=name, aria_labelledby=f"{name}-heading")


def picture(media_type: str, data: bytes, alt: str, width: int, height: int, class_: str | None = None) -> Markup:
    """A picture that is inside the page itself, with its size in pixels."""
    source = f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
    return element("img", src=source, alt=alt, width=f"{width}", height=f"{height}", class_=class_)


def number(value: float) -> str:
    """A number as SVG takes it: at most two digits behind the point."""
    return f"{round(value, 2) + 0.0:g}"


def _attribute(key: str, value: str | bool | float | None) -> str:
    if value is None or value is False:
        return ""
    label = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {label}"
    text = number(value) if isinstance(value, int | float) else _visible(value)
    return f' {label}="{escape(text)}"'


def _visible(text: str) -> str:
    """``text`` with a dot for what HTML may not hold, and for what would turn the direction of the words after it."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("·" if category(char) in ("Cc", "Cs", "Cf", "Cn") and char != "\n" else char for char in text)

"""The web edition: one page of HTML with its faces and pictures in it, written from the logical tree.

It asks for nothing from anywhere, runs no script, and says the same words in the same order as the tagged PDF.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from factsheet.design.inks import RGB, Ink
from factsheet.design.press import Condition, condition
from factsheet.design.shades import PAPER, code, in_the_dark
from factsheet.design.theme import Theme
from factsheet.document import Document, Picture, Region, Words, walk
from factsheet.engine import Engine
from factsheet.paint.tree import Drawn, Node, tree
from factsheet.paint.web_body import At, Body, ground_of
from factsheet.paint.web_drawing import Brush, shapes
from factsheet.paint.web_looks import Faces, Looks, usual
from factsheet.paint.web_style import Design, style

_MOST_PIXELS = 1200
"""The most pixels across of a picture."""

_DENSITY = 3.6
"""The pixels of a picture for each point of its printed width: sharp on a screen with two pixels for one."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LONGEST = 300
"""The characters of a description."""

_EVERYWHERE = "0123456789.,: -–"
"""Characters that every face must show: the numbers of lists."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture that is shown where the page is linked.

    Attributes:
        name: The name of its file.
        alt: What it shows, in words.
        width: Its width in pixels.
        height: Its height.
    """

    name: str
    alt: str
    width: int
    height: int


def web(
    document: Document, theme: Theme, engine: Engine, card: Shown | None = None, press: Condition | None = None
) -> bytes:
    """The page of ``document``: the same bytes for the same document, always.

    ``press`` is the printing condition that pictures in ink are converted from; that of the house when not given.
    """
    return _Page(document, theme, engine, press or condition()).write(card).encode()


class _Page:
    def __init__(self, document: Document, theme: Theme, engine: Engine, press: Condition) -> None:
        self.document, self.theme, self.engine, self.press = document, theme, engine, press
        self.roots = tree(document)
        self.faces = Faces(self.roots, _EVERYWHERE)
        main = usual(self.roots[1:-1] or self.roots) or usual(self.roots)
        self.looks = Looks(main.size if main else 10.0, self.faces.families())
        self.body = Body(self.roots, document.anchors, self.looks, self._address)
        self.main = self.looks.named(main, PAPER) if main else ""

    def write(self, card: Shown | None) -> str:
        document = self.document
        content = self._content()
        sheet = self.faces.rules(self.engine) + style(self._design()) + self.looks.rules()
        tongue = document.language
        way = "rtl" if tongue.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
        return (
            f'<!doctype html>\n<html lang="{escape(tongue)}" dir="{way}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(document.title, quote=False)}</title>\n{self._told(card)}"
            f"<style>\n{sheet}</style>\n</head>\n"
            f'<body class="{self.main}">\n{content}</body>\n</html>\n'
        )

    # -- the head

    def _told(self, card: Shown | None) -> str:
        """What search engines and other pages show of this one."""
        document = self.document
        about = self._about()
        said = [("name", "description", about), ("name", "author", document.author)]
        said += [("name", "color-scheme", "light dark"), ("name", "generator", "factsheet")]
        said += [("property", "og:type", "article"), ("property", "og:title", document.title)]
        said += [("property", "og:description", about)]
        said += [("property", "og:locale", document.language.replace("-", "_"))]
        if card is not None:
            said += [("property", "og:image", card.name), ("property", "og:image:type", "image/png")]
            said += [("property", "og:image:width", str(card.width))]
            said += [("property", "og:image:height", str(card.height)), ("property", "og:image:alt", card.alt)]
            said += [("name", "twitter:card", "summary_large_image")]
        lines = [f'<meta {kind}="{name}" content="{escape(text)}">\n' for kind, name, text in said if text]
        ground = ground_of(self.roots[0])
        top = ground.rgb if ground else PAPER
        lines.append(f'<meta name="theme-color" content="{code(top)}" media="(prefers-color-scheme: light)">\n')
        dark = code(in_the_dark(top))
        lines.append(f'<meta name="theme-color" content="{dark}" media="(prefers-color-scheme: dark)">\n')
        return "".join(lines)

    def _about(self) -> str:
        """What the page is about: its subtitle, or its first paragraph."""
        paragraphs = (node.text() for root in self.roots[1:] for node in root.every("P"))
        text = self.document.subject or next(paragraphs, "")
        if len(text) <= _LONGEST:
            return text
        return text[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:–—") + "…"

    # -- the body

    def _content(self) -> str:
        head, *middle, close = self.roots
        sides = [root for root in middle if root.role == "Sect"]
        ground = ground_of(sides[0]) if sides else None
        kinds = ["sheet"]
        if any(root.kids for root in sides) and any(root.kids for root in middle if root.role != "Sect"):
            kinds.append("two")
        if ground is not None:
            kinds.append("tinted")
        inner = "".join(self._side(root) if root.role == "Sect" else self._story(root) for root in middle)
        return f'{self._head(head)}<div class="{" ".join(kinds)}">\n{inner}</div>\n{self._close(close)}'

    def _head(self, root: Node) -> str:
        """Label, title and subtitle on their ground, with the cover picture or the drawing of the theme."""
        at, told = self._at(root)
        figures = [kid for kid in root.nodes if kid.role == "Figure"]
        words = [kid for kid in root.kids if kid not in figures]
        cover = "".join(self.body.figure(node, at) for node in figures) or self._decoration()
        art = "" if cover else self._art()
        kind = "covered" if cover else "arted" if art else ""
        picture = f'<div class="cover">{cover}</div>\n' if cover else ""
        inner = self.body.blocks(words, at)
        return f'<header class="{kind}"{told}>\n{art}{picture}<div class="words">\n{inner}</div>\n</header>\n'

    def _decoration(self) -> str:
        """A cover picture that says nothing."""
        for region in self._regions("cover"):
            for _, _, item, path in walk(region.frame):
                if isinstance(item, Picture) and any(tag.role == "Artifact" for tag in path):
                    return f'<img alt="" src="{self._address(item)}">'
        return ""

    def _art(self) -> str:
        """The drawing of the theme."""
        for region in self._regions("ground"):
            parts = [Drawn(item, 0, x, y) for x, y, item, _ in walk(region.frame) if not isinstance(item, Words)]
            if len(parts) > _FEW and region.rect.y <= 0:
                brush = Brush(lambda ink: code(ink.rgb), lambda ink: code(ink.rgb), self._address, "art")
                box = f"0 0 {region.frame.width:.1f} {region.frame.height:.1f}"
                return f'<svg class="art" aria-hidden="true" viewBox="{box}">{shapes(parts[1:], brush)}</svg>\n'
        return ""

    def _regions(self, name: str) -> Sequence[Region]:
        return [region for region in self.document.pages[0].regions if region.name == name]

    def _story(self, root: Node) -> str:
        at = At(PAPER, self.main)
        return f"<main>\n{self.body.blocks(root.kids, at)}</main>\n"

    def _side(self, root: Node) -> str:
        if not root.kids:
            return ""
        at, told = self._at(root)
        label = f' aria-label="{escape(root.tag.title)}"' if root.tag.title else ""
        inner = self.body.blocks(root.kids, at)
        kind = ' class="tinted"' if at.ground != PAPER else ""
        return f'<aside{kind}{label}{told}>\n<div class="inner">\n{inner}</div>\n</aside>\n'

    def _close(self, root: Node) -> str:
        """The closing sentence, the address, and who made it when."""
        if not root.kids:
            return ""
        at, told = self._at(root)
        return f'<footer{told}>\n<div class="words">\n{self.body.blocks(root.kids, at)}</div>\n</footer>\n'

    def _at(self, root: Node) -> tuple[At, str]:
        """Where the nodes of ``root`` stand: on the ground that they have on the pages."""
        ground = ground_of(root)
        if ground is None or ground.rgb == PAPER:
            return At(PAPER, self.main), ""
        return At(ground.rgb), f' style="--ground:{self.looks.ground(ground.rgb)};background:var(--ground)"'

    # -- looks and pixels

    def _design(self) -> Design:
        theme, looks = self.theme, self.looks
        head = ground_of(self.roots[0])
        top = head.rgb if head else PAPER
        side = self._ink(theme.sidebar.ground)
        under = side.rgb if side else PAPER
        bar = theme.masthead.bar
        width = (f"{bar.width_mm * _MM:.1f}px" if bar.width_mm else "100%") if bar else ""
        foot = self._ink(theme.masthead.foot)
        return Design(
            paper=looks.ground(PAPER),
            rule=self._mark(theme.roles.rule, PAPER),
            side_rule=self._mark(theme.sidebar.roles.rule, under),
            line=self._line(theme.roles.line, PAPER),
            side_line=self._line(theme.sidebar.roles.line, under),
            accent=self._mark(theme.masthead.accent, top),
            mark=self._mark(theme.roles.accent, PAPER),
            bullet=looks.ink(theme.palette[theme.styles["bullet"].ink].rgb, PAPER),
            bar=(width, f"{max(bar.height_mm * _MM, 2):.1f}px" if bar else ""),
            foot=looks.line(foot.rgb, PAPER) if foot else "",
            left=theme.sidebar.side == "left",
            cover=theme.masthead.cover.place,
        )

    def _ink(self, name: str | None) -> Ink | None:
        return self.theme.palette[name] if name else None

    def _line(self, name: str, ground: RGB) -> str:
        rgb = self.theme.palette[name].rgb
        return self.looks.line(rgb, ground)

    def _mark(self, name: str, ground: RGB) -> str:
        return self.looks.mark(self.theme.palette[name].rgb, ground)

    def _address(self, item: Picture) -> str:
        """The pixels of ``item`` as an address that holds them."""
        from factsheet.design.pictures import portable  # noqa: PLC0415 - most factsheets have no picture

        across = min(_MOST_PIXELS, max(round(item.width * _DENSITY), 2))
        most = (across, max(round(across * 2.5), 2))
        pixels = self.engine.pixels(item.bitmap, "rgb", item.crop, most, self.press)
        kind, data = self.engine.once(("portable", pixels), lambda: portable(pixels))
        return f"data:{kind};base64,{b64encode(data).decode()}"


_FEW = 3
"""A ground with so few shapes is no drawing."""

_MM = 96 / 25.4 * 1.4
"""A millimetre of a theme's bar on a screen, in pixels."""

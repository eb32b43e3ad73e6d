"""How the texts of a page look: the looks of the laid-out document as classes of a style sheet, and its faces."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factsheet.design.fonts import Face
from factsheet.design.inks import RGB, Ink, ratio
from factsheet.design.shades import code, in_the_dark, is_dark, legible, turned
from factsheet.design.webfonts import woff2
from factsheet.engine import Engine
from factsheet.paint.tree import INLINE, Look, Node, Run, face_of
from factsheet.units import Pt

TEXT_REM = 1.0625
"""The size of running text on a page, in rem: 17 pixels."""

_LEAST_REM = 0.8125
"""The size of the smallest text."""

_LARGE = 1.7
"""The size from which a text gets smaller on a narrow screen, in shares of running text."""

_VISIBLE = 3.0
"""The least contrast of a shape and its ground (WCAG 2.2, 1.4.11)."""

_SYSTEM = {True: "Georgia,serif", False: "system-ui,sans-serif"}
"""The faces of the reader's own that stand in, for faces with serifs and without."""


_NUMBER = re.compile(r"[\d\s.,%‰/–−+()<>≤≥≈~-]*\d[\d\s.,%‰/–−+()-]*(\s?\S{1,6})?")


def is_number(text: str) -> bool:
    """Whether ``text`` is an amount: it stands at the right of its column."""
    return _NUMBER.fullmatch(text) is not None


def line(node: Node) -> Iterator[Run]:
    """The text right in ``node``, without that of the blocks in it."""
    for kid in node.kids:
        if isinstance(kid, Run):
            yield kid
        elif isinstance(kid, Node) and (kid.role in INLINE or not kid.role):
            yield from line(kid)


class Bases:
    """The plain look of each kind of text: what is strong or emphasised is told by how it differs from that."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        """The looks in ``nodes``; among texts of one role, size and colour, that of most letters is the plain one."""
        self._plain: dict[tuple[str, Pt, str], Counter[tuple[int, bool]]] = {}
        for node in nodes:
            self._count(node)

    def _count(self, node: Node) -> None:
        if node.role not in INLINE:
            for run in line(node):
                look = run.look
                found = self._plain.setdefault((node.role, look.size, look.ink.name), Counter())
                found[look.weight, look.italic] += len(run.text)
        for kid in node.nodes:
            self._count(kid)

    def of(self, node: Node) -> Look | None:
        """The plain look of the text right in ``node``; None where there is none."""
        kinds: Counter[tuple[Pt, str]] = Counter()
        for run in line(node):
            kinds[run.look.size, run.look.ink.name] += len(run.text.strip())
        if not kinds:
            return None
        kind = max(kinds, key=lambda one: kinds[one])
        looks = [run.look for run in line(node) if (run.look.size, run.look.ink.name) == kind]
        plain = self._plain.get((node.role, *kind))
        wanted = max(plain, key=lambda one: plain[one]) if plain else (looks[0].weight, looks[0].italic)
        return next((look for look in looks if (look.weight, look.italic) == wanted), _as_plain(looks[0], *wanted))


def _as_plain(look: Look, weight: int, italic: bool) -> Look:
    return Look(look.size, look.ink, weight, italic, look.capitals, look.tracking)


def usual(nodes: Sequence[Node]) -> Look | None:
    """The look of most letters in ``nodes``."""
    counts: Counter[Look] = Counter()
    for node in nodes:
        for run in node.runs():
            counts[run.look] += len(run.text)
    return max(counts, key=lambda look: counts[look]) if counts else None


@dataclass(slots=True)
class Looks:
    """The classes of a page, made as they are asked for.

    Attributes:
        unit: The size of running text in the document.
        families: The family of each look.
    """

    unit: Pt
    families: dict[Look, str]
    _classes: dict[str, str] = field(default_factory=dict)
    _colours: dict[tuple[str, str], str] = field(default_factory=dict)
    _themed: dict[str, str] = field(default_factory=dict)

    def named(self, look: Look, ground: RGB) -> str:
        """The class of text in ``look`` on ``ground``."""
        rule = self._rule(look) + f"color:{self.ink(look.ink.rgb, ground)}"
        return self._classes.setdefault(rule, f"t{len(self._classes) + 1}")

    def coloured(self, ink: Ink, ground: RGB) -> str:
        """The class of text that differs from the text around it in its colour alone."""
        rule = f"color:{self.ink(ink.rgb, ground)}"
        return self._classes.setdefault(rule, f"t{len(self._classes) + 1}")

    def ink(self, rgb: RGB, ground: RGB) -> str:
        """The colour of a text on ``ground``, on light pages and on dark ones."""
        under = in_the_dark(ground)
        dark = legible(rgb if under == ground else turned(rgb), under)
        return self._variable(legible(rgb, ground), dark)

    def ground(self, rgb: RGB) -> str:
        """The colour of a ground."""
        return self._variable(rgb, in_the_dark(rgb))

    def shape(self, rgb: RGB) -> str:
        """The colour of a shape on a page."""
        return self._variable(rgb, turned(rgb))

    def line(self, rgb: RGB, ground: RGB) -> str:
        """The colour of a rule on ``ground``."""
        return self._variable(rgb, rgb if is_dark(ground) else turned(rgb))

    def mark(self, rgb: RGB, ground: RGB) -> str:
        """The colour of what draws the eye on ``ground``: it stays as it is where it is seen in the dark, too."""
        seen = ratio(rgb, in_the_dark(ground)) >= _VISIBLE
        return self._variable(rgb, rgb if seen else turned(rgb))

    def _variable(self, light: RGB, dark: RGB) -> str:
        key = code(light), code(dark)
        return f"var(--{self._colours.setdefault(key, f'c{len(self._colours) + 1}')})"

    def _rule(self, look: Look) -> str:
        share = look.size / self.unit
        rem = max(share * TEXT_REM, _LEAST_REM)
        size = f"{rem:.3g}rem"
        if share >= _LARGE:
            least = 1 + 0.36 * rem
            size = f"clamp({least:.3g}rem,{least - 0.6:.3g}rem + {rem * 1.1:.3g}vw,{rem:.3g}rem)"
        height = 1.5 if share < 0.95 else 1.6 if share < 1.15 else 1.5 if share < 1.4 else 1.3 if share < 2 else 1.14
        rule = f"font:{'italic ' * look.italic}{look.weight} {size}/{height} {self.families[look]};"
        if look.capitals:
            rule += f"text-transform:uppercase;letter-spacing:{look.tracking or 0.06:g}em;"
        return rule

    def rules(self) -> str:
        """The style sheet of all that was asked for."""
        light = "".join(f"--{name}:{one};" for (one, _), name in self._colours.items())
        dark = "".join(f"--{name}:{other};" for (_, other), name in self._colours.items())
        classes = "".join(f".{name}{{{rule}}}\n" for rule, name in self._classes.items())
        screen = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        return f":root{{{light}}}\n{screen}{classes}"


class Faces:
    """The faces of a document: what each of them must show."""

    def __init__(self, nodes: Sequence[Node], further: str = "") -> None:
        """The faces of all text in ``nodes``; each can show ``further`` characters, too."""
        self._faces: dict[Face, None] = {}
        self._characters: dict[str, set[str]] = {}
        counts: dict[Look, Counter[str]] = {}
        for node in nodes:
            for run in node.runs():
                self._add(run, further)
                families = counts.setdefault(run.look, Counter())
                families[family(face_of(run.shaped))] += len(run.text)
        self._looks = counts

    def _add(self, run: Run, further: str) -> None:
        for shaped in run.shaped:
            self._faces.setdefault(shaped.face)
            text = shaped.text.replace("\u00ad", "-")
            found = self._characters.setdefault(family(shaped.face), set(further))
            found.update(text + text.upper() if run.look.capitals else text)

    def families(self) -> dict[Look, str]:
        """The families of each look: that of most of its letters, then all others of the document."""
        every = list(self._characters)
        found: dict[Look, str] = {}
        for look, counts in self._looks.items():
            first = max(counts, key=lambda one: counts[one])
            others = [name for name in every if name != first]
            found[look] = ",".join(f'"{name}"' for name in [first, *others]) + "," + _SYSTEM["Serif" in first]
        return found

    def rules(self, engine: Engine) -> str:
        """The style sheet that brings them along."""
        return "".join(self._rule(face, engine) for face in self._faces)

    def _rule(self, face: Face, engine: Engine) -> str:
        characters = frozenset(self._characters[family(face)])
        data = engine.once(("woff2", face.path, characters), lambda: woff2(face.path, characters))
        style = "italic" if face.italic_angle else "normal"
        return (
            f'@font-face{{font-family:"{family(face)}";font-weight:{face.weight};font-style:{style};'
            f"font-display:swap;src:url(data:font/woff2;base64,{b64encode(data).decode()}) format('woff2')}}\n"
        )


def family(face: Face) -> str:
    """What a page calls the family of ``face``: ``Noto Sans Condensed``."""
    name, _, cut = face.postscript_name.partition("-")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", name)
    width = re.search(r"(Semi|Extra)?Condensed", cut)
    return f"{spaced} {width[0]}" if width else spaced

"""One content stream, operator by operator: text, marked content, and the table of all operators."""

from collections.abc import Callable, Sequence
from typing import Any

from pypdf.generic import DictionaryObject

from factsheet.preflight.fonts import Font
from factsheet.preflight.graphics import AGAIN, Graphics
from factsheet.preflight.marks import Marked
from factsheet.preflight.matrices import IDENTITY, Matrix, bounds_of, corners, height, multiplied, six
from factsheet.preflight.operators import OPERATORS, Name, Odd, Slip, operations


class Stream(Graphics):
    """The interpreter of one content stream."""

    def run(self, data: bytes) -> None:
        """Do what the operators in ``data`` say."""
        page = self.page
        if page.content.full:
            return
        around = page.chain
        self._interpret(data)
        page.chain = around

    def _interpret(self, data: bytes) -> None:
        page = self.page
        for operator, operands in operations(data):
            page.count += 1
            if page.enough():
                return
            if isinstance(operator, Slip) or operator not in OPERATORS:
                what = str(operator) if isinstance(operator, Slip) else f"“{operator[:20]}” is no operator of PDF"
                page.tell("B-09", f"contents are not well formed: {what}", self.label, AGAIN)
                continue
            action = _ACTIONS.get(operator)
            if action is None:
                continue
            try:
                action(self, operands)
            except (TypeError, ValueError, IndexError, AttributeError, OverflowError):
                page.tell("B-09", f"the operands of {operator} are wrong", self.label, AGAIN, operator)
        if self.stack:
            page.tell("B-09", f"q is never closed by Q ({len(self.stack)} times)", self.label, AGAIN, "q")
        if self.in_text:
            page.tell("B-09", "a text object (BT) never ends", self.label, AGAIN, "BT")
        if self.marked:
            page.tell("B-09", "marked content (BMC, BDC) never ends", self.label, AGAIN, "BDC")

    # -- text

    def _begin_text(self, _: list[Any]) -> None:
        if self.in_text:
            self.page.tell("B-09", "text objects (BT) are nested", self.label, AGAIN, "BT")
        self.in_text, self.text, self.line = True, IDENTITY, IDENTITY

    def _end_text(self, _: list[Any]) -> None:
        if not self.in_text:
            self.page.tell("B-09", "ET ends what no BT has begun", self.label, AGAIN, "ET")
        self.in_text = False

    def _choose_font(self, values: list[Any]) -> None:
        raw = self._resource("Font", values[0])
        self.state = self.state._replace(font=self._font(raw) if raw is not None else None, size=float(values[1]))

    def _text_state(self, name: str, values: list[Any], factor: float = 1.0) -> None:
        changes: dict[str, Any] = {name: float(values[0]) * factor}
        self.state = self.state._replace(**changes)

    def _rendering(self, values: list[Any]) -> None:
        self.state = self.state._replace(rendering=int(values[0]))

    def _text_move(self, values: list[Any]) -> None:
        self.line = multiplied((1.0, 0.0, 0.0, 1.0, float(values[0]), float(values[1])), self.line)
        self.text = self.line

    def _text_move_leading(self, values: list[Any]) -> None:
        self.state = self.state._replace(leading=-float(values[1]))
        self._text_move(values)

    def _text_matrix(self, values: list[Any]) -> None:
        self.line = self.text = six(values)

    def _next_line(self, _: list[Any]) -> None:
        self._text_move([0.0, -self.state.leading])

    def _show_one(self, values: list[Any]) -> None:
        self._show([values[0]])

    def _show_array(self, values: list[Any]) -> None:
        self._show(values[0])

    def _show_next(self, values: list[Any]) -> None:
        self._next_line([])
        self._show([values[0]])

    def _show_spaced(self, values: list[Any]) -> None:
        self.state = self.state._replace(word_spacing=float(values[0]), spacing=float(values[1]))
        self._show_next([values[2]])

    def _show(self, pieces: Sequence[Any]) -> None:
        """Text, as one mark however many pieces it has."""
        state = self.state
        font, size = state.font, state.size
        advance, visible = 0.0, False
        shown: list[int] = []
        for piece in pieces:
            if not isinstance(piece, bytes):
                advance -= float(piece) / 1000 * size * state.stretch
                continue
            if isinstance(piece, Odd):
                self.page.content.odd.append((self.page.page.number, self.label))
            if font is None:
                visible = visible or bool(piece.strip())
                continue
            codes = font.codes(piece)
            shown += codes
            if state.rendering not in (3, 7):
                font.note(codes, self.page.page.number, self.label)
            for code in codes:
                space = state.word_spacing if font.is_space(code) else 0.0
                advance += (font.width(code) / 1000 * size + state.spacing + space) * state.stretch
                visible = visible or not font.is_blank(code)
        start = multiplied(self.text, state.matrix)
        self.text = multiplied((1.0, 0.0, 0.0, 1.0, advance, 0.0), self.text)
        if not visible or state.rendering in (3, 7):
            return
        if font is not None and font.drawings:
            self._drawings(font, pieces, start)
        foot, head = state.rise - 0.22 * size, state.rise + 0.72 * size
        whole = bounds_of(corners(0.0, foot, advance, head), start)
        effective = abs(size) * height(start)
        if state.rendering in (0, 2, 4, 6):
            self._mark(
                "text",
                whole,
                state.fill,
                state.fill_colour,
                over=state.over_fill,
                alpha=state.alpha_fill,
                pattern=state.fill_pattern,
                size=effective,
                codes=tuple(shown),
            )
        else:
            self._mark(
                "text",
                whole,
                state.stroke,
                state.stroke_colour,
                over=state.over_stroke,
                alpha=state.alpha_stroke,
                pattern=state.stroke_pattern,
                size=effective,
                codes=tuple(shown),
            )

    def _drawings(self, font: Font, pieces: Sequence[Any], start: Matrix) -> None:
        """Glyphs that are content streams of their own (9.6.5): each is looked at once."""
        for piece in pieces:
            for code in font.codes(piece) if isinstance(piece, bytes) else ():
                procedure = font.drawings.get(code)
                key = ("glyph", font.key, code)
                if procedure is None or key in self.page.seen or id(procedure) in self.path:
                    continue
                self.page.seen.add(key)
                data = self.opened.stream(procedure)
                if data is None:
                    continue
                state = self.state._replace(matrix=multiplied(font.matrix, start), fill_pattern=None)
                own = self.opened.get(font.dictionary, "Resources")
                resources = own if isinstance(own, DictionaryObject) else self.resources
                stream = Stream(
                    self.page,
                    resources,
                    state,
                    f"a glyph of font {font.label}",
                    (*self.path, id(procedure)),
                    aside=self.aside,
                )
                stream.glyph = True
                stream.run(data)

    def _uncolour(self, _: list[Any]) -> None:
        """A glyph that has no colour of its own (d1)."""
        self.uncoloured = True

    # -- marked content

    def _begin_marked(self, values: list[Any]) -> None:
        self.marked += 1
        page, content = self.page, self.page.content
        sequence = self._marked(str(values[0]) if values else "", values[1] if len(values) > 1 else None)
        content.sequences.append((sequence, page.chain))
        page.chain = (*page.chain, sequence)

    def _marked(self, tag: str, said: Any) -> Marked:
        """The sequence called ``tag`` with the properties ``said``: a dictionary, or the name of one (14.6.2)."""
        opened, number = self.opened, len(self.page.content.sequences)
        form = self.label if self.path else ""
        if isinstance(said, dict):
            mcid = said.get("MCID")
            language, actual = said.get("Lang"), said.get("ActualText")
            return Marked(
                tag, self.page.page.number, mcid if isinstance(mcid, int) else None, form,
                _said(language) or "", actual is not None or "Alt" in said, _said(actual), number,
            )  # fmt: skip
        found = opened.dictionary(self._resource("Properties", said)) if isinstance(said, Name) else {}
        mcid = opened.get(found, "MCID")
        actual = opened.get(found, "ActualText")
        return Marked(
            tag, self.page.page.number, int(mcid) if isinstance(mcid, int) else None, form,
            opened.text(opened.get(found, "Lang")), actual is not None or opened.get(found, "Alt") is not None,
            opened.text(actual) if actual is not None else None, number,
        )  # fmt: skip

    def _end_marked(self, _: list[Any]) -> None:
        self.marked -= 1
        if self.marked < 0:
            self.page.tell("B-09", "EMC ends what no BMC or BDC has begun", self.label, AGAIN, "EMC")
            self.marked = 0
        else:
            self.page.chain = self.page.chain[:-1]


def _said(value: Any) -> str | None:
    """A string in contents as text (7.9.2.2); None where it is none."""
    if not isinstance(value, bytes):
        return None
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")


_Action = Callable[[Stream, list[Any]], None]


def _device(name: str, *, stroke: bool) -> _Action:
    return lambda stream, values: stream._device(name, values, stroke=stroke)


def _paint(*, fill: bool = False, stroke: bool = False, close: bool = False) -> _Action:
    return lambda stream, _: stream._paint(fill=fill, stroke=stroke, close=close)


def _text(name: str, factor: float = 1.0) -> _Action:
    return lambda stream, values: stream._text_state(name, values, factor)


_S = Stream
_ACTIONS: dict[str, _Action] = {
    "q": _S._push,
    "Q": _S._pop,
    "cm": _S._concatenate,
    "w": _S._line_width,
    "ri": _S._intent,
    "gs": _S._graphics_state,
    "g": _device("DeviceGray", stroke=False),
    "G": _device("DeviceGray", stroke=True),
    "rg": _device("DeviceRGB", stroke=False),
    "RG": _device("DeviceRGB", stroke=True),
    "k": _device("DeviceCMYK", stroke=False),
    "K": _device("DeviceCMYK", stroke=True),
    "cs": lambda stream, v: stream._choose(v, stroke=False),
    "CS": lambda stream, v: stream._choose(v, stroke=True),
    "sc": lambda stream, v: stream._colour(v, stroke=False),
    "SC": lambda stream, v: stream._colour(v, stroke=True),
    "scn": lambda stream, v: stream._colour(v, stroke=False),
    "SCN": lambda stream, v: stream._colour(v, stroke=True),
    "m": _S._move,
    "l": _S._straight,
    "c": _S._curve,
    "v": _S._curve,
    "y": _S._curve,
    "h": _S._close,
    "re": _S._box,
    "W": _S._clip_path,
    "W*": _S._clip_path,
    "n": _paint(),
    "f": _paint(fill=True),
    "F": _paint(fill=True),
    "f*": _paint(fill=True),
    "S": _paint(stroke=True),
    "s": _paint(stroke=True, close=True),
    "B": _paint(fill=True, stroke=True),
    "B*": _paint(fill=True, stroke=True),
    "b": _paint(fill=True, stroke=True, close=True),
    "b*": _paint(fill=True, stroke=True, close=True),
    "sh": _S._shade,
    "Do": _S._draw,
    "BI": _S._inline,
    "BT": _S._begin_text,
    "ET": _S._end_text,
    "Tf": _S._choose_font,
    "Tz": _text("stretch", 0.01),
    "Tc": _text("spacing"),
    "Tw": _text("word_spacing"),
    "Ts": _text("rise"),
    "TL": _text("leading"),
    "Tr": _S._rendering,
    "Td": _S._text_move,
    "TD": _S._text_move_leading,
    "Tm": _S._text_matrix,
    "T*": _S._next_line,
    "Tj": _S._show_one,
    "TJ": _S._show_array,
    "'": _S._show_next,
    '"': _S._show_spaced,
    "d1": _S._uncolour,
    "BMC": _S._begin_marked,
    "BDC": _S._begin_marked,
    "EMC": _S._end_marked,
}
"""What each operator does that does anything here."""

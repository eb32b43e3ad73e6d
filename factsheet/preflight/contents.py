"""The contents of every page of any file, interpreted as a press would (ISO 32000-1, 8 and 9).

Pages, forms, patterns, glyphs that are drawings, and soft masks. Nothing here falls over a damaged file: what is wrong
is told as hits.
"""

from typing import Any, Literal

from pypdf.generic import DictionaryObject, StreamObject

from factsheet.preflight.colours import space_of
from factsheet.preflight.graphics import AGAIN, MOST_NESTED_FORMS, State, matrix_of
from factsheet.preflight.marks import Content, Group, Marked
from factsheet.preflight.matrices import EVERYTHING, IDENTITY, NOTHING, bounds_of, common, corners, multiplied
from factsheet.preflight.opened import Opened, OpenPage
from factsheet.preflight.rules import error
from factsheet.preflight.stream import Stream

MOST_OPERATORS = 1_000_000
"""The most operators of one file that are looked at, those of a form as often as it is drawn."""

FORM_COST = 20
"""As many operators as drawing a form once weighs."""


def read_content(opened: Opened) -> Content:
    """What the pages of ``opened`` paint."""
    content = Content()
    for page in opened.pages:
        content.marks[page.number] = []
        if not content.full:
            Page(opened, page, content).read()
    return content


class Page:
    """The interpreter of one page."""

    def __init__(self, opened: Opened, page: OpenPage, content: Content) -> None:
        self.opened, self.page, self.content = opened, page, content
        self.count = 0
        self.base = IDENTITY
        self.seen: set[tuple[Any, ...]] = set()
        self.told: set[tuple[str, str, str]] = set()
        self.chain: tuple[Marked, ...] = ()

    def read(self) -> None:
        """Everything that the page paints."""
        opened, page = self.opened, self.page
        resources, own = opened.resources(page)
        if not own and resources:
            self.tell("B-13", "the page has no resources of its own", page.label, "export the file again")
        group = opened.get(page.dictionary, "Group")
        if isinstance(group, DictionaryObject):
            self.group(group, resources, page.label, "page")
        data = b"\n".join(opened.contents(page))
        clip = (page.media.x, page.media.y, page.media.right, page.media.bottom)
        self._run(data, resources, State(clip=clip), f"contents of page {page.number}", (), aside=False)
        self._appearances()

    def _appearances(self) -> None:
        """What annotations show when the page is printed (12.5.5)."""
        for reference in self.opened.array(self.opened.get(self.page.dictionary, "Annots")):
            note = self.opened.resolve(reference)
            hidden = int(self.opened.number(self.opened.get(note, "F"))) & 2
            shown = self.opened.get(note, "AP", "N")
            if isinstance(shown, StreamObject) and not hidden:
                state = State(clip=EVERYTHING)
                self.form(shown, self.opened.label(reference), state, DictionaryObject(), (), aside=True)

    # -- one stream

    def _run(
        self, data: bytes, resources: DictionaryObject, state: State, label: str, path: tuple[int, ...], *, aside: bool
    ) -> None:
        Stream(self, resources, state, label, path, aside=aside).run(data)

    def enough(self) -> bool:
        """Count one operator more; whether that is one too many."""
        content = self.content
        content.operators += 1
        if content.operators > MOST_OPERATORS and not content.full:
            content.full = True
            said = f"the file has more than {MOST_OPERATORS:,} operators: what follows was not looked at"
            self.tell("B-09", said, self.page.label, "simplify the drawings, or divide the file")
        return content.full

    def tell(self, rule: str, message: str, label: str, hint: str, found: str = "") -> None:
        """Remember what is wrong with the contents, once."""
        if (rule, message, label) not in self.told:
            self.told.add((rule, message, label))
            self.content.hits.append(error(rule, message, page=self.page.number, thing=label, found=found, hint=hint))

    def group(
        self,
        group: DictionaryObject,
        resources: DictionaryObject,
        label: str,
        where: Literal["page", "form", "mask"],
        *,
        luminosity: bool = False,
    ) -> None:
        """Remember a transparency group (11.4.7)."""
        if self.opened.name(self.opened.get(group, "S")) != "Transparency":
            return
        raw = self.opened.raw(group, "CS")
        space = space_of(self.opened, raw, resources) if raw is not None else None
        key = ("group", label, where)
        if key not in self.seen:
            self.seen.add(key)
            self.content.groups.append(Group(self.page.number, label, space, where, luminosity))

    def form(
        self,
        form: StreamObject,
        label: str,
        state: State,
        outer: DictionaryObject,
        path: tuple[int, ...],
        *,
        aside: bool,
    ) -> None:
        """A form XObject (8.10)."""
        if id(form) in path:
            self.tell("B-09", "a form draws itself", label, AGAIN)
            return
        if len(path) >= MOST_NESTED_FORMS:
            self.tell("B-09", f"forms are nested more than {MOST_NESTED_FORMS} deep", label, AGAIN)
            return
        self.content.operators += FORM_COST
        data = self.opened.stream(form)
        if data is None:
            self.tell("B-09", "the contents of a form cannot be read", label, "export the file again")
            return
        own = self.opened.get(form, "Resources")
        resources = own if isinstance(own, DictionaryObject) else outer
        matrix = matrix_of(self.opened, self.opened.get(form, "Matrix"))
        inside = state._replace(matrix=multiplied(matrix, state.matrix))
        box = [self.opened.number(v) for v in self.opened.array(self.opened.get(form, "BBox"))]
        if len(box) == 4:
            inside = inside._replace(clip=common(inside.clip, bounds_of(corners(*box), inside.matrix)) or NOTHING)
        group = self.opened.get(form, "Group")
        if isinstance(group, DictionaryObject):
            if ("group", label, "mask") not in self.seen:
                self.group(group, resources, label, "form")
            inside = inside._replace(alpha_fill=1.0, alpha_stroke=1.0, masked=False)
        if self.opened.get(form, "StructParents") is not None:
            self.content.drawn[label] = self.content.drawn.get(label, 0) + 1
        stream = Stream(self, resources, inside, label, (*path, id(form)), aside=aside)
        stream.borrowed = not isinstance(own, DictionaryObject)
        stream.run(data)

"""Contents and structure tree together: everything painted is tagged or an artefact, and both sides agree."""

from collections import Counter
from collections.abc import Iterator

from pypdf.generic import ArrayObject

from factsheet.preflight.context import Context
from factsheet.preflight.gathered import gathered, places
from factsheet.preflight.graphics import true
from factsheet.preflight.hits import Hit
from factsheet.preflight.marks import Mark, Marked
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error, warning
from factsheet.preflight.tree import Held

_AGAIN = "export it anew as a tagged PDF"


def painted(opened: Opened, context: Context) -> Iterator[Hit]:
    """01-005: nothing is painted that is neither tagged content nor an artefact."""
    owners = context.owners

    def wrong(mark: Mark) -> str:
        if mark.aside or any(one.tag == "Artifact" for one in mark.chain):
            return ""
        numbered = [one for one in mark.chain if one.mcid is not None]
        if any((one.page, one.mcid, one.form) in owners for one in numbered if one.mcid is not None):
            return ""
        return "the structure tree does not know its number" if numbered else "it has no tag"

    for mark, count, how in gathered(context.content.all(), wrong):
        what = _KINDS[mark.kind] if count == 1 else f"{_KINDS[mark.kind]}, and {count - 1} more"
        yield error(
            "01-005",
            f"{what}: neither content with a tag nor an artefact: {how}",
            page=mark.page,
            thing=mark.label,
            place=places(opened, mark),
            hint=_AGAIN,
        )


_KINDS = {
    "text": "a piece of text",
    "fill": "a shape",
    "stroke": "a line",
    "image": "a picture",
    "shading": "a shading",
}


def nested(_: Opened, context: Context) -> Iterator[Hit]:
    """01-003, 01-004: no artefact inside tagged content, no tagged content inside an artefact."""
    told: set[tuple[str, int]] = set()
    for sequence, around in context.content.sequences:
        if sequence.tag == "Artifact" and any(one.mcid is not None for one in around):
            rule, message = "01-003", "an artefact stands inside tagged content"
        elif sequence.mcid is not None and any(one.tag == "Artifact" for one in around):
            rule, message = "01-004", "tagged content stands inside an artefact"
        else:
            continue
        if (rule, sequence.page) not in told:
            told.add((rule, sequence.page))
            yield error(rule, message, page=sequence.page, thing=_named(sequence), hint=_AGAIN)


def _named(sequence: Marked) -> str:
    return sequence.tag if sequence.mcid is None else f"{sequence.tag} {sequence.mcid}"


def parents(opened: Opened, context: Context) -> Iterator[Hit]:
    """UA-parenttree: numbers of contents lead to the element that holds them, and back."""
    if not context.tree.present:
        return
    found: dict[tuple[int, int, str], int] = Counter(
        (one.page, one.mcid, one.form) for one, _ in context.content.sequences if one.mcid is not None
    )
    twice = [key for key, count in found.items() if count > 1 and not key[2]]
    for page, mcid, _form in twice[:_MOST_TOLD]:
        yield _parent(f"marked content {mcid} stands on the page twice", page=page)
    inside = {(mcid, form) for _, mcid, form in found if form}
    for element in context.tree.all():
        lost = [piece for piece in element.pieces if piece not in found and (piece.mcid, piece.form) not in inside]
        if lost:
            said = f"an element ({element.said}) holds marked content {lost[0].mcid}, which the page does not have"
            more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
            yield _parent(said + more, page=lost[0].page, thing=element.label)
    held = Counter(piece for element in context.tree.all() for piece in element.pieces)
    for piece, count in [(piece, count) for piece, count in held.items() if count > 1][:_MOST_TOLD]:
        yield _parent(f"marked content {piece.mcid} stands in {count} elements", page=piece.page)
    yield from _rows(opened, context)


_MOST_TOLD = 100
"""The most pieces that are told one by one."""


def _parent(message: str, page: int = 0, thing: str = "") -> Hit:
    return error("UA-parenttree", message, page=page, thing=thing, hint=_AGAIN)


def _rows(opened: Opened, context: Context) -> Iterator[Hit]:
    """The parent tree: what it says of each page, form and annotation."""
    rows = number_tree(opened, opened.get(opened.catalog, "StructTreeRoot", "ParentTree"))
    holder = {
        (piece.page, piece.mcid, piece.form): element for element in context.tree.all() for piece in element.pieces
    }
    following = opened.get(opened.catalog, "StructTreeRoot", "ParentTreeNextKey")
    if rows and following is not None and opened.number(following) <= max(rows):
        yield _parent(f"the next key of the parent tree ({opened.number(following):g}) is in use already")
    on_pages: dict[int, list[int]] = {}
    for one, _ in context.content.sequences:
        if one.mcid is not None and not one.form:
            on_pages.setdefault(one.page, []).append(one.mcid)
    for page in opened.pages:
        numbers = sorted(on_pages.get(page.number, []))
        raw = opened.get(page.dictionary, "StructParents")
        if raw is None:
            if numbers:
                said = "the page has marked content, but no key of the parent tree (StructParents)"
                yield _parent(said, page=page.number, thing=page.label)
            continue
        row = opened.resolve(rows.get(int(opened.number(raw))))
        entries = list(row) if isinstance(row, ArrayObject) else []
        wrong = [
            mcid for mcid in dict.fromkeys(numbers)
            if (element := holder.get((page.number, mcid, ""))) is not None
            and (mcid >= len(entries) or opened.label(entries[mcid]) != element.label)
        ]  # fmt: skip
        if wrong:
            said = f"the parent tree does not lead from marked content {wrong[0]} to the element that holds it"
            more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            yield _parent(said + more, page=page.number, thing=page.label)
    yield from _annotations(opened, context, rows)


def _annotations(opened: Opened, context: Context, rows: dict[int, object]) -> Iterator[Hit]:
    holder = {kid.label: element for element in context.tree.all() for kid in element.kids if isinstance(kid, Held)}
    for page in opened.pages:
        for reference in opened.array(opened.get(page.dictionary, "Annots")):
            label, note = opened.label(reference), opened.resolve(reference)
            element = holder.get(label)
            raw = opened.get(note, "StructParent")
            if element is None and raw is None:
                continue  # that it is not in the tree is told by 28-011 and its like
            row = rows.get(int(opened.number(raw))) if raw is not None else None
            if element is None or row is None or opened.label(row) != element.label:
                said = "the parent tree does not lead from an annotation to the element that holds it"
                yield _parent(said, page=page.number, thing=label)


def number_tree(opened: Opened, root: object) -> dict[int, object]:
    """The entries of a number tree (7.9.7) as they are written."""
    found: dict[int, object] = {}
    waiting, seen = [root], 0
    while waiting and seen < _MOST_NODES:
        node = opened.resolve(waiting.pop())
        seen += 1
        numbers = opened.array(opened.get(node, "Nums"))
        for key, value in zip(numbers[::2], numbers[1::2], strict=False):
            found[int(opened.number(key))] = value
        waiting += opened.array(opened.get(node, "Kids"))
    return found


_MOST_NODES = 50_000


def forms(_: Opened, context: Context) -> Iterator[Hit]:
    """30-002: a form with content of the tree is drawn once."""
    inside = {one.form for one, _ in context.content.sequences if one.form and one.mcid is not None}
    for label, count in context.content.drawn.items():
        if count > 1 and label in inside:
            said = f"a form with marked content of its own is drawn {count} times"
            yield error("30-002", said, thing=label, found=f"{count}", limit="1", hint=_AGAIN)


def marked(opened: Opened, context: Context) -> Iterator[Hit]:
    """UA-6.2, 01-007, UA-7.1, UA-doc-root: the file says that it is tagged, and has a tree with a document on top."""
    info = opened.get(opened.catalog, "MarkInfo")
    if not true(opened.get(info, "Marked")):
        yield error("UA-6.2", "the file does not say that it is tagged (MarkInfo)", thing="catalogue", hint=_AGAIN)
    if true(opened.get(info, "Suspects")):
        said = "the file says itself that its tags may be wrong (Suspects)"
        yield error("01-007", said, thing="catalogue", found="true", limit="false", hint="have the tags checked")
    tree = context.tree
    if not tree.present or not tree.top:
        yield error("UA-7.1", "the file has no structure tree: it is not tagged", thing="catalogue", hint=_AGAIN)
        return
    for label, what in tree.faults:
        yield error("UA-7.1", f"the structure tree is damaged: {what}", thing=label, hint=_AGAIN)
    if tree.full:
        yield error("UA-7.1", "the structure tree is larger than what is looked at", hint="divide the file")
    if [element.role for element in tree.top] != ["Document"]:
        found = ", ".join(element.said for element in tree.top[:5])
        said = "the top of the structure tree is not one Document"
        yield warning("UA-doc-root", said, thing="catalogue", found=found, limit="Document", hint=_AGAIN)


JUDGES = (
    (("01-005",), painted),
    (("01-003", "01-004"), nested),
    (("UA-parenttree",), parents),
    (("30-002",), forms),
    (("UA-6.2", "01-007", "UA-7.1", "UA-doc-root"), marked),
)

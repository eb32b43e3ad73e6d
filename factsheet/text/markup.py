"""Inline markup: the small part of CommonMark that authors may use; all else is printed as typed."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

SCHEMES = ("http:", "https:", "mailto:", "tel:")
_MARKED = re.compile(r"[*\[\\]")
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
"""What stands between two paragraphs."""

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_FAILED_LINK = re.compile(r"\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text set in one way.

    Attributes:
        text: The characters, white space not yet folded.
        strong: Whether it is set in bold.
        emphasis: Whether it is set in italics.
        href: The target, where it is a link.
        note: The label of the footnote, where it is a footnote mark; ``text`` is then empty.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    note: str = ""


def spans(text: str) -> tuple[Span, ...]:
    """``text`` as spans: ``**strong**``, ``*emphasis*``, ``[link](https://…)``, ``[^1]`` and escapes understood."""
    if not _MARKED.search(text):
        return (Span(text),)
    found: list[Span] = []
    for part in BLANK_LINE.split(text):
        found += [Span("\n\n")] if found else []
        found += _spans(part)
    return tuple(found)


def _spans(text: str) -> list[Span]:
    """One paragraph as spans."""
    found: list[Span] = []
    strong = emphasis = 0
    href = ""
    for token in _parser().parseInline(re.sub(r"\s*\n\s*", " ", text))[0].children or ():
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                href = str(token.attrs["href"])
            case "link_close":
                href = ""
            case "note":
                found.append(Span("", note=token.content))
            case _ if token.content:
                found.append(Span(token.content, strong > 0, emphasis > 0, href))
    return found


def plain(text: str) -> str:
    """``text`` without its markup, footnote marks left out."""
    return "".join(span.text for span in spans(text))


def labels(text: str) -> list[str]:
    """The labels of the footnotes that ``text`` refers to, in order."""
    return [span.note for span in spans(text) if span.note]


def slips(text: str) -> list[tuple[int, str, str]]:
    """What looks like markup and is none: offset, what is wrong, and what to write."""
    if not _MARKED.search(text):
        return []
    wrong: list[tuple[int, str, str]] = []
    shown = plain(text)
    for match in _FAILED_LINK.finditer(shown):
        if match[0] not in text:
            continue  # its brackets are escaped: it is meant as typed
        wrong.append(
            (
                max(text.find(match[0]), 0),
                f"{match[0]} is no link, so it is printed as typed",
                "a link is written [text](https://…); it may start with http, https, mailto or tel",
            )
        )
    if "**" in shown and "\\*" not in text:
        wrong.append(
            (
                _lonely(text),
                "a ** has no partner, so it is printed as typed",
                "write **strong** with no space inside the asterisks, or \\*\\* for asterisks that are meant",
            )
        )
    for token in _parser().parseInline(text)[0].children or ():
        if token.type == "link_open" and token.attrs.get("title"):
            wrong.append(
                (
                    max(text.find(str(token.attrs["title"])), 0),
                    f"the title “{token.attrs['title']}” of a link is printed nowhere",
                    "put these words into the text, or leave them out",
                )
            )
    return wrong


def _lonely(text: str) -> int:
    """The offset of the ``**`` without which nothing of the kind would be left over."""
    found = [match.start() for match in re.finditer(re.escape("**"), text)]
    return next((at for at in found if "**" not in plain(text[:at] + text[at + 2 :])), found[-1])


@cache
def _parser() -> "MarkdownIt":
    """CommonMark with everything off but emphasis, links and escapes, and with our footnote marks."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms that most specs need not pay

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
            return url.lower().startswith(SCHEMES)

    parser = Parser("zero").enable(["emphasis", "link", "escape", "balance_pairs"])
    parser.inline.ruler.before("emphasis", "underscore", _underscore)
    parser.inline.ruler.before("link", "note", _note)
    return parser


def _underscore(state: Any, silent: bool) -> bool:
    """An underscore is an underscore, not emphasis."""
    if state.src[state.pos] != "_":
        return False
    if not silent:
        state.pending += "_"
    state.pos += 1
    return True


def _note(state: Any, silent: bool) -> bool:
    """A footnote mark, ``[^1]``."""
    match = _NOTE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("note", "", 0).content = match[1]
    state.pos = match.end()
    return True

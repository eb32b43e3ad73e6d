"""A source to a validated factsheet: all that is wrong with it, in plain words, in one run."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from factsheet.blocks import registry
from factsheet.blocks.base import LANGUAGE, Block
from factsheet.blocks.heading import Heading, Subheading
from factsheet.findings import Finding, Where
from factsheet.i18n.language import Language, language
from factsheet.source import Scalar, Source
from factsheet.spec import themes
from factsheet.spec.faults import Path, keys_of, unknown, validated
from factsheet.spec.model import Factsheet

_START = "start each block with its name, as in “- text: …”"


def validate(source: Source) -> tuple[Factsheet | None, list[Finding]]:
    """The factsheet in ``source``, or None where anything is wrong; and all findings in the order of their lines."""
    findings = list(source.findings)
    sheet = _sheet(source, findings)
    findings = list(dict.fromkeys(findings))
    findings.sort(key=lambda f: (f.where.line, f.where.column))
    return (None if any(f.severity == "error" for f in findings) else sheet), findings


def _sheet(source: Source, findings: list[Finding]) -> Factsheet | None:
    data = source.data
    if data is None:
        findings.append(Finding("empty", "the file is empty", where=source.where(()), hint="begin with title: …"))
        return None
    if not isinstance(data, dict):
        findings.append(
            Finding(
                "wrong-type",
                "a spec starts with keys, as in “title: …”",
                where=source.where(()),
                hint="write title: and the title in the first line",
            )
        )
        return None
    made: dict[str, Any] = dict(data)
    for region in ("main", "sidebar"):
        if region in made:
            made[region] = _blocks(source, region, findings)
    sheet = validated(Factsheet, made, (), source, findings)
    if sheet is None:
        return None
    beside = FilePath(source.name).parent
    if themes.find(sheet.theme, beside) is None:
        known = themes.names(beside)
        close = get_close_matches(sheet.theme, known, 1)
        hint = f"did you mean {close[0]}?" if close else f"themes: {', '.join(known)}"
        message = f"there is no theme “{sheet.theme}”"
        findings.append(Finding("unknown-theme", message, where=source.where(("theme",)), hint=hint))
    if (words := len(sheet.title.split())) > _LONG_TITLE:
        message, hint = f"the title has {words} words", "say it in ten or fewer, and put the rest into subtitle:"
        findings.append(Finding("long-title", message, "warning", sheet.title.where, hint))
    return sheet.read_from(source)


_LONG_TITLE = 25
"""The most words of a title that is read at a glance."""


def _blocks(source: Source, region: str, findings: list[Finding]) -> tuple[Block, ...]:
    items = source.data[region]
    where = source.where((region,))
    if items is None:
        findings.append(Finding("empty", f"“{region}” has no blocks", "warning", source.key_where((region,)), _START))
        return ()
    if not isinstance(items, list):
        findings.append(Finding("wrong-type", f"“{region}” is a list of blocks", where=where, hint=_START))
        return ()
    if not items:
        findings.append(Finding("empty", f"“{region}” has no blocks", "warning", where, _START))
    made = [_block(source, region, n, item, findings) for n, item in enumerate(items)]
    for n, block in enumerate(made):
        if block is not None:
            findings += block.judge(partial(_tongue, source), partial(_place, source, region, n))
    found = tuple(block for block in made if block is not None)
    last = next((block for block in reversed(made) if block is None or not block.steers), None)
    if isinstance(last, Heading | Subheading):
        hint = "write what belongs below it, or delete it"
        findings.append(Finding("lone-heading", "nothing stands below this heading", "warning", last.where, hint))
    findings += [
        Finding("no-effect", f"this {block.key}: changes nothing", "warning", block.where, "delete it")
        for block in _idle(found)
    ]
    return found


def _tongue(source: Source) -> Language:
    """The language of the factsheet, or English where what is written for it names none."""
    tag = str(source.data.get("language"))
    return language(tag if LANGUAGE.fullmatch(tag) else "en")


def _place(source: Source, *path: str | int) -> Where:
    return source.where(path)


def _idle(blocks: Sequence[Block]) -> Iterator[Block]:
    """Those that steer and have nothing to steer: nothing follows, or a new page is begun where one begins."""
    content = [n for n, block in enumerate(blocks) if not block.steers]
    first, last = (content[0], content[-1]) if content else (0, -1)
    for n, block in enumerate(blocks):
        doubled = n + 1 < len(blocks) and type(blocks[n + 1]) is type(block)
        if block.steers and (n > last or doubled or (block.key == "page" and n < first)):
            yield block


def _block(source: Source, region: str, n: int, item: Any, findings: list[Finding]) -> Block | None:
    path: Path = (region, n)
    kinds = registry()
    if not isinstance(item, dict) or not item:
        findings.append(_no_block(item, source, path))
        return None
    if flat := _flat(item, kinds):
        findings.append(_too_far_left(flat, item, path, source))
        return None
    found = [key for key in item if key in kinds]
    strange = [key for key in item if key not in kinds and key not in _BESIDE]
    for key in strange:
        if found:
            beside = _BESIDE if region == "sidebar" else _BESIDE[1:]
            allowed = [found[0], *beside]
            said = " and ".join(f"{key}:" for key in beside)
            hint = f"start each block with a - of its own; beside {found[0]}: nothing else may stand but {said}"
            findings.append(unknown(key, allowed, "key", (*path, key), source, hint))
        else:
            findings.append(unknown(key, _allowed(region), "block", (*path, key), source))
    if not found:
        if not strange:
            findings.append(_alone(source, path, region, "title" if "title" in item else "language"))
        return None
    if len(found) > 1:
        message = f"“{found[0]}” and “{found[1]}” stand in one item"
        where = source.key_where((*path, found[1]))
        findings.append(Finding("two-blocks", message, where=where, hint="start each block with a - of its own"))
        return None
    kind = kinds[found[0]]
    if region == "main" and "title" in item:
        where, hint = source.key_where((*path, "title")), "write “- heading: …” before the block"
        findings.append(Finding("misplaced", "a title: belongs to blocks of the sidebar", where=where, hint=hint))
    if region == "main" and kind.place == "sidebar":
        where, hint = source.key_where((*path, kind.key)), "move the block below sidebar:"
        findings.append(Finding("misplaced", f"“{kind.key}” belongs in the sidebar", where=where, hint=hint))
    own = (kind.key, *_BESIDE) if region == "sidebar" else (kind.key, *_BESIDE[1:])
    content = {key: item[key] for key in own if key in item}
    block = validated(kind, content, path, source, findings)
    return block.placed(source.key_where((*path, kind.key))) if block is not None else None


def _allowed(region: str) -> list[str]:
    """The keys that may start a block of ``region``."""
    if region == "sidebar":
        return [*registry(), "title"]
    return [key for key, kind in registry().items() if kind.place == "main"]


def _flat(item: dict[str, Any], kinds: Mapping[str, type[Block]]) -> str:
    """The block whose own keys stand beside its name, not below it; "" where there is none."""
    for key, value in item.items():
        others = [other for other in item if other not in (key, *_BESIDE)]
        if key in kinds and value is None and others and set(others) <= set(keys_of(kinds[key], (key,))):
            return key
    return ""


def _too_far_left(key: str, item: dict[str, Any], path: Path, source: Source) -> Finding:
    others = [other for other in item if other != key]
    message = f"what belongs to “{key}” stands beside it, not below it"
    hint = f"put two more spaces before {' and '.join(f'{other}:' for other in others)}"
    return Finding("indentation", message, where=source.key_where((*path, others[0])), hint=hint)


def _no_block(item: Any, source: Source, path: Path) -> Finding:
    """What stands at ``path`` instead of a block."""
    where = source.where(path)
    if isinstance(item, Scalar) and item in registry():
        return Finding("empty", f"the block “{item}” is empty", where=where, hint=f"write - {item}: and its content")
    if isinstance(item, Scalar):
        hint = "write “- text: …” for a paragraph"
        return Finding("wrong-type", "a text stands where a block should be", where=where, hint=hint)
    if not item:
        hint = "write a block after the dash, or delete it"
        return Finding("wrong-type", "an empty item stands where a block should be", where=where, hint=hint)
    return Finding("wrong-type", "a list stands where a block should be", where=where, hint=_START)


def _alone(source: Source, path: Path, region: str, key: str) -> Finding:
    hint = "write the block below it in the same item, as in “  text: …”"
    if region == "main" and key == "title":
        hint = "write “- heading: …” for a heading of the main story"
    return Finding("missing", f"a {key} stands alone, without a block", where=source.where(path), hint=hint)


_BESIDE = ("title", "language")
"""What may stand beside the key of a block: its title in the sidebar, and its language."""

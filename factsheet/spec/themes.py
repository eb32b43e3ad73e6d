"""Themes as files: found beside the spec or in the package, validated like a spec, and judged."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factsheet.design import theme as themes
from factsheet.design.fonts import folder
from factsheet.design.theme import Theme
from factsheet.findings import Finding
from factsheet.source import Source, read
from factsheet.spec.faults import validated

SUFFIX = ".theme.yaml"
BASE = "based_on"


def find(name: str, beside: Path) -> Path | None:
    """The file of the theme ``name``: the one in the folder ``beside``, or the one that ships; None: there is none."""
    for path in (beside / f"{name}{SUFFIX}", themes.FOLDER / f"{name}.yaml"):
        if path.is_file():
            return path
    return None


def names(beside: Path) -> list[str]:
    """The names of all themes that a spec in the folder ``beside`` may ask for."""
    own = [path.name.removesuffix(SUFFIX) for path in beside.glob(f"*{SUFFIX}")]
    return sorted({*own, *themes.names()})


def load(path: Path) -> tuple[Theme | None, list[Finding]]:
    """The theme in the file at ``path``, or None where anything is wrong; and all findings in the order of their lines.

    Raises:
        SpecError: it cannot be read, or is not YAML.
    """
    source = read(path)
    findings = list(source.findings)
    data = _merged(source, findings)
    theme = validated(Theme, data, (), source, findings) if data is not None else None
    if theme is not None and path.parent != themes.FOLDER:
        from factsheet.spec.theme_rules import judged  # noqa: PLC0415 - the themes that ship are judged by a test

        theme = theme.model_copy(
            update={"families": _placed(theme, path.parent), "profile": _profile(theme, path.parent)}
        )
        findings += judged(theme, source, path.parent)
    findings.sort(key=lambda f: (f.where.line, f.where.column))
    return (None if any(f.severity == "error" for f in findings) else theme), findings


def _merged(source: Source, findings: list[Finding]) -> dict[str, Any] | None:
    """The keys of the theme, with those of the theme that it is based on below them."""
    data = source.data
    if not isinstance(data, dict):
        hint = f"write “{BASE}: institutional” and what is different"
        findings.append(Finding("wrong-type", "a theme starts with keys", where=source.where(()), hint=hint))
        return None
    own = {key: value for key, value in data.items() if key != BASE}
    if BASE not in data:
        return own
    name, known = data[BASE], themes.names()
    if not isinstance(name, str) or name not in known:
        close = get_close_matches(str(name), known, 1)
        hint = f"did you mean {close[0]}?" if close else f"themes that ship: {', '.join(known)}"
        message = f"no theme called “{name}” ships with factsheet"
        findings.append(Finding("unknown-theme", message, where=source.where((BASE,)), hint=hint))
        return None
    below: dict[str, Any] = _over(read(themes.FOLDER / f"{name}.yaml").data, own)
    return below


def _over(below: Any, above: Any) -> Any:
    """Mapping upon mapping; everything else of ``above`` replaces what is below it."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: _over(below[key], value) if key in below else value for key, value in above.items()}}


def _placed(theme: Theme, beside: Path) -> dict[str, tuple[str, str, str, str]]:
    """The families with fonts of the author's own, which lie beside the theme, as whole paths."""

    def placed(file: str) -> str:
        own = beside / file
        return file if (folder() / file).is_file() or not own.is_file() else str(own.resolve())

    return {name: tuple(map(placed, files)) for name, files in theme.families.items()}  # type: ignore[misc]


def _profile(theme: Theme, beside: Path) -> str | None:
    """The whole path of the printing office's profile, which lies beside the theme."""
    return str((beside / theme.profile).resolve()) if theme.profile else None

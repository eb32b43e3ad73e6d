"""Where the font files come from, and whether they are still what came from there.

Run by hand::

    python fonts/sources.py --check    compare every file with its SHA-256; exit code 1 if one differs
    python fonts/sources.py --fetch    take the files again from the packages named here

``--fetch`` needs the package managers of the sources: apt and dpkg for Debian, pip for Python.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Package:
    """A published package in one version."""

    kind: str
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Source:
    """One font file: its family and licence, the package and the path in it, and the SHA-256 of its bytes."""

    file: str
    family: str
    licence: str
    package: Package
    path: str
    sha256: str


_CORE = Package("debian", "fonts-noto-core", "20201225-1")
_EXTRA = Package("debian", "fonts-noto-extra", "20201225-1")
_DEJAVU_CORE = Package("debian", "fonts-dejavu-core", "2.37-6")
_DEJAVU_EXTRA = Package("debian", "fonts-dejavu-extra", "2.37-6")
_RENDERCV = Package("pypi", "rendercv-fonts", "0.5.1")


def _noto(package: Package, cut: str, sha256: str) -> Source:
    name = f"NotoSans-{cut}.ttf"
    return Source(f"noto-sans/{name}", "Noto Sans", "OFL-1.1", package, f"usr/share/fonts/truetype/noto/{name}", sha256)


def _serif(cut: str, sha256: str) -> Source:
    name = f"NotoSerif-SemiCondensed{cut}.ttf"
    path = f"usr/share/fonts/truetype/noto/{name}"
    return Source(f"noto-serif/{name}", "Noto Serif", "OFL-1.1", _EXTRA, path, sha256)


def _source_sans(cut: str, sha256: str) -> Source:
    name = f"SourceSans3-{cut}.ttf"
    path = f"rendercv_fonts/Source Sans 3/{name}"
    return Source(f"source-sans-3/{name}", "Source Sans 3", "OFL-1.1", _RENDERCV, path, sha256)


def _dejavu(package: Package, cut: str, sha256: str) -> Source:
    name = f"DejaVuSans{cut}.ttf"
    path = f"usr/share/fonts/truetype/dejavu/{name}"
    return Source(f"dejavu-sans/{name}", "DejaVu Sans", "Bitstream-Vera and Arev", package, path, sha256)


SOURCES = (
    _noto(_CORE, "Regular", "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d"),
    _noto(_CORE, "Bold", "e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5"),
    _noto(_CORE, "Italic", "5d7618dda819443fd07301c84adcee9fe8960c873ea5e5e1f0f59db384b78082"),
    _noto(_CORE, "BoldItalic", "4315b26e5afb62f70f5ffe0edaa3363e57765ff2af2beda12b6fef197e3e5f5a"),
    _noto(_EXTRA, "SemiBold", "68543590a7c3185d69ad16664c46df28832beeb72621d2470e86b04099eb4efb"),
    _noto(_EXTRA, "Condensed", "c8eda81c472004f842593d7930d2d0d77f86dea3168c121f192dc85dc3dba317"),
    _noto(_EXTRA, "CondensedBold", "253ec051910b3f198cd9e4fcbabb2fc3c41061c0d1f35f8d110ed3b2f9c2a626"),
    _noto(_EXTRA, "CondensedItalic", "8200690f2bd3e1f579435f0862bec97ac832dd189bb513a54782b1a7123c1052"),
    _noto(_EXTRA, "CondensedBoldItalic", "9f001e83a41ebcc620631c5201fcfa4f07bebb0a0453f6f03b2567980b4e75e5"),
    _noto(_EXTRA, "CondensedBlack", "9c4b0096bf6e7dd51afef8205da8fe6f20c398210443351c473a016b30b95d7f"),
    _serif("", "2c074fd36b3d18bfc43fbb8a2cdbd690a85145d40000c310aaf14b801bc5c88b"),
    _serif("Bold", "faf2430b8bf5bf9b2e847f9cf5496334df960fae4431a01e7793672307a36a65"),
    _serif("Italic", "cfdefe26a59e0317f41e15c234e3f765f1081c77e8f36d81afca0a72ec4092bf"),
    _serif("BoldItalic", "baf037f06008c30923795d1b34384a86d8cd7b651e7d65ba500a1a9dd5472da9"),
    _serif("Light", "25faf3e2f6b54c576c727eb70274cf0d6e3c7f14ecfd47c33ea6b33cf0178cae"),
    _source_sans("Regular", "ecda0f7da8083de4474ff6b0093d63ded24a6a0ced1a4abe75edee199666c951"),
    _source_sans("Bold", "318231268cb5ff19229860ce5b8ec9b0e0eec3f044f97cca00bad460dd50a5a3"),
    _source_sans("Italic", "2f2aa318e5bcc7c4f9ef9e6da2fa30c7ba5fab5be44c9e53e2730f8e5ed2ad10"),
    _source_sans("BoldItalic", "16c6d5688570dbe40b3facfedbe6f8a0ac135bb33761af4f9ddc168dde96bd55"),
    _dejavu(_DEJAVU_CORE, "", "abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322"),
    _dejavu(_DEJAVU_CORE, "-Bold", "0d977336a6d5fba34eab8e3199eb218327161b5143749f802982c2bc34df0c96"),
    _dejavu(_DEJAVU_EXTRA, "-Oblique", "eef1a593cc0a4654f147fd1aa9a11e7d327eb8be6f3a35099182db6aeb5d28fe"),
    _dejavu(_DEJAVU_EXTRA, "-BoldOblique", "b7479266f14d71a019f79cb0ccc23acb6b130483317f7fff16182a0784031c9b"),
)


def main(arguments: list[str]) -> int:
    """Check or fetch, as ``arguments`` say; the exit code."""
    parser = argparse.ArgumentParser(description="Check the font files, or fetch them again.")
    wish = parser.add_mutually_exclusive_group(required=True)
    wish.add_argument("--check", action="store_true", help="compare every file with its SHA-256")
    wish.add_argument("--fetch", action="store_true", help="take the files again from their packages")
    if parser.parse_args(arguments).fetch:
        fetch()
    wrong = problems()
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(SOURCES)} font files, {len(wrong)} problems")
    return 1 if wrong else 0


def problems() -> list[str]:
    """What differs from the table, a sentence each: files missing, changed, or not listed."""
    wrong: list[str] = []
    for source in SOURCES:
        path = HERE / source.file
        if not path.is_file():
            wrong.append(f"{source.file} is missing")
        elif (found := sha256(path)) != source.sha256:
            wrong.append(f"{source.file} has SHA-256 {found}, not {source.sha256}")
    listed = {source.file for source in SOURCES}
    found_files = sorted(path.relative_to(HERE).as_posix() for path in HERE.rglob("*.[ot]tf"))
    return wrong + [f"{file} is not listed" for file in found_files if file not in listed]


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch() -> None:
    """Take every file from its package; a file is put in place only if its bytes are those of the table."""
    with tempfile.TemporaryDirectory() as name:
        for package in dict.fromkeys(source.package for source in SOURCES):
            folder = Path(name) / package.name
            folder.mkdir()
            _UNPACK[package.kind](package, folder)
            for source in (source for source in SOURCES if source.package == package):
                found = folder / source.path
                if not found.is_file() or sha256(found) != source.sha256:
                    print(f"{package.name} {package.version} does not hold {source.file} as listed", file=sys.stderr)
                    continue
                target = HERE / source.file
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(found, target)


def _debian(package: Package, folder: Path) -> None:
    subprocess.run(["apt-get", "download", f"{package.name}={package.version}"], cwd=folder, check=True)
    for archive in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(archive), str(folder)], check=True)


def _pypi(package: Package, folder: Path) -> None:
    wanted = f"{package.name}=={package.version}"
    subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder), wanted], check=True)
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)


_UNPACK: dict[str, Callable[[Package, Path], None]] = {"debian": _debian, "pypi": _pypi}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

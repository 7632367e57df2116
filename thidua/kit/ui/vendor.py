"""Fetch what the pages are made of, once, for the maintainer: `python -m thidua.kit.ui.vendor`.

Needs npm and uv on the maintainer's machine; nobody else needs either. Everything lands in the repository
with a manifest (package, version, licence, SHA-256). `… vendor icons` renews the icon sprite only.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from thidua.kit.ui.icons import FILLED, OUTLINE

HERE = Path(__file__).parent
VENDOR = HERE / "static/ui/vendor"
MANIFEST = VENDOR / "manifest.json"
FONTTOOLS = "fonttools[woff]==4.68.0"


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    licence: str


TABLER = Package("@tabler/core", "1.6.1", "MIT")
HTMX = Package("htmx.org", "2.0.11", "0BSD")
ICONS = Package("@tabler/icons", "3.51.0", "MIT")
SCREEN_FONT = Package("@fontsource/be-vietnam-pro", "5.3.0", "OFL-1.1")
PAPER_FONT = Package("@expo-google-fonts/tinos", "0.4.2", "OFL-1.1")
AXE = Package("axe-core", "4.14.1", "MPL-2.0")
PACKAGES = (TABLER, HTMX, ICONS, SCREEN_FONT, PAPER_FONT, AXE)

WEIGHTS = (400, 500, 600)
SUBSETS = ("latin", "vietnamese")
PAPER_FACES = {
    "Regular": "400Regular",
    "Italic": "400Regular_Italic",
    "Bold": "700Bold",
    "BoldItalic": "700Bold_Italic",
}
# Latin, horn letters, combining marks, Vietnamese, punctuation, đồng and euro, arrows, comparison signs, tick, boxes
PAPER_RANGE = (
    "U+0020-007E,U+00A0-017F,U+01A0-01A1,U+01AF-01B0,U+0300-0304,U+0306,U+0309,U+031B,U+0323,U+1EA0-1EF9,"
    "U+2010-2027,U+2030-203A,U+20AB-20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2260,U+2264-2265,U+25A0-25A1,U+2713"
)

TABLER_NOTICE = "Tabler, MIT licence. Copyright 2018-2025 The Tabler Authors (tabler.io), codecalm.net.\n"
_SOURCE_MAP = re.compile(r"\s*/[/*]# sourceMappingURL=[^\n]*")

Entry = dict[str, str]


def main(only: str = "") -> None:
    """Renew everything, or with `icons` the sprite alone."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = (ICONS,) if only == "icons" else PACKAGES
        modules = _install(Path(folder), wanted)
        entries = _read_manifest() if only == "icons" else {}
        entries |= _sprite(modules)
        if only != "icons":
            entries |= _sheets_and_scripts(modules) | _screen_fonts(modules) | _paper_fonts(modules)
    MANIFEST.write_text(json.dumps(dict(sorted(entries.items())), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(entries)} files in {MANIFEST}\n")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _install(folder: Path, packages: tuple[Package, ...]) -> Path:
    wanted = {package.name: package.version for package in packages}
    (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": wanted}))
    _run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder)
    return folder / "node_modules"


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - fixed commands of a maintainer's script


def _read_manifest() -> dict[str, Entry]:
    found: dict[str, Entry] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return found


def _noted(path: Path, package: Package) -> dict[str, Entry]:
    entry = {"package": package.name, "version": package.version, "licence": package.licence}
    return {path.relative_to(HERE).as_posix(): entry | {"sha256": digest(path)}}


def _write(path: Path, text: str, package: Package) -> dict[str, Entry]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return _noted(path, package)


def _copy(source: Path, path: Path, package: Package) -> dict[str, Entry]:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    return _noted(path, package)


def _sheets_and_scripts(modules: Path) -> dict[str, Entry]:
    sources = (
        (TABLER, "dist/css/tabler.min.css", VENDOR / "tabler.min.css"),
        (HTMX, "dist/htmx.min.js", VENDOR / "htmx.min.js"),
        (AXE, "axe.min.js", HERE / "tests/vendor/axe.min.js"),
    )
    entries: dict[str, Entry] = {}
    for package, source, path in sources:
        text = (modules / package.name / source).read_text(encoding="utf-8")
        # Hashed static storage looks for every map that is named, and these are not shipped.
        entries |= _write(path, _SOURCE_MAP.sub("", text), package)
    return entries | _write(VENDOR / "licences/tabler.txt", TABLER_NOTICE, TABLER)


def _screen_fonts(modules: Path) -> dict[str, Entry]:
    home = modules / SCREEN_FONT.name
    entries = _copy(home / "LICENSE", VENDOR / "licences/be-vietnam-pro.txt", SCREEN_FONT)
    for weight in WEIGHTS:
        for subset in SUBSETS:
            name = f"be-vietnam-pro-{subset}-{weight}-normal.woff2"
            entries |= _copy(home / "files" / name, VENDOR / "fonts" / name, SCREEN_FONT)
    return entries


def _paper_fonts(modules: Path) -> dict[str, Entry]:
    """Tinos, Latin and Vietnamese: .ttf for documents that are made here, .woff2 for A4 on the screen."""
    home = modules / PAPER_FONT.name
    entries = _copy(home / "LICENSE_FONT", VENDOR / "licences/tinos.txt", PAPER_FONT)
    for face, folder in PAPER_FACES.items():
        source = home / folder / f"Tinos_{folder}.ttf"
        for path, flavor in (
            (HERE / f"fonts/Tinos-{face}.ttf", ["--no-hinting"]),
            (VENDOR / f"fonts/tinos-{face.lower()}.woff2", ["--flavor=woff2"]),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            options = [f"--unicodes={PAPER_RANGE}", "--layout-features=*", f"--output-file={path}", *flavor]
            _run(["uv", "tool", "run", "--from", FONTTOOLS, "pyftsubset", str(source), *options], HERE)
            entries |= _noted(path, PAPER_FONT)
    return entries


def _sprite(modules: Path) -> dict[str, Entry]:
    home = modules / ICONS.name / "icons"
    symbols = [
        _symbol(home / f"outline/{name}.svg", name, 'fill="none" stroke="currentColor"') for name in OUTLINE
    ]
    symbols += [
        _symbol(home / f"filled/{name}.svg", f"{name}-filled", 'fill="currentColor"') for name in FILLED
    ]
    text = '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"
    return _write(VENDOR / "icons.svg", text, ICONS)


def _symbol(path: Path, name: str, paint: str) -> str:
    inside = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    shapes = [
        " ".join(line.split()) for line in inside.splitlines() if line.strip() and 'd="M0 0h24v24' not in line
    ]
    round_ends = (
        ' stroke-width="2" stroke-linecap="round" stroke-linejoin="round"' if "stroke=" in paint else ""
    )
    return f'<symbol id="{name}" viewBox="0 0 24 24" {paint}{round_ends}>{"".join(shapes)}</symbol>'


if __name__ == "__main__":
    main(*sys.argv[1:2])

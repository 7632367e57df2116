"""What is vendored is what the manifest says, and nothing else lies beside it."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from thidua.kit.ui import icons, vendor

ENTRIES = json.loads(vendor.MANIFEST.read_text(encoding="utf-8"))
VIETNAMESE = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"


@pytest.mark.parametrize("name", ENTRIES)
def test_a_vendored_file_is_unchanged(name):
    assert vendor.digest(vendor.HERE / name) == ENTRIES[name]["sha256"]


def test_nothing_is_vendored_without_an_entry():
    folders = [vendor.VENDOR, vendor.HERE / "fonts", vendor.HERE / "tests/vendor"]
    there = {
        path.relative_to(vendor.HERE).as_posix()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }

    assert there - {vendor.MANIFEST.relative_to(vendor.HERE).as_posix()} == set(ENTRIES)


def test_every_entry_names_package_version_and_licence():
    known = {(package.name, package.version, package.licence) for package in vendor.PACKAGES}

    assert {(entry["package"], entry["version"], entry["licence"]) for entry in ENTRIES.values()} == known


def test_no_vendored_file_asks_for_a_map_that_is_not_shipped():
    asking = [
        name
        for name in ENTRIES
        if name.endswith((".css", ".js")) and b"sourceMappingURL" in (vendor.HERE / name).read_bytes()
    ]

    assert asking == []


def test_the_sprite_holds_every_icon_that_is_named():
    assert icons.names() == {*icons.OUTLINE, *(f"{name}-filled" for name in icons.FILLED)}


@pytest.mark.parametrize("face", vendor.PAPER_FACES)
def test_the_paper_font_has_every_vietnamese_letter(face):
    letters = {
        unicodedata.normalize("NFC", vowel + tone) for vowel in VIETNAMESE for tone in ("", *TONES)
    } | {"đ"}
    letters |= {letter.upper() for letter in letters}
    font = TTFontFile(str(vendor.HERE / f"fonts/Tinos-{face}.ttf"))

    missing = {char for char in letters | set(TONES) | set("₫“”–…•§°×½") if ord(char) not in font.charToGlyph}

    assert missing == set()
    assert len(letters) == 2 * (12 * 6 + 1)


def test_every_file_that_a_style_sheet_names_is_there():
    sheets = (vendor.HERE / "static/ui").glob("*.css")
    missing = [
        (sheet.name, name)
        for sheet in sheets
        for name in re.findall(r"url\(\"?([^)\"]+)\"?\)", sheet.read_text(encoding="utf-8"))
        if not (sheet.parent / Path(name)).is_file()
    ]

    assert missing == []

"""Templates stay in their folder, links resolve, nothing inline, no law typed in."""

import re

import pytest
from django.template.loader import get_template
from django.urls import get_resolver

from tests.architecture.house import PROJECT, THIDUA, templates

LOADS = re.compile(r"{%\s*(?:extends|include)\s+\"([^\"]+)\"")
URL = re.compile(r"{%\s*url\s+\"([^\"]+)\"")
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=|\shx-on", re.IGNORECASE)
LINE = 180
LONG_LINED = ("outlook/intake", "outlook/reports", "web", "kit/jobs", "kit/papers", "kit/ui")
"""Folders whose templates still have longer lines, each to be broken into lines and taken out of here."""
LAW = re.compile(r"\b[Đđ]iều \d+|\b\d+/\d{4}/(?:NĐ-CP|QH\d+|TT-BNV)\b")


@pytest.fixture(params=templates(), ids=lambda path: str(path.relative_to(PROJECT)))
def template(request):
    return request.param


def test_it_extends_and_includes_only_its_own_folder_or_ui(template):
    own = template.parts[template.parts.index("templates") + 1]
    strangers = [
        name for name in LOADS.findall(template.read_text()) if name.split("/")[0] not in {own, "ui"}
    ]

    assert strangers == []


def test_what_it_extends_and_includes_exists(template):
    for name in LOADS.findall(template.read_text()):
        get_template(name)


def test_every_url_resolves(template):
    known = _names()
    missing = [name for name in URL.findall(template.read_text()) if name not in known]

    assert missing == []


def test_nothing_is_inline(template):
    assert INLINE.findall(template.read_text()) == []


def test_lines_can_be_read_without_scrolling():
    """An element or one logical group a line, as docs/ui.md says."""
    bound = [path for path in templates() if not str(path.relative_to(THIDUA)).startswith(LONG_LINED)]

    assert {str(path.relative_to(PROJECT)): _long(path) for path in bound if _long(path)} == {}


def test_a_folder_without_long_lines_is_no_longer_excused():
    inside = {name: [p for p in templates() if p.is_relative_to(THIDUA / name)] for name in LONG_LINED}

    assert [name for name, paths in inside.items() if paths and not any(map(_long, paths))] == []


def test_no_law_is_typed_in(template):
    assert LAW.findall(template.read_text()) == []


def _long(path) -> list[int]:
    """The numbers of lines that are too long."""
    lines = path.read_text().splitlines()
    return [number for number, line in enumerate(lines, 1) if len(line) > LINE]


def _names() -> set[str]:
    names: set[str] = set()

    def walk(resolver, prefix=""):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                walk(pattern, inner)
            elif pattern.name:
                names.add(prefix + pattern.name)

    walk(get_resolver())
    return names


def test_the_walk_over_addresses_finds_some():
    assert "web:home" in _names()
    assert "web:no_such_page" not in _names()

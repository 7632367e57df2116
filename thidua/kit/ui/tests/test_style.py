"""The style sheets keep to the language: our own class names, no colours that old browsers drop, nothing inline."""

import gzip
import re

import pytest

from thidua.kit.ui.vendor import HERE, VENDOR

SHEETS = sorted((HERE / "static/ui").glob("*.css"))
PAGES = sorted([*(HERE / "templates").rglob("*.html"), *(HERE.parents[1] / "web/templates").rglob("*.html")])
WEB = sorted((HERE.parents[1] / "web/static/web").glob("*.css"))
OURS = "\n".join(sheet.read_text(encoding="utf-8") for sheet in [*SHEETS, *WEB])
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SCRIPT = (HERE / "static/ui/thidua.js").read_text(encoding="utf-8")
CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_colour_that_an_old_browser_drops(sheet):
    assert not re.search(
        r"oklch|oklab|color-mix|light-dark|@layer|@container",
        COMMENT.sub("", sheet.read_text(encoding="utf-8")),
    )


def test_every_class_of_ours_bears_our_name():
    selectors = re.sub(r"\{[^{}]*\}|/\*.*?\*/|url\([^)]*\)", " ", OURS, flags=re.DOTALL)
    strangers = {name for name in CLASS.findall(selectors) if not name.startswith(("td-", "htmx-"))}

    assert strangers == set()


def test_tabler_owns_none_of_our_names():
    tabler = set(CLASS.findall((VENDOR / "tabler.min.css").read_text(encoding="utf-8")))

    assert {name for name in CLASS.findall(OURS) if name.startswith("td-")} & tabler == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_class_in_a_page_is_drawn(page):
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    used = {name for value in re.findall(r"class=\"([^\"]*)\"", text) for name in value.split()}
    drawn = set(CLASS.findall(OURS)) | {"td-swatch"}

    assert {name for name in used if name not in drawn and not name.endswith("-")} <= MEANT


MEANT = {"td-section-act", "td-card-waits", "td-step-next"}
"""Names that need no rule of their own."""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_nothing_is_inline(page):
    text = page.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|hx-on|<script(?![^>]*\ssrc=)|javascript:", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_nothing_comes_from_outside(page):
    assert not re.search(r"(?:href|src)=\"(?:https?:)?//", page.read_text(encoding="utf-8"))


def test_the_script_runs_nothing_that_the_policy_forbids():
    assert not re.search(r"\beval\(|new Function|\.style\b|setAttribute\(\"style|document\.write", SCRIPT)


def test_the_first_load_fits_into_the_budget():
    """Everything that the head of a page names apart from fonts, and the sprite: at most 300 KB compressed."""
    head = (HERE / "templates/ui/head.html").read_text(encoding="utf-8")
    names = {name for name in re.findall(r"static '(ui/[^']+)'", head) if not name.endswith(".woff2")}
    files = [HERE / "static" / name for name in names | {"ui/vendor/icons.svg", "ui/paper.css"}]

    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) < 200 * 1024


def test_every_token_that_is_used_is_set():
    used = set(re.findall(r"var\((--td-[\w-]+)", OURS))
    found = set(re.findall(r"(--td-[\w-]+)\s*:", OURS))

    assert used - found == set()

"""Tags of the visual language; built in to every template. Each is described with an example in docs/ui.md."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from thidua.kit.ui import icons, wording
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.parts import Line, Node, Step, Tab

register = template.Library()
register.filter("day", wording.day)
register.filter("short_day", wording.short_day)
register.filter("long_day", wording.long_day)
register.filter("weekday", wording.weekday)
register.filter("moment", wording.moment)
register.filter("count", wording.count)

BADGES = {
    "met": "check",
    "unmet": "minus",
    "unknown": "help-circle",
    "gap": "alert-triangle",
    "council": "users",
    "info": "",
    "chosen": "",
    "title": "",
}
"""Kinds of badge, each with the icon it has unless told otherwise."""

NOTES = {"gap": "alert-triangle", "met": "circle-check", "unmet": "ban", "info": "info-circle", "plain": ""}


_SYMBOL = re.compile(r"(\d+/[^\s,;·]*-[^\s,;·]*)")


@register.filter
def unbroken(text: object) -> SafeString:
    """The symbols in a line of text, "31/TB-SVH", each kept whole."""
    parts = _SYMBOL.split(str(text))
    shapes = ("{}", '<span class="td-nowrap">{}</span>')
    return format_html_join(
        "", "{}", ((format_html(shapes[place % 2], part),) for place, part in enumerate(parts))
    )


@register.filter
def note_kind(level: str) -> str:
    """The kind of note for the level of a message."""
    return {"success": "met", "warning": "gap", "error": "unmet"}.get(level, "info")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Always beside a word; `label` only where the word cannot be seen."""
    return _drawn(name, label)


@lru_cache(maxsize=512)
def _drawn(name: str, label: str) -> SafeString:
    """Kept: a list draws the same icon a hundred times, and the address of the sprite never changes while it runs."""
    if name not in icons.names():
        raise LookupError(f"No icon {name!r} in the sprite: name it in kit/ui/icons.py and renew the sprite")
    href = static("ui/vendor/icons.svg")
    if label:
        shape = '<svg class="td-icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>'
        return format_html(shape, label, href, name)
    return format_html(
        '<svg class="td-icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>', href, name
    )


@register.simple_tag
def badge(kind: str, text: str, icon: str | None = None) -> SafeString:
    """Icon, word and colour: met, unmet, unknown, gap, council, info, chosen, title."""
    name = BADGES[kind] if icon is None else icon
    return format_html('<span class="td-badge td-badge-{}">{}{}</span>', kind, _icon(name), text)


@register.simple_block_tag
def head(content: str, title: str, lead: str = "", under: str = "") -> SafeString:
    """Title of the page, one line beside it, one below; inside: the buttons."""
    return format_html(
        '<header class="td-head"><div class="td-head-words"><h1>{}</h1>{}{}</div>{}</header>',
        title,
        format_html('<p class="td-lead">{}</p>', lead) if lead else "",
        format_html('<p class="td-under">{}</p>', under) if under else "",
        format_html('<div class="td-acts">{}</div>', content) if content.strip() else "",
    )


@register.simple_tag
def trail(*pairs: str) -> SafeString:
    """The way here: `{% trail "Văn bản" list_url document.symbol %}`; label and address in turn, the last without one."""
    steps = [pairs[at : at + 2] for at in range(0, len(pairs), 2)]
    items = [
        (format_html('<a href="{}">{}</a>', step[1], step[0]) if step[1:] else step[0],) for step in steps
    ]
    return format_html(
        '<ol class="td-trail" aria-label="Đường dẫn">{}</ol>', format_html_join("", "<li>{}</li>", items)
    )


@register.simple_block_tag
def section(
    content: str,
    title: str,
    count: int | None = None,
    kind: str = "",
    id: str = "",
    act: str = "",
    url: str = "",
) -> SafeString:
    """A 2 px rule, a title, a plain count. kind `late` draws it in seal red; act and url make a link at the right."""
    return format_html(
        '<section class="td-section{}"{}><div class="td-section-head"><h2>{}</h2>{}{}</div>'
        '<div class="td-section-body">{}</div></section>',
        f" td-section-{kind}" if kind else "",
        format_html(' id="{}"', id) if id else "",
        title,
        ""
        if count is None
        else format_html('<span class="td-section-count">{}</span>', wording.count(count)),
        format_html('<a href="{}">{}</a>', url, act) if act else "",
        content,
    )


@register.simple_block_tag
def note(content: str, kind: str = "plain", title: str = "", icon: str | None = None) -> SafeString:
    """A thing apart: gap (waits for a person, gold), met, unmet, info, plain."""
    name = NOTES[kind] if icon is None else icon
    heading = (
        format_html('<p class="td-note-title">{}<span>{}</span></p>', _icon(name), title) if title else ""
    )
    return format_html('<div class="td-note td-note-{}">{}{}</div>', kind, heading, content)


@register.simple_block_tag
def paper(content: str, label: str = "Văn bản") -> SafeString:
    """An A4 sheet in Tinos; the page needs ui/paper.css, which ui/work.html brings."""
    return format_html('<article class="td-a4" aria-label="{}">{}</article>', label, content)


@register.simple_tag
def link_button(
    text: str,
    url: str,
    icon: str = "",
    solid: bool = False,
    plain: bool = False,
    why_not: Iterable[str] = (),
    key: str = "",
) -> SafeString:
    """A link drawn as a button: verb and object. With reasons in `why_not` it is grey and says why."""
    if reasons := list(why_not or ()):
        return _cannot(text, reasons)
    return format_html(
        '<a class="{}" href="{}"{}>{}{}{}</a>',
        _look(solid, plain),
        url,
        _key(key),
        _icon(icon),
        text,
        _kbd(key),
    )


@register.simple_tag(takes_context=True)
def post_button(
    context: template.Context,
    text: str,
    url: str = "",
    icon: str = "",
    solid: bool = False,
    plain: bool = False,
    why_not: Iterable[str] = (),
    key: str = "",
    name: str = "",
    value: str = "",
) -> SafeString:
    """A one-button form that posts to `url`. With reasons in `why_not` it is grey and says why."""
    if reasons := list(why_not or ()):
        return _cannot(text, reasons)
    hidden = format_html('<input type="hidden" name="{}" value="{}">', name, value) if name else ""
    return format_html(
        '<form class="td-inline" method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '{}<button class="{}" type="submit"{}>{}{}{}</button></form>',
        url,
        context.get("csrf_token", ""),
        hidden,
        _look(solid, plain),
        _key(key),
        _icon(icon),
        text,
        _kbd(key),
    )


@register.simple_tag
def facts(pairs: Sequence[tuple[str, Any]]) -> SafeString:
    """Label and value, one line each; empty values are left out, dates are written as dates."""
    rows = [(label, wording.day(value) if isinstance(value, date) else value) for label, value in pairs]
    shown = [(label, value) for label, value in rows if value not in (None, "")]
    return format_html('<dl class="td-facts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", shown))


@register.simple_tag
def empty(text: str) -> SafeString:
    """The calm sentence of an empty list."""
    return format_html('<p class="td-empty">{}</p>', text)


@register.simple_tag
def sort_head(listing: Listing[Any], name: str, css: str = "") -> SafeString:
    """A column head that sorts: a link, and aria-sort on the column in order."""
    heading = listing.headings[name]
    return format_html(
        '<th scope="col"{}{}><a href="{}">{}{}</a></th>',
        format_html(' class="{}"', css) if css else "",
        format_html(' aria-sort="{}"', heading.order) if heading.order else "",
        heading.url,
        heading.label,
        format_html(' <span aria-hidden="true">{}</span>', heading.arrow) if heading.arrow else "",
    )


@register.inclusion_tag("ui/forms/refusals.html")
def refusals(form: BaseForm) -> dict[str, object]:
    """The reasons that concern no single field, above fields that are drawn one by one."""
    return {"errors": form.non_field_errors()}


@register.inclusion_tag("ui/steps.html")
def stepper(steps: Sequence[Step]) -> dict[str, object]:
    """Where it stands, who holds it and since when."""
    return {"steps": steps}


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Sequence[Tab], label: str = "Các phần") -> dict[str, object]:
    return {"items": items, "label": label}


@register.inclusion_tag("ui/tree.html")
def tree(roots: Sequence[Node]) -> dict[str, object]:
    """Boxes that implement one another, from the top down."""
    return {"nodes": roots}


@register.inclusion_tag("ui/history.html")
def history(lines: Sequence[Line]) -> dict[str, object]:
    """Sentences, newest first."""
    return {"lines": lines}


def _icon(name: str) -> SafeString:
    return icon(name) if name else mark_safe("")


def _look(solid: bool, plain: bool) -> str:
    return "td-button" + (" td-solid" if solid else "") + (" td-plain" if plain else "")


def _key(key: str) -> SafeString:
    return format_html(' data-key="{}"', key) if key else mark_safe("")


def _kbd(key: str) -> SafeString:
    return format_html("<kbd>{}</kbd>", key) if key else mark_safe("")


def _cannot(text: str, reasons: Sequence[str]) -> SafeString:
    why = " ".join(reasons)
    return format_html(
        '<span class="td-button" role="link" aria-disabled="true" title="{}">{}</span><span class="td-why-not">{}</span>',
        why,
        text,
        why,
    )

"""The tree of units, outside bodies, one unit, and the search behind unit pickers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from thidua.kit.audit.sentences import history
from thidua.kit.ui import asked
from thidua.kit.ui.fields import Candidate, offer
from thidua.kit.ui.filters import Choice, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.parts import Tab
from thidua.kit.ui.respond import respond
from thidua.records.orgs import permissions, selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import actor_of
from thidua.records.orgs.views.unit_story import story, succession_lines

OPENED = "mo"
OPEN_AT_ONCE = 500
SHOWN_PEOPLE = 12


@dataclass(frozen=True)
class Branch:
    """A line of the tree; `turn_url` opens or closes it without script, `part_url` with."""

    unit: Unit
    is_open: bool
    turn_url: str
    part_url: str
    below: "Sequence[Branch]" = field(default_factory=tuple)


@needs()
def tree(request: HttpRequest) -> HttpResponse:
    """`?q=` searches the whole tree; `?mo=1,7` names the open branches."""
    actor = actor_of(request)
    text = asked.words(request.GET)
    context: dict[str, Any] = {"text": text, "tabs": _tabs(actor, "tree"), "may_add": _may_add(actor)}
    if text:
        listing = Listing(request.GET, selectors.search_units(actor, text, outside=False), noun="tổ chức")
        context |= {"listing": listing, "above": selectors.path_names(listing.rows)}
    else:
        opened = _opened(request, actor)
        found = selectors.branches(actor, opened, actor.on)
        context["branches"] = _branches(found, None, opened)
    return respond(request, "orgs/units.html#found", context)


@needs()
def branch(request: HttpRequest, pk: int) -> HttpResponse:
    """One line of the tree, open or (`?dong=1`) closed, for htmx; without it the tree with this branch open."""
    actor = actor_of(request)
    unit = get_object_or_404(selectors.units_visible_to(actor).filter(is_outside=False), pk=pk)
    opened = set() if request.GET.get("dong") else {unit.pk}
    found = selectors.branches(actor, opened, actor.on)
    unit.opens = bool(found.get(unit.pk)) or not opened
    below = _branches(found, unit.pk, opened)
    return respond(request, "orgs/branch.html#branch", {"branch": _branch(unit, opened, below)})


@needs()
def outside(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    listing = Listing(
        request.GET,
        lambda: selectors.outside_units(actor),
        noun="tổ chức",
        filters=[
            Words("q", "Tìm", lambda rows, text: selectors.outside_units(actor, text)),
            Choice(
                "cap",
                "Cấp",
                lambda rows, level: [u for u in rows if u.level == level],
                choices=Unit.Level.choices,
            ),
            Choice(
                "loai",
                "Loại",
                lambda rows, kind: [u for u in rows if u.kind == kind],
                choices=Unit.Kind.choices,
            ),
        ],
    )
    why_not = permissions.why_not_add_outside_unit(actor)
    context = {"listing": listing, "tabs": _tabs(actor, "outside"), "why_not_add": why_not}
    return respond(request, "orgs/outside.html", context)


@needs()
def show(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    rows = selectors.units_visible_to(actor).select_related("parent", "body")
    unit = get_object_or_404(rows.prefetch_related("names", "codes", "places__parent"), pk=pk)
    manages = actor.has(Right.UNITS_MANAGE)
    reach = selectors.units_of_people(actor)
    sees_people = actor.is_system or (reach is not None and reach.filter(pk=unit.pk).exists())
    context = {
        "unit": unit,
        "crumbs": selectors.path_names([unit])[unit.pk],
        "story": story(unit),
        "succession": succession_lines(unit),
        "successors": selectors.successors(unit, actor.on) if unit.dissolved_on else [],
        "children": selectors.in_order(unit.children.existing(actor.on)),
        "sees_people": sees_people,
        "sees_awards": actor.has(Right.AWARDS_READ),
        "sees_ratings": actor.has(Right.STAFF_READ) and _is_below(unit, actor),
        "sees_verdicts": sees_people and actor.has(Right.ELIGIBILITY),
        "people": _people(actor, unit) if sees_people else [],
        "people_link": f"{reverse('orgs:people')}?tt=dang&don_vi={unit.pk}",
        "manages": manages,
        "why_not": permissions.why_not_manage_unit(actor, unit) if manages else [],
        "facts": _facts(unit),
        "history": history(unit) if _knows(actor, unit) else None,
    }
    return respond(request, "orgs/unit.html", context)


@needs()
def search(request: HttpRequest) -> HttpResponse:
    """For pickers: what the words printed may mean first ("UBND tỉnh"), then names that hold them."""
    actor = actor_of(request)
    text = asked.words(request.GET)
    found = list(selectors.search_units(actor, text).filter(dissolved_on__isnull=True)[:20]) if text else []
    meant = (
        [match.unit for match in selectors.find_unit(text, near=actor.body) if match.score >= 0.7]
        if text
        else []
    )
    listed = list(dict.fromkeys([*meant[:3], *found]))
    above = selectors.path_names(listed)
    return offer(request, [Candidate(unit.pk, unit.name, _note(unit, above)) for unit in listed])


def _knows(actor: Actor, unit: Unit) -> bool:
    """Who did what to a unit is told to its own body, and to administrators who reach it."""
    own = (
        actor.body is not None
        and unit.body_id is not None
        and unit.body_id in actor.bodies(Right.REGISTER_READ)
    )
    return own or actor.covers(Right.UNITS_MANAGE, unit)


def _is_below(unit: Unit, actor: Actor) -> bool:
    """The body that one works in, its rooms, and whatever stands below it."""
    return actor.body is not None and unit.path.startswith(actor.body.path)


def _note(unit: Unit, above: dict[int, list[Unit]]) -> str:
    parents = above[unit.pk]
    parts = [unit.code, str(parents[-1]) if parents else unit.get_level_display()]
    if unit.dissolved_on:
        parts.append(f"chấm dứt {unit.dissolved_on:%d/%m/%Y}")
    return " · ".join(part for part in parts if part)


def _people(actor: Actor, unit: Unit) -> list[Any]:
    found = selectors.people_of(actor, unit=unit, state="dang")
    return list(selectors.with_positions(found, actor.on)[: SHOWN_PEOPLE + 1])


def _facts(unit: Unit) -> list[tuple[str, Any]]:
    return [
        ("Loại tổ chức", unit.get_kind_display()),
        ("Cấp", unit.get_level_display()),
        ("Ký hiệu văn bản", unit.code),
        ("Tên gọn", unit.short_name if unit.short_name != unit.name else ""),
        ("Tư cách pháp nhân", "Có" if unit.is_legal_person else "Không"),
        ("Ban hành văn bản", "" if unit.issues_papers else "Không"),
        ("Thuộc cơ quan", str(unit.body) if unit.body_id and unit.body_id != unit.pk else ""),
        ("Thành lập", unit.founded_on),
        ("Chấm dứt", unit.dissolved_on),
        ("Chấm dứt theo", unit.dissolved_by),
        ("Ghi chú", unit.note),
    ]


def _tabs(actor: Actor, chosen: str) -> list[Tab]:
    return [
        Tab("Trong hệ thống", reverse("orgs:units"), chosen=chosen == "tree"),
        Tab("Ngoài hệ thống", reverse("orgs:outside"), chosen=chosen == "outside"),
    ]


def _may_add(actor: Actor) -> bool:
    return actor.has(Right.UNITS_MANAGE)


def _opened(request: HttpRequest, actor: Actor) -> set[int]:
    """As the address says; at first the way down to the body that one works in, and its own rooms."""
    if OPENED in request.GET:
        return {pk for part in request.GET[OPENED].split(",")[:OPEN_AT_ONCE] if (pk := asked.as_key(part))}
    body = actor.body
    return {int(part) for part in body.path.split("/") if part} if body else set()


def _branches(found: dict[int | None, list[Unit]], parent: int | None, opened: set[int]) -> list[Branch]:
    return [
        _branch(unit, opened, _branches(found, unit.pk, opened) if unit.pk in opened else ())
        for unit in found.get(parent, ())
    ]


def _branch(unit: Unit, opened: set[int], below: Sequence[Branch]) -> Branch:
    is_open = unit.pk in opened
    turned = sorted(opened - {unit.pk} if is_open else opened | {unit.pk})
    part = reverse("orgs:branch", args=[unit.pk])
    return Branch(
        unit=unit,
        is_open=is_open,
        turn_url=f"{reverse('orgs:units')}?{OPENED}={','.join(map(str, turned))}#u{unit.pk}",
        part_url=f"{part}?dong=1" if is_open else part,
        below=below,
    )

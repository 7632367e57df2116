"""The box at the top of every page: each app is asked for what the actor may see, the exact number or name first."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from thidua.kit.ui import asked
from thidua.kit.ui.respond import respond
from thidua.kit.ui.wording import day
from thidua.records.meetings import selectors as meetings
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.selectors import lists as register
from thidua.vn.documents import number_key
from thidua.vn.fold import fold
from thidua.work.movements.selectors import lists as movements
from thidua.work.programme.models import Task
from thidua.work.programme.selectors import visible as programme

FEW, SHOWN = 3, 8
"""Of each kind among the suggestions, and on the page."""
SHORTEST = 2


@dataclass(frozen=True)
class Hit:
    title: str
    note: str
    url: str
    is_exact: bool


@dataclass(frozen=True)
class Kind:
    """What one app finds: asked where the actor has one of the rights (none named: always)."""

    label: str
    rights: tuple[Right, ...]
    find: Callable[[Actor, str, int], list[Hit]]
    list_name: str
    """Of the address of all that is found, and how its words are called there."""
    words: str = "q"
    more: str = ""


@dataclass(frozen=True)
class Group:
    label: str
    hits: list[Hit]
    all_url: str
    has_more: bool


def found(actor: Actor, text: str, few: int) -> list[Group]:
    """Groups with something in them; those first where the number or the name is exactly what was typed."""
    if len(fold(text)) < SHORTEST:
        return []
    groups = []
    for kind in KINDS:
        if kind.rights and not any(actor.has(right) for right in kind.rights):
            continue
        hits = kind.find(actor, text, few + 1)
        if hits:
            url = f"{reverse(kind.list_name)}?{kind.more}{urlencode({kind.words: text})}"
            groups.append(Group(kind.label, hits[:few], url, len(hits) > few))
    return sorted(groups, key=lambda group: not any(hit.is_exact for hit in group.hits))


def _documents(actor: Actor, text: str, few: int) -> list[Hit]:
    rows, key = register.listed(actor), number_key(text)
    same = rows.filter(number_key=key).order_by("-ordered_on", "-pk")[:few] if key else []
    holding = register.in_words(rows, text).order_by("-ordered_on", "-pk")[:few]
    return [
        Hit(
            str(row),
            _note(day(row.issued_on), row.title if row.number else row.get_state_display()),
            _at("register:document", row),
            row.number_key == key,
        )
        for row in list(dict.fromkeys([*same, *holding]))[:few]
    ]


def _movements(actor: Actor, text: str, few: int) -> list[Hit]:
    rows = movements.in_words(movements.visible_to(actor).select_related("launcher"), text)
    return [
        Hit(
            row.name,
            _note(row.launcher.called if row.launcher else "", row.period_label or day(row.launched_on)),
            _at("movements:movement", row),
            row.folded == fold(text),
        )
        for row in rows.order_by(F("launched_on").desc(nulls_last=True), "-pk")[:few]
    ]


def _tasks(actor: Actor, text: str, few: int) -> list[Hit]:
    rows = programme.in_words(programme.listed(actor), text)
    rows = rows.order_by(F("cancelled_on").asc(nulls_first=True), F("done_on").asc(nulls_first=True), "-pk")
    return [
        Hit(
            row.title,
            _note(row.assignee, f"hạn {day(row.due_on)}" if row.due_on else "", Task.State(row.state).label),
            _at("programme:task", row),
            False,
        )
        for row in rows[:few]
    ]


def _meetings(actor: Actor, text: str, few: int) -> list[Hit]:
    rows = meetings.with_day(meetings.in_words(meetings.visible_to(actor), text))
    return [
        Hit(row.name, _note(row.when, row.place), _at("meetings:meeting", row), fold(row.name) == fold(text))
        for row in rows.order_by(F("day").desc(nulls_last=True), "-pk")[:few]
    ]


def _units(actor: Actor, text: str, few: int) -> list[Hit]:
    key = fold(text)
    rows = list(orgs.search_units(actor, text)[: few * 4])
    rows.sort(key=lambda row: (not _is_called(row, key), row.dissolved_on is not None, row.is_outside))
    above = orgs.path_names(rows[:few])
    return [
        Hit(
            row.name,
            _note(*(unit.called for unit in above[row.pk][-1:]), "đã kết thúc" if row.dissolved_on else ""),
            _at("orgs:unit", row),
            _is_called(row, key),
        )
        for row in rows[:few]
    ]


def _is_called(unit: Unit, key: str) -> bool:
    return key in (fold(unit.name), fold(unit.short_name), fold(unit.code))


def _people(actor: Actor, text: str, few: int) -> list[Hit]:
    return [
        Hit(
            row.full_name,
            _note(*(f"{held.title}, {held.unit}" if held.title else str(held.unit) for held in row.now[:1])),
            _at("orgs:person", row),
            row.folded == fold(text),
        )
        for row in orgs.search_people(actor, text, few)
    ]


KINDS: tuple[Kind, ...] = (
    Kind("Văn bản", (Right.REGISTER_READ,), _documents, "register:list"),
    Kind("Phong trào", (Right.MOVEMENTS_READ,), _movements, "movements:list", "ten"),
    Kind("Nhiệm vụ", (Right.TASKS_READ,), _tasks, "programme:board", more="xem=bang&"),
    Kind("Cuộc họp", (Right.MEETINGS_READ,), _meetings, "meetings:list"),
    Kind("Con người", (Right.PEOPLE_READ,), _people, "orgs:people"),
    Kind("Tổ chức", (), _units, "orgs:units"),
)


def _at(name: str, row: object) -> str:
    return reverse(name, args=[row.pk])  # type: ignore[attr-defined]


def _note(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


@needs()
def show(request: HttpRequest) -> HttpResponse:
    """`?q=`: the page; for htmx the suggestions below the box."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    text = asked.words(request.GET)
    is_part = bool(getattr(request, "htmx", None))
    groups = found(actor, text, FEW if is_part else SHOWN)
    context = {"text": text, "groups": groups, "is_short": len(fold(text)) < SHORTEST}
    return respond(request, "web/search.html#suggestions", context)

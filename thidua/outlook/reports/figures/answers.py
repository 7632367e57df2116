"""How the body answered the movements of those above: by whose movements they are."""

from collections.abc import Iterable

from thidua.outlook.reports.built import Item, Piece, Ref
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.documents import speaks_of
from thidua.outlook.reports.figures.printing import (
    document_item,
    document_key,
    movement_name,
    movement_ref,
    tidy,
)
from thidua.outlook.reports.figures.records import Records
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Topic
from thidua.work.movements.models import Movement, Response
from thidua.work.movements.selectors.reporting import Answered

LAUNCHERS = frozenset({"central", "province", "others"})
"""central: the Prime Minister, ministries · province: the people's committee above · others: the Party committee, the Front,
other offices of the province."""
_Kind = Response.Kind
_ORDER = (_Kind.PLAN, _Kind.REGISTRATION, _Kind.WORKED_IN, _Kind.WITHOUT_PAPER)
_SAID = {
    _Kind.PLAN: "Kế hoạch thực hiện",
    _Kind.REGISTRATION: "Văn bản đăng ký hưởng ứng",
    _Kind.WORKED_IN: "Lồng ghép thực hiện",
    _Kind.WITHOUT_PAPER: "Hưởng ứng",
}


def answers(asking: Asking) -> Found:
    """Each of the body's papers once, though it answers several movements; then answers without a paper of their own."""
    records, launchers = asking.records, asking.param("launchers")
    told_elsewhere = asking.param("but_words")
    wanted = [
        row
        for row in records.answers
        if side_of(records, row.superior) in launchers
        and not (told_elsewhere and speaks_of(row.superior.name, told_elsewhere))
    ]
    found: dict[str, Item] = {}
    for row in sorted(wanted, key=_place):
        for item in _items(row):
            known = found.get(item.key)
            found[item.key] = _joined(known, item.refs) if known else item
    for item in _by_edges(asking, launchers):
        found.setdefault(item.key, item)
    return Found(list(found.values()), _words(asking))


def side_of(records: Records, movement: Movement) -> str:
    """central, province or others; where no launcher is known, by the level that the text gave."""
    if movement.launcher is None:
        level = movement.level
        return {Unit.Level.CENTRAL: "central", Unit.Level.PROVINCE: "province"}.get(level, "others")  # type: ignore[call-overload]
    sides = records.sides.of_unit(movement.launcher)
    return next((side for side in ("central", "province") if side in sides), "others")


def _place(row: Answered) -> tuple[int, str, int]:
    day = min((str(document.issued_on or "9999") for document in row.documents), default="9999")
    return _ORDER.index(_Kind(row.response.kind)), day, row.response.pk


def _items(row: Answered) -> list[Item]:
    superior = movement_ref(row.superior)
    if row.documents:
        return [document_item(document, "", superior) for document in row.documents]
    kind = _Kind(row.response.kind)
    told = row.ours or row.superior
    ref = movement_ref(told)
    text = (Piece(f"{_SAID[kind]} "), Piece(movement_name(told), ref.key))
    note = tidy(row.response.note) if kind == _Kind.WORKED_IN else ""
    more = (Piece(f": {note}"),) if note else ()
    return [Item(ref.key, (*text, *more), (ref, superior) if row.ours else (ref,))]


def _joined(item: Item, refs: Iterable[Ref]) -> Item:
    known = {ref.key: ref for ref in (*item.refs, *refs)}
    return Item(item.key, item.text, tuple(known.values()))


def _by_edges(asking: Asking, launchers: tuple[str, ...]) -> list[Item]:
    """Papers of ours that carry out a superior's paper on a movement, where nobody has recorded the movement."""
    records = asking.records
    ours = [
        row
        for row in records.documents("holds", asking.period)
        if row.topic == Topic.MOVEMENTS and "ours" in records.sides_of(row) and row.pk in records.implementing
    ]
    told_elsewhere = asking.param("but_words")
    known = {document_key(document.pk) for row in records.answers for document in row.documents}
    found = []
    for row in ours:
        targets = [each for each in records.implementing[row.pk] if each.topic == Topic.MOVEMENTS]
        sides = {_side_of_paper(records.sides_of(target)) for target in targets}
        if told_elsewhere and speaks_of(row.title, told_elsewhere):
            continue
        if sides & set(launchers) and document_key(row.pk) not in known:
            found.append(document_item(row))
    return found


def _side_of_paper(sides: frozenset[str]) -> str:
    return next((side for side in ("central", "province") if side in sides), "others")


def _words(asking: Asking) -> str:
    said = {
        "central": "Trung ương",
        "province": "Ủy ban nhân dân tỉnh",
        "others": "cấp ủy và các cơ quan khác",
    }
    whose = ", ".join(said[each] for each in asking.param("launchers"))
    return f"Hưởng ứng của cơ quan đối với phong trào do {whose} phát động, còn thực hiện trong kỳ."

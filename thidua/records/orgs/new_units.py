"""Units of one list before they stand: in what order, why not, and the rows that each takes. Called by `services.many`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from thidua.kit.refused import refuse_if
from thidua.kit.sheets.made import Made
from thidua.records.orgs import permissions, tree
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit, UnitCode, UnitName, UnitPlace
from thidua.records.orgs.typed import tidy
from thidua.vn.fold import fold

AT_ONCE, REASONS = 500, 20
OFFICIAL = (UnitCode.Scheme.H02, UnitCode.Scheme.QD20)
Superior = Unit | str | None


@dataclass(frozen=True)
class UnitLine:
    """One unit as a list tells it. `place`: where the line stands in what was pasted, for a refusal."""

    place: int
    name: str
    kind: str
    level: str
    parent: Superior = None
    """A unit that stands, or the `key` of another line; None: below the body for which the list is entered."""
    key: str = ""
    short_name: str = ""
    code: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Other codes by their scheme (`UnitCode.Scheme`)."""
    is_legal_person: bool = False
    issues_papers: bool = True
    is_outside: bool = False
    """Known by name only; with no `parent` it stands at the top, not below the body."""
    since: date | None = None
    by_document: str = ""
    note: str = ""


@dataclass(frozen=True)
class Ordered:
    """A list from the top down, a level of the tree after the other."""

    levels: tuple[tuple[UnitLine, ...], ...]
    superiors: Mapping[int, Unit | UnitLine | None]
    """By the place of the line: a unit that stands, a line of a level before, or nobody."""

    @property
    def lines(self) -> list[UnitLine]:
        return [line for level in self.levels for line in level]


def in_order(lines: Sequence[UnitLine], body: Unit | None) -> Ordered:
    """Superiors before what stands below them. Refused where a key stands for no line, for two, or runs in a circle."""
    by_key = {line.key: line for line in lines if line.key}
    refuse_if(_why_not_keys(lines, by_key)[:REASONS])
    standing = {line.parent.pk for line in lines if isinstance(line.parent, Unit)}
    standing |= {body.pk} if body else set()
    fresh = {
        unit.pk: unit for unit in Unit.objects.select_for_update().filter(pk__in=standing).order_by("pk")
    }
    superiors = {line.place: _superior(line, body, by_key, fresh) for line in lines}
    levels: dict[int, list[UnitLine]] = {}
    for line in lines:
        levels.setdefault(len(_above(line, by_key)), []).append(line)
    return Ordered(tuple(tuple(levels[depth]) for depth in sorted(levels)), superiors)


def why_not(ordered: Ordered, by: Actor) -> list[str]:
    """Each reason names its line. Two queries for each AT_ONCE lines, and what a right asks that reaches down the tree."""
    lines = ordered.lines
    twins, holders = _standing_twins(ordered, by.on), _code_holders(lines)
    paths: dict[int, str] = {}
    reasons: list[tuple[int, str]] = []
    for line in lines:
        superior = ordered.superiors[line.place]
        above = _stand_in(superior, paths) if isinstance(superior, UnitLine) else superior
        paths[line.place] = f"{above.path if above else '/'}0/"
        twin, codes = (_ref(superior), fold(line.name)), _official(line)
        wrong = _why_not_alone(line, above, by)
        if twin in twins:
            wrong.append(f"Đã có “{twins[twin]}”. Dùng tổ chức đó, hoặc ghi tên đầy đủ hơn.")
        wrong += [
            f"Mã {code[1]} đang dùng cho “{holders[code]}”. Kiểm tra lại mã."
            for code in codes
            if code in holders
        ]
        if not wrong:
            twins[twin] = tidy(line.name)
            holders |= dict.fromkeys(codes, tidy(line.name))
        reasons += [(line.place, reason) for reason in wrong]
    return [f"Dòng {place}: {reason}" for place, reason in sorted(reasons, key=lambda each: each[0])]


def make(ordered: Ordered, lines: Sequence[UnitLine]) -> Made:
    """The rows of all lines; the units stand in `Made` in the order of `lines`. Derived columns as `tree.settle` has them."""
    units: dict[int, Unit] = {}
    for level in ordered.levels:
        for line in level:
            superior = ordered.superiors[line.place]
            units[line.place] = _unit(
                line, units[superior.place] if isinstance(superior, UnitLine) else superior
            )
        new = [units[line.place] for line in level]
        Unit.objects.bulk_create(new, AT_ONCE)
        for unit in new:
            unit.path = f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
            unit.body_id = unit.pk if tree.is_body(unit) else unit.parent.body_id if unit.parent else None
    Unit.objects.bulk_update(units.values(), ["path", "body"], batch_size=AT_ONCE)
    made = Made()
    made.add(*(units[line.place] for line in lines))
    for model, rows in _dated(lines, units):
        made.add(*model.objects.bulk_create(rows, AT_ONCE))
    return made


def _why_not_keys(lines: Sequence[UnitLine], by_key: Mapping[str, UnitLine]) -> list[str]:
    reasons = []
    for line in lines:
        if line.key and by_key[line.key] is not line:
            reasons.append(f"Dòng {line.place}: trùng với dòng {by_key[line.key].place}. Bỏ một dòng.")
        if isinstance(line.parent, str) and line.parent not in by_key:
            reasons.append(f"Dòng {line.place}: không thấy tổ chức cấp trên “{line.parent}” trong danh sách.")
        elif line in _above(line, by_key):
            reasons.append(f"Dòng {line.place}: trực thuộc chính mình. Sửa lại cột cấp trên.")
    return reasons


def _above(line: UnitLine, by_key: Mapping[str, UnitLine]) -> list[UnitLine]:
    """Lines above this one, nearest first; a circle ends where it closes, with the line itself."""
    found: list[UnitLine] = []
    at = line
    while isinstance(at.parent, str) and at.parent in by_key and at not in found[:-1]:
        at = by_key[at.parent]
        found.append(at)
        if at is line:
            break
    return found


def _superior(
    line: UnitLine, body: Unit | None, by_key: Mapping[str, UnitLine], fresh: Mapping[int, Unit]
) -> Unit | UnitLine | None:
    if isinstance(line.parent, str):
        return by_key[line.parent]
    above = line.parent or (None if line.is_outside else body)
    return fresh[above.pk] if above else None


def _stand_in(line: UnitLine, paths: Mapping[int, str]) -> Unit:
    """A line as the unit that it becomes, for rights that reach down the tree."""
    return Unit(
        name=tidy(line.name), path=paths[line.place], is_outside=line.is_outside, founded_on=line.since
    )


def _why_not_alone(line: UnitLine, above: Unit | None, by: Actor) -> list[str]:
    """What `found_unit`, or for an outside body `add_outside_unit`, says to this line."""
    reasons = (
        permissions.why_not_add_outside_unit(by)
        if line.is_outside
        else permissions.why_not_found_unit(by, above)
    )
    if not tidy(line.name):
        reasons = [*reasons, "Nhập tên tổ chức."]
    if line.kind not in Unit.Kind.values or line.level not in Unit.Level.values:
        reasons = [*reasons, "Chọn loại tổ chức và cấp trong danh sách."]
    if above and line.since and above.founded_on and line.since < above.founded_on:
        day = f"{above.founded_on:%d/%m/%Y}"
        reasons = [*reasons, f"“{above}” thành lập ngày {day}, sau ngày thành lập đơn vị này."]
    return list(reasons)


def _ref(superior: Unit | UnitLine | None) -> tuple[str, int]:
    """One superior as a key: a unit that stands, a line, nobody."""
    if isinstance(superior, UnitLine):
        return ("line", superior.place)
    return ("unit", superior.pk) if superior else ("", 0)


def _standing_twins(ordered: Ordered, on: date) -> dict[tuple[tuple[str, int], str], str]:
    """Living units by superior and folded name, as far as the list names them."""
    above = {ref[1] for ref in map(_ref, ordered.superiors.values()) if ref[0] == "unit"}
    found: dict[tuple[tuple[str, int], str], str] = {}
    for chunk in _chunks(sorted({fold(line.name) for line in ordered.lines})):
        rows = Unit.objects.existing(on).filter(Q(parent__in=above) | Q(parent=None), folded__in=chunk)
        for name, folded, parent in rows.order_by("-pk").values_list("name", "folded", "parent_id"):
            found[("unit", parent) if parent else ("", 0), folded] = name
    return found


def _official(line: UnitLine) -> list[tuple[str, str]]:
    return [(scheme, tidy(code)) for scheme, code in line.codes.items() if scheme in OFFICIAL]


def _code_holders(lines: Iterable[UnitLine]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for chunk in _chunks(sorted({code for line in lines for _, code in _official(line)})):
        rows = UnitCode.objects.filter(scheme__in=OFFICIAL, code__in=chunk, until=None).select_related("unit")
        found |= {(row.scheme, row.code): row.unit.name for row in rows}
    return found


def _unit(line: UnitLine, parent: Unit | None) -> Unit:
    name = tidy(line.name)
    return Unit(
        kind=line.kind,
        level=line.level,
        is_legal_person=line.is_legal_person or line.is_outside,
        issues_papers=line.issues_papers,
        is_outside=line.is_outside,
        founded_on=line.since,
        note=line.note,
        name=name,
        short_name=line.short_name,
        code=tidy(line.code),
        folded=fold(name)[:300],
        parent=parent,
        path="",
    )


def _dated(
    lines: Sequence[UnitLine], units: Mapping[int, Unit]
) -> Iterator[tuple[type[UnitName] | type[UnitPlace] | type[UnitCode], list]]:
    """The rows over time that the columns of the units repeat."""
    pairs = [(line, units[line.place]) for line in lines]
    yield (
        UnitName,
        [
            UnitName(
                unit=unit,
                name=unit.name,
                short_name=unit.short_name,
                folded=unit.folded,
                since=line.since,
                by_document=line.by_document,
            )
            for line, unit in pairs
        ],
    )
    yield (
        UnitPlace,
        [
            UnitPlace(unit=unit, parent=unit.parent, since=line.since, by_document=line.by_document)
            for line, unit in pairs
            if unit.parent
        ],
    )
    codes = [(unit, UnitCode.Scheme.SHORT, unit.code, line.since) for line, unit in pairs if unit.code]
    codes += [
        (unit, scheme, tidy(code), None)
        for line, unit in pairs
        for scheme, code in line.codes.items()
        if tidy(code)
    ]
    yield (
        UnitCode,
        [UnitCode(unit=unit, scheme=scheme, code=code, since=since) for unit, scheme, code, since in codes],
    )


def _chunks(words: Sequence[str]) -> Iterator[Sequence[str]]:
    return (words[start : start + AT_ONCE] for start in range(0, len(words), AT_ONCE))

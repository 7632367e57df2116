"""Which unit a cell means: by code, by a name of today or once, else by what is nearest."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from thidua.kit.sheets.alike import near, nearest
from thidua.kit.sheets.loading import Asking
from thidua.kit.sheets.problems import SKIP, Choice, Question
from thidua.records.orgs import selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit, UnitCode, UnitName
from thidua.vn.fold import fold

_OFFERED, _REMEMBERED = 6, 2_000
_LEAVE_OUT = Choice(SKIP, "Bỏ các dòng này", "không ghi vào sổ")


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of a unit while a sheet is walked through; the row itself is fetched by the chunk."""

    pk: int
    name: str
    path: str
    body: int | None
    is_living: bool


class WhichUnit:
    """All units by their names and codes, read once a walk in three queries; grows with units, not with rows."""

    def __init__(self, *, body: Unit, by: Actor) -> None:
        self._body_path = body.path
        self.known: dict[int, Known] = {}
        self._today: dict[str, list[int]] = {}
        self._once: dict[str, list[int]] = {}
        self._codes: dict[str, list[int]] = {}
        self._found: dict[str, list[int]] = {}
        self._rows: dict[int, Unit] = {}
        visible = selectors.units_visible_to(by).order_by("pk")
        columns = ("pk", "name", "short_name", "code", "folded", "path", "body_id", "dissolved_on")
        for pk, name, short, code, folded, path, in_body, dissolved in visible.values_list(*columns):
            self.known[pk] = Known(pk, name, path, in_body, dissolved is None or dissolved > by.on)
            for said in {folded, fold(short)} - {""}:
                self._today.setdefault(said, []).append(pk)
            if code:
                self._codes.setdefault(code.casefold(), []).append(pk)
        for pk, folded in UnitName.objects.order_by("pk").values_list("unit_id", "folded"):
            if pk in self.known and pk not in self._once.setdefault(folded, []):
                self._once[folded].append(pk)
        for pk, code in UnitCode.objects.order_by("pk").values_list("unit_id", "code"):
            if pk in self.known and pk not in self._codes.setdefault(code.casefold(), []):
                self._codes[code.casefold()].append(pk)

    def find(self, asking: Asking, key: str) -> int | None:
        """The unit that a cell of the row means; None where the cell is blank, or a fault or a question was left."""
        said = asking.row.get(key)
        if said is None:
            return None
        if said not in self._found:
            self._found[said] = self._candidates(said)
        found = self._found[said]
        if len(found) == 1:
            return found[0]
        if found:
            return self._ask(asking, key, said, found, "Có nhiều tổ chức tên “{}”. Là tổ chức nào?")
        alike = self._near(said)
        if alike:
            return self._ask(asking, key, said, alike, "Không có tổ chức “{}”. Có phải tổ chức này?")
        asking.fault(key, self._unknown(said), value=said)
        return None

    def has(self, said: str) -> bool:
        return bool(self._candidates(said))

    def stands(self, name: str, parent: int) -> bool:
        """Whether a living unit of this name stands right below that one."""
        above = self.known[parent].path if parent in self.known else ""
        found = (self.known[pk] for pk in self._today.get(fold(name), ()))
        return any(one.is_living and one.path == f"{above}{one.pk}/" for one in found)

    def rows(self, pks: Iterable[int | None]) -> dict[int, Unit]:
        """The units themselves, with their bodies; one query at most."""
        wanted = {pk for pk in pks if pk is not None}
        if len(self._rows) > _REMEMBERED:
            self._rows.clear()
        if new := wanted - self._rows.keys():
            self._rows |= Unit.objects.select_related("body").in_bulk(new)
        return {pk: self._rows[pk] for pk in wanted}

    def related(self, one: int, other: int) -> bool:
        """Whether who is said to be in `one` may be recorded in `other`: the same, a part of it, or the body around it."""
        a, b = self.known.get(one), self.known.get(other)
        if a is None or b is None:
            return one == other
        return b.path.startswith(a.path) or (a.path.startswith(b.path) and a.body == b.body)

    def _candidates(self, said: str) -> list[int]:
        folded = fold(said)
        exact = self._codes.get(said.strip().casefold()) or self._today.get(folded) or self._once.get(folded)
        if exact is None and "," in said:
            inner, _, outer = said.partition(",")
            around = self._candidates(outer.strip())
            if len(around) == 1:
                path = self.known[around[0]].path
                exact = [pk for pk in self._candidates(inner) if self.known[pk].path.startswith(path)]
        return self._preferred(exact or [])

    def _preferred(self, pks: Collection[int]) -> list[int]:
        """Of several those of the body for which the sheet is loaded, then those that live."""
        own = [pk for pk in pks if self.known[pk].path.startswith(self._body_path)] or list(pks)
        living = [pk for pk in own if self.known[pk].is_living]
        return living or own

    def _near(self, said: str) -> list[int]:
        names = list(self._today)
        found = [pk for place in near(fold(said), names, limit=_OFFERED) for pk in self._today[names[place]]]
        return self._preferred(found)[:_OFFERED]

    def _ask(self, asking: Asking, key: str, said: str, pks: Collection[int], words: str) -> int | None:
        offered = [Choice(str(pk), self.known[pk].name, self._where(pk)) for pk in list(pks)[:_OFFERED]]
        question = Question(
            f"unit:{fold(said)}"[:200],
            asking.row.cell(key),
            asking.row.number,
            words.format(said[:120]),
            (*offered, _LEAVE_OUT),
        )
        answer = asking.ask(question)
        return int(answer) if answer.isdigit() else None

    def _where(self, pk: int) -> str:
        above = [int(part) for part in self.known[pk].path.split("/") if part][:-1]
        names = [self.known[each].name for each in reversed(above) if each in self.known]
        ended = "" if self.known[pk].is_living else "đã chấm dứt; "
        return f"{ended}thuộc {names[0]}" if names else f"{ended}cấp cao nhất"

    def _unknown(self, said: str) -> str:
        meant = [self.known[self._today[name][0]].name for name in nearest(fold(said), self._today)]
        hint = f" Gần nhất: {', '.join(f'“{name}”' for name in meant)}." if meant else ""
        return f"Không có tổ chức “{said[:80]}” trong danh bạ.{hint} Sửa tên, hoặc thêm tổ chức trước."

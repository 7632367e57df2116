"""Whom a row means: by identity number, else by name, year of birth and unit together. What does not fit in all three
is asked; nobody is merged or made in silence."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from thidua.kit.sheets.alike import near, same_marks
from thidua.kit.sheets.layout import Column
from thidua.kit.sheets.loading import Asking
from thidua.kit.sheets.problems import NEW, SKIP, Choice, Question
from thidua.records.orgs import identity, selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.rights import Right
from thidua.records.orgs.sheets.which_unit import WhichUnit
from thidua.vn.dates import short_date
from thidua.vn.fold import fold

_OFFERED, _REMEMBERED = 6, 20_000
_MADE_NEW = Choice(NEW, "Là người mới", "lập thẻ mới trong danh bạ")
_LEAVE_OUT = Choice(SKIP, "Bỏ dòng này", "không ghi vào sổ")


def who_columns(name: str = "Họ và tên", *, required: bool = True) -> tuple[Column, ...]:
    """The columns that tell whom a row means; each app puts them at the head of its layout."""
    return (
        Column(
            "name",
            name,
            required=required,
            example="Lê Hoàng Nam",
            longest=120,
            width=28,
            aliases=("Họ tên", "Họ và tên", "Tên"),
        ),
        Column(
            "birth_year", "Năm sinh", "year", example=1986, width=10, hint="Giúp phân biệt người trùng tên."
        ),
        Column(
            "identity",
            "Số định danh",
            "digits",
            lengths=(9, 12),
            width=16,
            aliases=("CCCD", "Số CCCD", "CMND", "Số định danh cá nhân", "Căn cước"),
            hint="12 chữ số; giấy tờ cũ 9 chữ số. Có số này thì nhận đúng người, không phải hỏi lại.",
        ),
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row's say. `unit`: key of the unit that it names."""

    asking: Asking
    name: str
    birth_year: int | None = None
    born_on: date | None = None
    unit: int | None = None
    number: str = ""

    @property
    def folded(self) -> str:
        return fold(self.name)[:120]

    @property
    def told(self) -> tuple[object, ...]:
        """All that is told of whom; rows that tell the same mean the same."""
        return (self.name, self.birth_year, self.born_on, self.unit, self.number)


@dataclass(slots=True)
class Card:
    """What is compared of a person on record."""

    pk: int
    name: str
    folded: str
    born_on: date | None
    birth_year: int | None
    units: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a card fits a row; None: one of the two does not say."""

    card: Card
    unit: bool | None
    year: bool | None
    marks: bool

    @property
    def is_sure(self) -> bool:
        return self.unit is True and self.year is True and self.marks

    @property
    def is_likely(self) -> bool:
        """Nothing speaks against it, something beside the name for it."""
        return (
            self.marks
            and self.unit is not False
            and self.year is not False
            and (self.unit or self.year) is True
        )


class WhichPerson:
    """`may_be_new`: whoever is not found is a new person (a list of people), and not a fault (a list of awards)."""

    def __init__(self, units: WhichUnit, *, by: Actor, may_be_new: bool) -> None:
        self._units, self._by, self._may_be_new = units, by, may_be_new
        self.own: set[int] = set()
        """People that this very sheet has made: not found again."""
        self._sure: dict[tuple[object, ...], int] = {}
        """Whom rows before surely meant: lists of many years name the same people over and over."""

    def resolve(self, wanted: Sequence[Wanted]) -> list[int | str | None]:
        """For each: key of the person, NEW, or None where a fault or a question was left. Seven queries at most."""
        known = [self._sure.get(one.told) for one in wanted]
        if len(self._sure) > _REMEMBERED:
            self._sure.clear()
        found = iter(self._looked_up([one for one, key in zip(wanted, known, strict=True) if key is None]))
        return [next(found) if key is None else key for key in known]

    def _looked_up(self, wanted: Sequence[Wanted]) -> list[int | str | None]:
        digests = {
            place: identity.hash_of(digits)
            for place, one in enumerate(wanted)
            if one.number and (digits := identity.digits_of(one.number))
        }
        by_hash, unseen = self._by_identity(set(digests.values()))
        cards = self._cards(Q(folded__in={one.folded for one in wanted if one.name}))
        named: dict[str, list[Card]] = {}
        for card in cards:
            named.setdefault(card.folded, []).append(card)
        around = self._around(one for one in wanted if one.folded not in named)
        found: list[int | str | None] = []
        for place, one in enumerate(wanted):
            digest = digests.get(place, "")
            if digest in by_hash:
                found.append(self._by_number(one, by_hash[digest]))
            elif digest in unseen:
                one.asking.fault("identity", _ELSEWHERE)
                found.append(None)
            else:
                found.append(self._by_name(one, named.get(one.folded, []), around))
        return found

    def _by_identity(self, hashes: Collection[str]) -> tuple[dict[str, Card], set[str]]:
        """Cards by hash, and hashes of people whom this actor may not see."""
        if not hashes:
            return {}, set()
        everywhere = Person.objects.filter(identity_hash__in=hashes, merged_into=None).exclude(
            pk__in=self.own
        )
        found = dict(everywhere.values_list("identity_hash", "pk"))
        seen = self._cards(Q(pk__in=found.values()), everybody=self._by.has(Right.IDENTITY_READ))
        cards = {card.pk: card for card in seen}
        by_hash = {digest: cards[pk] for digest, pk in found.items() if pk in cards}
        return by_hash, set(found) - set(by_hash)

    def _cards(self, condition: Q, *, everybody: bool = False) -> list[Card]:
        """People with the units where they have ever been; two queries."""
        rows = Person.objects.filter(merged_into=None) if everybody else selectors.people_visible_to(self._by)
        rows = rows.filter(condition).order_by("pk")
        columns = ("pk", "full_name", "folded", "born_on", "birth_year")
        cards = {row[0]: Card(*row) for row in rows.values_list(*columns) if row[0] not in self.own}
        if cards:
            held = Position.objects.filter(person__in=cards).order_by("pk")
            for person, unit in held.values_list("person_id", "unit_id"):
                cards[person].units.append(unit)
        return list(cards.values())

    def _around(self, wanted: Iterable[Wanted]) -> dict[int, list[Card]]:
        """Colleagues in the bodies of rows whose name nobody bears: among them a letter may be wrong."""
        known = self._units.known
        bodies = {known[one.unit].body or one.unit for one in wanted if one.unit in known}
        if not bodies:
            return {}
        there: dict[int, list[Card]] = {}
        rows = selectors.people_visible_to(self._by).filter(positions__unit__body__in=bodies)
        columns = ("pk", "full_name", "folded", "born_on", "birth_year", "positions__unit_id")
        for *told, unit in rows.order_by("pk").values_list(*columns):
            if told[0] not in self.own and unit in known:
                there.setdefault(known[unit].body or unit, []).append(Card(*told, units=[unit]))
        return there

    def _by_number(self, one: Wanted, card: Card) -> int | None:
        """The number decides; where the name is another one, the officer does."""
        if card.folded == one.folded:
            return card.pk
        words = f"Số định danh này đã ghi cho {card.name}, trong tệp ghi “{one.name}”. Có phải một người?"
        fit = Fit(card, None, None, True)
        answer = self._ask(one, words, [fit], may_be_new=False, likely="", cell="identity")
        return int(answer) if answer.isdigit() else None

    def _by_name(self, one: Wanted, cards: Sequence[Card], around: dict[int, list[Card]]) -> int | str | None:
        if not one.name:
            return None
        fits = [fit for fit in (self._fit(one, card) for card in cards) if self._counts(one, fit)]
        sure = [fit for fit in fits if fit.is_sure]
        if len(sure) == 1:
            if not self._may_be_new:
                self._sure[one.told] = sure[0].card.pk
            return sure[0].card.pk
        if not fits:
            fits = self._nearly(one, around)
        if fits:
            likely = str(fits[0].card.pk) if len(fits) == 1 and fits[0].is_likely else ""
            words = _words(one, fits)
            answer = self._ask(one, words, fits, may_be_new=self._may_be_new, likely=likely)
            return int(answer) if answer.isdigit() else (answer if answer == NEW else None)
        if self._may_be_new:
            return NEW
        if not one.asking.problems:
            one.asking.fault("name", _unknown(one), value=one.name)
        return None

    def _fit(self, one: Wanted, card: Card) -> Fit:
        unit = (
            None
            if one.unit is None or not card.units
            else any(self._units.related(one.unit, each) for each in card.units)
        )
        year = (
            None if one.birth_year is None or card.birth_year is None else one.birth_year == card.birth_year
        )
        if year and one.born_on and card.born_on:
            year = one.born_on == card.born_on
        return Fit(card, unit, year, same_marks(one.name, card.name))

    def _counts(self, one: Wanted, fit: Fit) -> bool:
        """Whether a namesake may be meant at all: one elsewhere, of another or an unknown age, is somebody else."""
        if fit.unit is False and fit.year is False:
            return False
        if self._may_be_new:
            return fit.unit is True or fit.year is True
        return True

    def _nearly(self, one: Wanted, around: dict[int, list[Card]]) -> list[Fit]:
        known = self._units.known
        if one.unit not in known:
            return []
        cards = around.get(known[one.unit].body or one.unit, [])
        found: dict[int, Fit] = {}
        for place in near(one.folded, [card.folded for card in cards]):
            fit = self._fit(one, cards[place])
            if fit.unit and fit.year is not False:
                found.setdefault(fit.card.pk, fit)
        return list(found.values())

    def _ask(
        self,
        one: Wanted,
        words: str,
        fits: Sequence[Fit],
        *,
        may_be_new: bool,
        likely: str,
        cell: str = "name",
    ) -> str:
        offered = [Choice(str(fit.card.pk), f"Là {fit.card.name}", self._why(fit)) for fit in fits[:_OFFERED]]
        row = one.asking.row
        more = (_MADE_NEW, _LEAVE_OUT) if may_be_new else (_LEAVE_OUT,)
        place = f"{one.birth_year or ''}:{one.unit or ''}"
        # A list of people asks of each row: two rows may be two people.
        key = f"person:{one.folded}:{place}" + (f":{row.number}" if self._may_be_new else "")
        question = Question(key[:200], row.cell(cell), row.number, words, (*offered, *more), likely)
        return one.asking.ask(question)

    def _why(self, fit: Fit) -> str:
        card, known = fit.card, self._units.known
        born = short_date(card.born_on) if card.born_on else str(card.birth_year or "")
        where = [known[unit].name for unit in dict.fromkeys(card.units) if unit in known][:2]
        told = [
            f"sinh {'ngày' if card.born_on else 'năm'} {born}" if born else "chưa ghi năm sinh",
            ", ".join(where) or "chưa có đơn vị",
        ]
        return "; ".join(told)


_ELSEWHERE = "Số định danh này của người thuộc cơ quan khác. Đề nghị người có quyền tra số định danh nạp, hoặc bỏ số này."


def _words(one: Wanted, fits: Sequence[Fit]) -> str:
    first = fits[0]
    if first.card.folded != one.folded:
        why = "tên gần giống, cùng đơn vị"
    else:
        told: list[Any] = ["cùng tên" if first.marks else "tên khác dấu"]
        told.append({True: "cùng đơn vị", False: "khác đơn vị", None: ""}[first.unit])
        told.append({True: "cùng năm sinh", False: "khác năm sinh", None: "thiếu năm sinh để so"}[first.year])
        why = ", ".join(part for part in told if part)
    many = "" if len(fits) == 1 else f"; có {len(fits)} người"
    return f"“{one.name}” là ai? Trong danh bạ: {why}{many}."


def _unknown(one: Wanted) -> str:
    return f"Không có “{one.name}” trong danh bạ. Nạp người này trước (mẫu Người), hoặc sửa tên."

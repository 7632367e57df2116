"""What the register says already: whether an award stands in it, for one row or for many looked up at once."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from thidua.records.awards.models import COLLECTIVE, HOUSEHOLD, PERSON, Award, field_of
from thidua.records.orgs import selectors as orgs

Key = tuple[object, ...]
_SAME_FIGURE = (
    "body_id",
    "home_id",
    "code",
    "name",
    "of_whom",
    "since",
    "until",
    "count",
    "decision_id",
    "source_document_id",
    "decided_by_id",
    "authority",
    "occasion",
)


class Standing:
    """Rows of the register that tell of the same as one of the given rows; `add` takes in those of the list itself.

    At most six queries, however many rows are given. The columns of the given rows must be filled.
    """

    def __init__(self, awards: Iterable[Award]) -> None:
        rows = list(awards)
        self._cards = _cards({row.person_id for row in rows if row.person_id})
        self._named: dict[Key, list[Award]] = {}
        self._figures: dict[Key, Award] = {}
        for row in (*_named_like(rows, self._cards), *_figures_like(rows)):
            self.add(row)

    def add(self, award: Award) -> None:
        """A row that stands from now on, after those that are there."""
        if award.is_aggregate:
            self._figures.setdefault(_figure(award), award)
        else:
            self._named.setdefault(self._key(award), []).append(award)

    def same(self, award: Award) -> Iterator[Award]:
        """Rows that tell of the same award, the first written first: a title is given once a period for one reason, and
        anything once by one decision, or without one. The row that it corrects is not one of them."""
        is_title = bool(award.sort == Award.Sort.TITLE and award.code)
        for row in self._named.get(self._key(award), ()):
            if row.pk is not None and row.pk == award.corrects_id:
                continue
            same_reason = not award.category or row.category in (award.category, "")
            if row.decision_id == award.decision_id or (is_title and same_reason):
                yield row

    def figure(self, award: Award) -> Award | None:
        """The count that says the very same from the same source."""
        return self._figures.get(_figure(award))

    def why_not_again(self, award: Award) -> list[str]:
        """The same award stands already."""
        there = None if award.is_aggregate else next(self.same(award), None)
        if there is None:
            return []
        by_what = f" theo {there.decision}" if there.decision else ""
        return [f"{there}{by_what} đã có trong sổ. Mở dòng đó để sửa hoặc bổ sung."]

    def _key(self, award: Award) -> Key:
        """Cards of one human being are one recipient."""
        if award.person_id:
            who: object = (PERSON, self._cards.get(award.person_id, award.person_id))
        else:
            who = (award.of_whom, getattr(award, f"{field_of(award.of_whom)}_id"))
        return (who, award.code, award.name, award.since, award.until)


def _cards(person_ids: set[int]) -> dict[int, int]:
    """Every card of these human beings → the one that is shown."""
    if not person_ids:
        return {}
    shown = orgs.same_person_ids(person_ids)
    return shown | orgs.same_person_ids(set(shown.values()))


def _named_like(rows: list[Award], cards: dict[int, int]) -> Iterator[Award]:
    """Standing rows of the same recipients, kinds and periods; one query a kind of recipient."""
    for of_whom in (PERSON, COLLECTIVE, HOUSEHOLD):
        key = f"{field_of(of_whom)}_id"
        there = {getattr(row, key) for row in rows} - {None}
        if not there:
            continue
        same = [row for row in rows if getattr(row, key)]
        found = Award.objects.standing().filter(
            **{f"{key}__in": there | set(cards) if of_whom == PERSON else there},
            name__in={row.name for row in same},
            since__in={row.since for row in same},
            until__in={row.until for row in same},
        )
        yield from found.select_related("decision").order_by("pk")


def _figures_like(rows: list[Award]) -> Iterator[Award]:
    counts = [row for row in rows if row.is_aggregate]
    if counts:
        bodies, years = {row.body_id for row in counts}, {row.year for row in counts}
        found = Award.objects.standing().filter(person=None, unit=None, household=None)
        alike = Q(body__in=bodies, year__in=years, name__in={row.name for row in counts})
        yield from found.filter(alike).exclude(pk__in={row.pk for row in counts} - {None}).order_by("pk")


def _figure(award: Award) -> Key:
    return tuple(getattr(award, name) for name in _SAME_FIGURE)

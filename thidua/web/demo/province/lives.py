"""What befalls people in ten years: posts, ratings, initiatives, leave, discipline, and the awards that follow from them.

The shares are those of a real province: nearly all of who did well is a Lao động tiên tiến, at most 15 % a Chiến sĩ thi
đua cơ sở, of whom some go on to the province after three years in a row; bằng khen are rare, the Prime Minister's rarer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from thidua.vn.periods import Period
from thidua.web.demo.province.decisions import UNDER, Book, Grant
from thidua.web.demo.province.names import Name
from thidua.web.demo.province.shape import Place, Shape
from thidua.web.demo.province.tables import Tables
from thidua.web.demo.province.words import POSTS, course_words, initiative_words

QUOTA = 0.15
"""Of the people of a body, at most so many Chiến sĩ thi đua cơ sở a year."""
STARS = 0.16
"""Of all people those who do outstandingly nearly every year; the others seldom."""


@dataclass
class Life:
    """One person while the years go by."""

    pk: int
    name: Name
    born: int
    since: date
    is_star: bool
    posts: list[tuple[date, Place]]
    good: int = 0
    """Years in a row as Chiến sĩ thi đua cơ sở."""
    ladder: int = 0
    last: dict[str, int] = field(default_factory=dict)
    """Code → the year in which it was last given."""

    def place_in(self, period: Period) -> Place | None:
        """Where the person worked at its end, unless for less than half a year."""
        half = (period.until - timedelta(days=183)).isoformat()
        if self.since.isoformat() > half:
            return None
        return next(place for since, place in reversed(self.posts) if since < period.until)

    def place_on(self, day: date) -> Place:
        return next((place for since, place in reversed(self.posts) if since <= day), self.posts[0][1])


class Years:
    """Writes the lives of people, one after the other; keeps what bodies gave so that nobody exceeds the quota."""

    def __init__(self, shape: Shape, book: Book, spans: list[Period], tables: Tables, rng: Random) -> None:
        self._shape, self._book, self._tables, self._rng = shape, book, tables, rng
        self._spans = {
            kind: [span for span in spans if (span.kind == "school_year") == kind] for kind in (False, True)
        }
        self._grants: dict[tuple[str, int, int, bool], Grant] = {}
        self._given: dict[tuple[int, int], int] = {}
        self._size: dict[int, int] = {}
        for place in shape.places:
            body = place.unit.body_id or place.unit.pk
            self._size[body] = self._size.get(body, 0) + place.people
        self._by_trade: dict[str, list[Place]] = {}
        for place in shape.places:
            self._by_trade.setdefault(place.trade, []).append(place)

    def born(self, name: Name, place: Place, serial: int, last_year: int) -> Life:
        """A person with card, posts and the day of recruitment; `serial`: how many were there before at the place."""
        rng, tables = self._rng, self._tables
        year = rng.randint(2000, 2015) if serial == 0 or rng.random() < 0.78 else rng.randint(2016, last_year)
        since = date(year, rng.randint(1, 12), 1)
        born = year - rng.randint(22, 34)
        party = rng.random() < (0.95 if serial < 2 else 0.45)
        pk = tables.people.add(
            name.full,
            name.sort,
            name.folded,
            date(born, rng.randint(1, 12), rng.randint(1, 28)).isoformat(),
            born,
            name.gender,
            party,
            place.unit.body_id,
        )
        posts = list(self._posts(since, place, serial, last_year))
        for at, (begun, where) in enumerate(posts):
            title, labour = POSTS[where.trade].of(serial if where is place else 9, rng)
            until = posts[at + 1][0].isoformat() if at + 1 < len(posts) else None
            tables.positions.add(pk, where.unit.pk, title, labour, begun.isoformat(), until)
        tables.services.add(posts[0][1].unit.body_id, pk, since.isoformat(), since.year)
        return Life(pk, name, born, since, rng.random() < STARS, posts)

    def _posts(self, since: date, place: Place, serial: int, last_year: int) -> Iterator[tuple[date, Place]]:
        """Some came from another place of the same trade."""
        rng = self._rng
        moved = date(rng.randint(2017, last_year), rng.randint(1, 12), 1)
        other = rng.choice(self._by_trade[place.trade])
        if serial and rng.random() < 0.08 and moved > since and other.unit.pk != place.unit.pk:
            yield since, other
            yield moved, place
        else:
            yield since, place

    def live(self, life: Life) -> None:
        """All merit years of one person."""
        is_school = life.posts[-1][1].is_school
        for span in self._spans[is_school]:
            place = life.place_in(span)
            if place is None:
                continue
            punished = self._troubles(life, place, span)
            level = self._rated(life, place, span, punished)
            if punished or level in ("HTNV", "KHTNV"):
                life.good = life.ladder = 0
                continue
            self._awarded(life, place, span, outstanding=level == "HTXSNV")

    def _troubles(self, life: Life, place: Place, span: Period) -> bool:
        """Leave, study, and, rarely, discipline."""
        rng, body = self._rng, place.unit.body_id
        age, chance = span.year - life.born, rng.random()
        day = date(span.year, rng.randint(1, 6), rng.randint(1, 28))
        if life.name.gender == "nu" and 24 <= age <= 38 and chance < 0.07:
            until = day + timedelta(days=180)
            self._tables.leave.add(
                body, life.pk, "thai_san", day.isoformat(), until.isoformat(), "180", None, span.year
            )
        elif chance < 0.08:
            until = day + timedelta(days=14)
            self._tables.leave.add(
                body, life.pk, "om_dau", day.isoformat(), until.isoformat(), None, "10", span.year
            )
        elif chance < 0.086:
            until = date(span.year + 1, 6, 30).isoformat()
            begun = date(span.year, 9, 5).isoformat()
            self._tables.studies.add(body, life.pk, course_words(rng), begun, until, span.year)
        if 0.5 < chance < 0.5025:
            form = "khien_trach" if rng.random() < 0.8 else "canh_cao"
            until = date(day.year + 1, day.month, day.day).isoformat()
            self._tables.discipline.add(body, life.pk, form, day.year, day.isoformat(), until)
            return True
        return False

    def _rated(self, life: Life, place: Place, span: Period, punished: bool) -> str:
        chance = self._rng.random()
        outstanding = 0.8 if life.is_star else 0.06
        if punished:
            level = "KHTNV"
        elif chance < outstanding:
            level = "HTXSNV"
        else:
            level = "HTNV" if chance > 0.945 else "HTTNV"
        columns = (span.since.isoformat(), span.until.isoformat(), span.printed, span.year, level)
        self._tables.ratings.add(place.unit.body_id, life.pk, None, *columns)
        return level

    def _awarded(self, life: Life, place: Place, span: Period, *, outstanding: bool) -> None:
        rng, year = self._rng, span.year
        if rng.random() < 0.05:
            life.good = 0
            return
        self._give("LDTT", life, place, span)
        key = (place.unit.body_id, year)
        free = self._given.get(key, 0) + 1 <= QUOTA * 0.85 * self._size.get(place.unit.body_id, 0)
        if outstanding and free and self._invented(life, place, span):
            self._given[key] = self._given.get(key, 0) + 1
            self._give("CSTDCS", life, place, span)
            life.good += 1
            life.ladder += 1
        else:
            life.good = 0
        if life.good >= 3 and year - life.last.get("CSTDBT", 0) >= 3 and rng.random() < 0.6:
            self._recognised_further(life, place, span)
            self._give("CSTDBT", life, place, span)
        elif life.good >= 2 and year - life.last.get("BKBT", 0) >= 5 and rng.random() < 0.5:
            self._give("BKBT", life, place, span)
        elif life.ladder >= 6 and "BKTTG" not in life.last and rng.random() < 0.15:
            self._give("BKTTG", life, place, span)
        elif rng.random() < 0.11:
            self._give("GK", life, place, span)

    def _invented(self, life: Life, place: Place, span: Period) -> bool:
        """The initiative that the title asks for; some have none."""
        if self._rng.random() > 0.93:
            return False
        title, folded = initiative_words(self._rng)
        body, tables = place.unit.body_id, self._tables
        pk = tables.initiatives.add(place.decider.pk, body, title, folded, f"{folded} {life.name.folded}")
        tables.authors.add(pk, life.pk, life.name.full, "100")
        self._recognise(pk, "co_so", place.decider, span)
        life.last["sang_kien"] = pk
        return True

    def _recognised_further(self, life: Life, place: Place, span: Period) -> None:
        self._recognise(life.last["sang_kien"], "tinh", self._shape.top, span)

    def _recognise(self, initiative: int, scope: str, decider: object, span: Period) -> None:
        paper = self._book.paper("SK", decider, span)  # type: ignore[arg-type]
        authority = self._book.heads[decider.pk]  # type: ignore[attr-defined]
        day = paper.issued_on.isoformat() if paper.issued_on else None
        self._tables.recognitions.add(initiative, scope, span.year, paper.pk, decider.pk, authority, day)  # type: ignore[attr-defined]

    def _give(self, code: str, life: Life, place: Place, span: Period) -> None:
        life.last[code] = span.year
        grant = self._grant(code, place, span)
        certificate = "" if code in ("LDTT", "CSTDCS") else f"{self._rng.randint(1, 9999)}/{span.year}"
        home = life.place_on(grant.day).unit.body_id
        self.write(grant, home, life.name.full, life.name.folded, certificate, person=life.pk)

    def _grant(self, code: str, place: Place, span: Period) -> Grant:
        high = UNDER.get(code, code) in ("CSTDBT", "BKBT")
        decider = self._shape.top if high else self._shape.government if code == "BKTTG" else place.decider
        key = (code, decider.pk, span.year, span.kind == "school_year")
        if key not in self._grants:
            self._grants[key] = self._book.grant(code, decider, span)
        return self._grants[key]

    def write(
        self,
        grant: Grant,
        home: int | None,
        recipient: str,
        folded: str,
        certificate: str = "",
        *,
        person: int | None = None,
        unit: int | None = None,
        count: int = 1,
    ) -> None:
        """One line of the register."""
        number = f"{certificate.replace('/', ' ')} " if certificate else ""
        words = f"{folded} {grant.before} {number}{grant.after}".lstrip()
        of_whom = "tap_the" if unit else "ca_nhan"
        told = (home, of_whom, person, unit, recipient, count, certificate, words[:900])
        self._tables.awards.add(*told, *grant.columns)

    def collectives(self, place: Place) -> None:
        """Ten years of a room, school or office."""
        rng, unit = self._rng, place.unit
        good = 0
        for span in self._spans[place.is_school]:
            chance = rng.random()
            level = "HTXSNV" if chance < 0.2 else "HTNV" if chance > 0.93 else "HTTNV"
            columns = (span.since.isoformat(), span.until.isoformat(), span.printed, span.year, level)
            self._tables.ratings.add(unit.body_id, None, unit.pk, *columns)
            good = good + 1 if level != "HTNV" else 0
            code = "TTLDXS" if chance < 0.17 else "TTLDTT" if chance < 0.85 else ""
            codes = [code] if code else []
            codes += ["COBT"] if chance < 0.02 and unit.is_legal_person else []
            codes += ["BKBT"] if good >= 3 and 0.2 < chance < 0.23 else ["GK"] if 0.3 < chance < 0.37 else []
            for each in codes:
                self.write(self._grant(each, place, span), unit.body_id, unit.name, unit.folded, unit=unit.pk)

    def count(self, code: str, place: Place, span: Period, many: int) -> None:
        """So many whose names nobody wrote down."""
        self.write(self._grant(code, place, span), place.unit.body_id, "", "", count=many)

"""Who is meant by a printed issuer, seen from the body that reads: "Sở Du lịch" is that of its own province.

Candidates come from four queries however many names are asked; each is scored with a reason. Between two equally
good ones nothing is chosen: both are returned.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from thidua.records.orgs.dated import holds
from thidua.records.orgs.issuer_names import (
    CENTRAL,
    COUNTRY,
    Place,
    Printed,
    abbreviates,
    initials,
    openings,
    parse,
    without_title,
)
from thidua.records.orgs.models import Unit, UnitCode, UnitName
from thidua.vn.fold import fold, nfc

SURE, APART, SHOWN = 0.7, 0.02, 5
"""A match is taken without asking from this score on, when the next one is this much behind."""
_MANY = 200
_ONE_HEIGHT = (
    {"tinh", "thanh pho"},
    {"huyen", "quan", "thi xa", "thanh pho"},
    {"xa", "phuong", "dac khu", "thi tran"},
)


class Match(NamedTuple):
    """One candidate: 1.0 is certain; `reason` is a Vietnamese phrase."""

    unit: Unit
    score: float
    reason: str


Asked = str | tuple[str, str | None]


def find_unit(
    text: str, near: Unit | None = None, code: str | None = None, on: date | None = None
) -> list[Match]:
    """Units that a printed issuer may mean, best first; empty when nothing fits. `code`: the letters after the slash."""
    return find_units([(text, code)], near, on=on)[0]


def sure(matches: Sequence[Match]) -> Unit | None:
    """The unit, where the best match is good and stands clearly before the next; None means: ask."""
    if not matches or matches[0].score < SURE:
        return None
    if len(matches) > 1 and round(matches[0].score - matches[1].score, 3) < APART:
        return None
    return matches[0].unit


def find_units(
    asked: Sequence[Asked], near: Unit | None = None, *, on: date | None = None
) -> list[list[Match]]:
    """`find_unit` for many: each item is a printed name, or (name, code). `on`: the day of the citing paper."""
    pairs = [(item, "") if isinstance(item, str) else (item[0], item[1] or "") for item in asked]
    questions = [_Question.of(text, code) for text, code in pairs]
    known = _Candidates.around(near, questions)
    return [_ranked(question, known, on) for question in questions]


@dataclass(frozen=True)
class _Question:
    folded: str
    code: str
    """Folded letters of the symbol, or of the text itself where it may be one."""
    given_code: str
    forms: tuple[tuple[Printed, float, str], ...]
    """Ways to read the text, with what each costs and why."""

    @classmethod
    def of(cls, text: str, code: str) -> "_Question":
        text = nfc(text).strip()
        printed = parse(text)
        forms = [(printed, 0.0, "đúng tên")] if printed.words else []
        spoken_for = without_title(printed)
        while spoken_for:
            forms.append((spoken_for, 0.08, "người hoặc tập thể đứng đầu ký thay cơ quan"))
            spoken_for = without_title(spoken_for)
        if printed.places and not printed.words:
            whole = Printed(("uy", "ban", "nhan", "dan"), printed.places)
            forms.append((whole, 0.2, "gọi theo tên địa phương"))
        symbol = code or (text if len(text.split()) == 1 else "")
        return cls(fold(text), _letters(symbol), _letters(code), tuple(forms))


@dataclass(frozen=True)
class _Name:
    """One name that a unit bears or bore."""

    printed: Printed
    folded: str
    row: UnitName
    short: bool


@dataclass
class _Candidates:
    near: Unit | None
    units: dict[int, Unit] = field(default_factory=dict)
    names: dict[int, list[_Name]] = field(default_factory=dict)
    codes: dict[int, set[str]] = field(default_factory=dict)
    above: set[int] = field(default_factory=set)
    """The reading body and what stands above it."""
    places: dict[str, str] = field(default_factory=dict)
    """The reading body's own places: level → folded name."""

    @classmethod
    def around(cls, near: Unit | None, questions: Sequence[_Question]) -> "_Candidates":
        body = (near.body or near) if near else None
        known = cls(near=body, above=_ids(body.path) if body else set())
        rows = list(UnitName.objects.filter(_worth_reading(body, known.above, questions)))
        asked = {question.code for question in questions if question.code}
        symbols = UnitCode.objects.filter(scheme__in=(UnitCode.Scheme.SHORT, UnitCode.Scheme.ALIAS))
        for pk, code in symbols.values_list("unit_id", "code") if asked else ():
            if _letters(code) in asked:
                known.codes.setdefault(pk, set()).add(_letters(code))
        wanted = {row.unit_id for row in rows} | known.codes.keys()
        known.units = Unit.objects.in_bulk(wanted | known.above)
        missing = {each for unit in known.units.values() for each in _ids(unit.path)} - known.units.keys()
        known.units |= Unit.objects.in_bulk(missing) if missing else {}
        for row in rows:
            spelled = [(row.name, False)] + ([(row.short_name, True)] if row.short_name else [])
            known.names.setdefault(row.unit_id, []).extend(
                _Name(parse(text), fold(text), row, short) for text, short in spelled
            )
        known.names |= {pk: [] for pk in wanted - known.names.keys()}
        for pk in sorted(known.above, key=lambda each: -len(known.units[each].path)):
            for place in parse(known.units[pk].name).places:
                known.places.setdefault(place.level, place.name)
                if known.units[pk].level == Unit.Level.PROVINCE:
                    known.places.setdefault("tinh", place.name)
        return known

    def place_of(self, unit: Unit, name: Printed) -> tuple[Place, int]:
        """The place that a unit belongs to, and how many steps above the name it was found: 0 is in the name itself."""
        if name.place.level:
            return name.place, 0
        for steps, pk in enumerate(reversed([int(part) for part in unit.path.split("/") if part])):
            for place in parse(self.units[pk].name).places if pk in self.units else ():
                if place.name:
                    return place, steps
        return Place("", ""), 0


def _worth_reading(body: Unit | None, above: set[int], questions: Sequence[_Question]) -> Q:
    """Names that begin like one asked for, and those of the neighbourhood: own rooms, superiors, sisters, central bodies."""
    heads = {head for question in questions for form, _, _ in question.forms for head in openings(form)}
    if len(heads) > _MANY:
        heads = {head.split()[0] for head in heads}
    wanted = Q(unit__is_outside=True, unit__level=Unit.Level.CENTRAL)
    for head in sorted(heads):
        wanted |= Q(folded__startswith=head)
    texts = {question.folded for question in questions if question.folded}
    wanted |= Q(folded__in=texts)
    if body:
        wanted |= Q(unit__in=above) | Q(unit__parent__in=above) | Q(unit__body=body.pk)
    return wanted


def _ranked(question: _Question, known: _Candidates, on: date | None) -> list[Match]:
    best: dict[int, Match] = {}
    for pk, names in known.names.items():
        unit = known.units[pk]
        for match in (*_by_name(question, unit, names, known, on), *_by_code(question, unit, known)):
            if pk not in best or match.score > best[pk].score:
                best[pk] = match
    if known.near and not any(match.score >= SURE for match in best.values()):
        best |= {match.unit.pk: match for match in _by_own_word(question, known)}
    found = [_weighed(match, question, known, on) for match in best.values()]
    return sorted(found, key=lambda match: (-match.score, match.unit.folded, match.unit.pk))[:SHOWN]


def _by_name(
    question: _Question, unit: Unit, names: Iterable[_Name], known: _Candidates, on: date | None
) -> Iterable[Match]:
    for name in names:
        current = name.row.until is None if on is None else holds(name.row, on)
        cost = (0.0 if current else 0.02) + (0.01 if name.short else 0.0)
        told = "đúng tên" if current else f"tên cũ: {name.row.name}"
        if name.folded == question.folded and question.folded:
            yield Match(unit, _exact(unit, name.printed, known) - cost, told)
        for form, price, reason in question.forms:
            fit = _fit(form, unit, name.printed, known)
            if fit:
                because = reason if price else fit[1] or told
                yield Match(unit, fit[0] - price - cost, because)


def _exact(unit: Unit, name: Printed, known: _Candidates) -> float:
    """The same letters; a name without its place may still be another province's."""
    if name.place.name or known.near is None:
        return 1.0
    return min(1.0, _nearness(unit, name, known) + 0.04)


def _fit(form: Printed, unit: Unit, name: Printed, known: _Candidates) -> tuple[float, str] | None:
    """Score and reason of one reading against one name; None where they do not fit."""
    place, steps = known.place_of(unit, name)
    spelled = form.words == name.words
    if not spelled and not (abbreviates(form, name) or abbreviates(name, form)):
        return _fit_unmarked(form, name, place)
    cost, reason = (0.0, "") if spelled else (0.1, "chữ viết tắt")
    inherited = {0: 0.0, 1: 0.03}.get(steps, 0.25)
    if form.place.name:
        score = _fit_named(form, name, place)
        return (score - inherited - cost, reason or "đúng tên và địa bàn") if score else None
    if form.place.level:
        score = _fit_level(form, unit, name, known, place)
        return (score - inherited - cost, reason or "theo địa bàn của cơ quan") if score else None
    unmarked = {CENTRAL: 0.25, COUNTRY: 0.1}.get(name.place.level, 0.0)
    return _nearness(unit, name, known) - cost - unmarked, reason or "đúng tên, gần nhất"


def _fit_unmarked(form: Printed, name: Printed, place: Place) -> tuple[float, str] | None:
    """ "Sở Du lịch Tân Giang": the place stands in the name without its level."""
    here = tuple(place.name.split())
    if here and not form.places and form.words == (*name.words, *here):
        return 0.96, "đúng tên và địa bàn"
    there = tuple(form.place.name.split())
    if there and not name.places and name.words == (*form.words, *there):
        return 0.96, "đúng tên và địa bàn"
    return None


def _fit_named(form: Printed, name: Printed, place: Place) -> float | None:
    """A place of the same name on another level (tỉnh, thành phố) is likely another place."""
    if place.name != form.place.name or not _alike(place.level, form.place.level):
        return None
    wider = {part.level: part.name for part in name.places[1:] if part.name}
    if any(wider.get(part.level, part.name) != part.name for part in form.places[1:] if part.name):
        return None
    return 0.98 if place.level == form.place.level else 0.8


def _fit_level(form: Printed, unit: Unit, name: Printed, known: _Candidates, place: Place) -> float | None:
    """ "UBND tỉnh": the province is that of the reader; unknown is unknown, another one is refused."""
    level = form.place.level
    if level in (CENTRAL, COUNTRY):
        named = name.place.level in (CENTRAL, COUNTRY)
        return 0.97 if named else 0.9 if unit.level == Unit.Level.CENTRAL else None
    if unit.level == Unit.Level.CENTRAL or not (place.level == "" or _alike(level, place.level)):
        return None
    here = known.places.get(level)
    if here and place.name:
        return min(0.96, _nearness(unit, name, known) + 0.02) if here == place.name else None
    if not here and known.near and unit.pk in known.above:
        return 0.92
    return 0.8 if here else 0.74


def _nearness(unit: Unit, name: Printed, known: _Candidates) -> float:
    """How likely a name without a place means this unit, seen from the reader."""
    near = known.near
    if near is None:
        return 0.9 if unit.level == Unit.Level.CENTRAL else 0.75
    if unit.pk == near.pk:
        return 0.99
    if unit.path.startswith(near.path):
        return max(0.89, 0.97 - 0.02 * (unit.path.count("/") - near.path.count("/") - 1))
    if unit.pk in known.above:
        return 0.96
    if unit.parent_id in known.above:
        return 0.93
    if unit.level == Unit.Level.CENTRAL:
        return 0.88
    place, _ = known.place_of(unit, name)
    here = known.places.get(place.level)
    if place.name and here:
        return 0.91 if here == place.name else 0.5
    return 0.89 if near.path.split("/")[1] == unit.path.split("/")[1] else 0.75


def _by_code(question: _Question, unit: Unit, known: _Candidates) -> Iterable[Match]:
    """The letters after the slash, or a text that is nothing but them; initials only when nothing else is known."""
    if not question.code or (question.forms and question.given_code):
        return
    name = parse(unit.name)
    if question.code in known.codes.get(unit.pk, ()):
        yield Match(unit, _nearness(unit, name, known) - 0.02, "theo ký hiệu văn bản")
    elif len(question.code) > 2 and initials(name) == question.code:
        yield Match(unit, _nearness(unit, name, known) - 0.1, "chữ viết tắt")


def _by_own_word(question: _Question, known: _Candidates) -> Iterable[Match]:
    """ "Sở", "Trung tâm" in a paper mean the reader's own body, else the nearest superior called so."""
    for form, price, _ in question.forms:
        if form.places or not form.words or len(form.words) > 2:
            continue
        for pk in sorted(known.above, key=lambda each: -len(known.units[each].path)):
            words = parse(known.units[pk].name).words
            if words[: len(form.words)] == form.words and len(words) > len(form.words):
                own = known.near is not None and pk == known.near.pk
                yield Match(
                    known.units[pk], (0.82 if own else 0.78) - price, "cách gọi tắt của chính cơ quan"
                )
                break


def _weighed(match: Match, question: _Question, known: _Candidates, on: date | None) -> Match:
    """What the code and the dates add to the name."""
    unit, score = match.unit, match.score
    if question.given_code and question.forms:
        if question.given_code in known.codes.get(unit.pk, ()):
            score += 0.03
        elif unit.code and _letters(unit.code) != question.given_code:
            score -= 0.03
    if on is None:
        score -= 0.03 if unit.dissolved_on else 0.0
    elif (unit.dissolved_on and unit.dissolved_on <= on) or (unit.founded_on and unit.founded_on > on):
        score -= 0.1
    return Match(unit, round(min(score, 1.0), 3), match.reason)


def _alike(first: str, second: str) -> bool:
    """Levels that stand equally high: a province may be a city, a commune a ward."""
    return first == second or any({first, second} <= group for group in _ONE_HEIGHT)


def _letters(symbol: str) -> str:
    """Folded, in one piece; a term of office at its end falls away: QH15 → qh."""
    letters = fold(symbol).replace(" ", "")
    return letters.rstrip("0123456789") or letters


def _ids(path: str) -> set[int]:
    return {int(part) for part in path.split("/") if part}

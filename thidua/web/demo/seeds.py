"""Loads real documents as their own offices would: each read, confirmed by itself, written into its own register.

Which offices there are, how they are coded and what stands above them follows from what is read, not from file names.
No person is invented: each office gets one account named after its work.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from thidua.kit.files.extract import Unreadable, extract
from thidua.kit.refused import Refused
from thidua.outlook.intake import services as intake
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.offices import guess
from thidua.reading import read
from thidua.reading.facts import Facts
from thidua.records.orgs.actors import Actor, actor_for, system
from thidua.records.orgs.models import RoleHeld, Unit, UnitCode, User
from thidua.records.orgs.services import accounts, outside, units
from thidua.vn.documents import parse_number
from thidua.vn.fold import fold

KINDS = {".txt", ".docx", ".pdf"}
ROLES = ("chuyen_vien", "van_thu")
_PLACE = re.compile(r"\btỉnh ((?:[A-ZĐÀ-Ỹ][a-zà-ỹ]*\b ?){1,3})")
_DEPARTMENT = re.compile(r"\bSở [A-ZĐÀ-Ỹ][a-zà-ỹ]* [A-Za-zÀ-ỹ]+")
_OWN_SYMBOL = re.compile(r"Số\s*:?\s*\d*\s*(/[^\s]+)")
_LETTERHEAD = 600


@dataclass(frozen=True)
class Office:
    """An office as its paper shows it. `above`: names of its superiors, nearest first."""

    name: str
    symbol: str
    place: str
    above: tuple[str, ...]

    @property
    def code(self) -> str:
        """SDL of tỉnh Kiên Giang → SDL-KG."""
        return f"{self.symbol}-{_initials(self.place)}" if self.place else self.symbol


@dataclass(frozen=True)
class Loaded:
    """What became of one file; `reason` where it was not taken in."""

    name: str
    body: Unit | None = None
    user: User | None = None
    reading: Reading | None = None
    written: int = 0
    pending: int = 0
    reason: str = ""


def load(folder: Path, *, at: datetime, today: date, password: str) -> list[Loaded]:
    """Every document of the folder; running it again finds all as it is. New accounts get `password`."""
    by = system(today)
    outside.sync_outside_bodies(by=by, at=at)
    found, failed = _looked_at(folder)
    bodies = {fold(office.name) for _, office in found}
    done = []
    for path, office in found:
        body = _body(office, bodies, by=by, at=at)
        user = _account(body, office, by=by, at=at, password=password)
        done.append(_take_in(path, body, actor_for(user, today), at))
    return [*done, *failed]


def office_of(facts: Facts) -> Office | None:
    """Who wrote the document, by its own words; None where it does not say."""
    printed = facts.meta.issuer
    if not printed:
        return None
    text = " ".join(facts.text.split())
    place = _place_in(printed) or _place_in(text) or (facts.meta.place or "")
    symbol = _symbol(facts, printed)
    return Office(_with_place(printed, place), symbol, place, tuple(_above(facts, text, printed, place)))


def _looked_at(folder: Path) -> tuple[list[tuple[Path, Office]], list[Loaded]]:
    found, failed = [], []
    for path in sorted(each for each in folder.iterdir() if each.suffix.lower() in KINDS):
        try:
            office = office_of(read(extract(path, path.name).text))
        except Unreadable as no:
            failed.append(Loaded(path.name, reason=no.message))
            continue
        if office is None:
            failed.append(Loaded(path.name, reason="Không đọc được nơi ban hành nên không biết nạp vào đâu."))
        else:
            found.append((path, office))
    return found, failed


# Reading the office


def _place_in(text: str) -> str:
    """The province named most often."""
    named = Counter(found.strip() for found in _PLACE.findall(text))
    return named.most_common(1)[0][0] if named else ""


def _with_place(name: str, place: str) -> str:
    return f"{name} tỉnh {place}" if place and place not in name else name


def _symbol(facts: Facts, printed: str) -> str:
    """Letters after the slash of its own papers: in the letterhead, among those that it names, else its initials."""
    name = printed.partition(" tỉnh ")[0]
    head = _OWN_SYMBOL.search(facts.text[:_LETTERHEAD])
    own = parse_number(f"0{head[1]}") if head else None
    if own and own.issuer_abbr:
        return own.issuer_abbr
    numbers = [parse_number(item.number) for item in facts.citations if item.number]
    known = {number.issuer_abbr for number in numbers if number and number.issuer_abbr}
    return next((each for each in sorted(known) if fold(each) == fold(_initials(name))), _initials(name))


def _above(facts: Facts, text: str, printed: str, place: str) -> Iterable[str]:
    """Its department, where it is none itself, and the province."""
    folded = fold(printed)
    if folded.startswith("uy ban nhan dan"):
        return
    if not folded.startswith("so "):
        cited = [item.issuer for item in facts.citations if (item.issuer or "").startswith("Sở ")]
        named = Counter(cited or _DEPARTMENT.findall(text)).most_common(1)
        if named:
            yield _with_place(str(named[0][0]), place)
    if place:
        yield f"Ủy ban nhân dân tỉnh {place}"


def _initials(name: str) -> str:
    """ "Ủy ban nhân dân" → UBND; đ keeps its bar: BTĐKT."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() != "và"]
    return "".join(unicodedata.normalize("NFD", word[0])[0] for word in words).upper()


# Writing


def _body(office: Office, bodies: set[str], *, by: Actor, at: datetime) -> Unit:
    """The office as a body with a register; what stands above it is known by name only, unless it is one of these too."""
    parent = None
    for name in reversed(office.above):
        parent = _standing(name, parent) or units.add_outside_unit(
            name, by=by, at=at, kind=guess(name).kind, level=guess(name).level, parent=parent
        )
    body = _standing(office.name, parent)
    if body is None:
        kind, level = guess(office.name)
        body = units.found_unit(
            office.name,
            by=by,
            at=at,
            kind=kind,
            level=level,
            parent=parent,
            code=office.code,
            is_legal_person=True,
        )
    elif body.is_outside:
        body = units.mark_outside(body, by=by, at=at, outside=False)
    for scheme, code in ((UnitCode.Scheme.SHORT, office.code), (UnitCode.Scheme.ALIAS, office.symbol)):
        if not body.codes.filter(code=code, until=None).exists():
            units.set_code(body, by=by, at=at, scheme=scheme, code=code)
    return Unit.objects.get(pk=body.pk)


def _standing(name: str, parent: Unit | None) -> Unit | None:
    """Of that name, below that superior where one is known."""
    rows = Unit.objects.filter(folded=fold(name)).order_by("is_outside", "pk")
    return rows.filter(parent=parent).first() or (rows.first() if parent is None else None)


def _account(body: Unit, office: Office, *, by: Actor, at: datetime, password: str) -> User:
    username = fold(office.code).replace(" ", "-")
    user = User.objects.filter(username=username).first()
    if user is None:
        user, _ = accounts.create_account(
            username,
            by=by,
            at=at,
            full_name=f"Chuyên viên {body.name}"[:120],
            unit=body,
            role=ROLES[0],
            since=by.on,
            password=password,
        )
    held = set(RoleHeld.objects.on(by.on).filter(user=user, unit=body).values_list("role", flat=True))
    for role in ROLES:
        if role not in held:
            accounts.give_role(user, by=by, at=at, role=role, unit=body, since=by.on)
    return user


def _take_in(path: Path, body: Unit, actor: Actor, at: datetime) -> Loaded:
    """Upload, accept the head and whatever is certain, write. What is doubtful stays for a person."""
    try:
        reading = intake.upload(path.name, path.read_bytes(), body=body, by=actor, at=at)
        head = reading.proposals.get(kind=Proposal.Kind.META)
        if reading.state == Reading.State.OPEN:
            intake.decide(head, Proposal.Decision.ACCEPTED, by=actor, at=at)
            intake.accept_certain(reading, by=actor, at=at)
        done = intake.confirm(reading, by=actor, at=at, automatic=True)
    except Refused as refused:
        return Loaded(path.name, body, actor.user, reason=" ".join(refused.reasons))
    pending = reading.proposals.filter(decision=Proposal.Decision.PENDING).count()
    return Loaded(path.name, body, actor.user, reading, done.written, pending)

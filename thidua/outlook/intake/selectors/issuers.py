"""Who is meant by the issuers that one text names; two looks for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.outlook.intake.identities import Asked
from thidua.outlook.intake.models import Proposal
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Unit


@dataclass(frozen=True)
class Issuer:
    """`unit` where it is certain; else `candidates`, of which a person chooses; both empty for an office not yet known."""

    printed: str
    unit: Unit | None = None
    candidates: tuple[Unit, ...] = ()

    @property
    def is_new(self) -> bool:
        return bool(self.printed) and self.unit is None and not self.candidates

    @property
    def is_unclear(self) -> bool:
        return self.unit is None and bool(self.candidates)

    @property
    def name(self) -> str:
        return (self.unit.short_name or self.unit.name) if self.unit else self.printed


def resolve(asked: Sequence[Asked], *, near: Unit, on: date | None = None) -> list[Issuer]:
    """Each issuer in order. `near`: the body that reads; "Sở Du lịch" is the one of its own province."""
    chosen = Unit.objects.in_bulk({item.chosen for item in asked if item.chosen})
    open_ones = sorted(
        {(item.name, item.code) for item in asked if not item.chosen and (item.name or item.code)}
    )
    found = (
        dict(zip(open_ones, orgs.find_units(open_ones, near=near, on=on), strict=True)) if open_ones else {}
    )
    answers = []
    for item in asked:
        if item.chosen in chosen:
            answers.append(Issuer(item.name, chosen[item.chosen]))
            continue
        matches = found.get((item.name, item.code), [])
        unit = orgs.sure(matches)
        likely = () if unit else tuple(match.unit for match in matches if match.score >= _WORTH_ASKING)
        answers.append(Issuer(item.name, unit, likely))
    return answers


def is_issued_by(printed: str | None, body: Unit) -> bool:
    """Whether the body, or a room or council of it, is meant."""
    unit = resolve([Asked(printed, "", None)], near=body)[0].unit if printed else None
    return unit is not None and unit.body_id == body.pk


def resolve_named(proposals: Sequence[Proposal], *, body: Unit, on: date | None = None) -> dict[int, Issuer]:
    """Issuers of the head and the citations of one reading, by proposal: "Sở Nội vụ" in a paper from another province
    is that of the province whose paper it is."""
    heads = [row for row in proposals if row.kind == Proposal.Kind.META]
    found = dict(_resolved(heads, near=body, on=on))
    near = next((issuer.unit for issuer in found.values() if issuer.unit), body)
    rest = [row for row in proposals if row.kind == Proposal.Kind.CITATION]
    return found | dict(_resolved(rest, near=near, on=on))


def _resolved(proposals: Sequence[Proposal], *, near: Unit, on: date | None) -> Iterable[tuple[int, Issuer]]:
    found = resolve([Asked.of(row.fact) for row in proposals], near=near, on=on)
    return zip((row.pk for row in proposals), found, strict=True)


_WORTH_ASKING = 0.7
"""Below, a candidate is another office, and the printed one is new."""

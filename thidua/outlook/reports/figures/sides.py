"""On which side of the reporting body an office stands: ours, above, of the centre, of the province, the Party, a cluster."""

import re

from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.vn.documents import rank_of
from thidua.vn.fold import fold

SIDES = frozenset({"ours", "below", "above", "central", "province", "party", "standing", "cluster", "others"})
"""ours: the body with its rooms, councils, clusters · below: bodies under it · above: whoever directs it: central, province
(its own chain), party, standing (the office that keeps this work) · cluster: a cluster it belongs to · others: the rest."""

Level, Kind = Unit.Level, Unit.Kind
_STANDING = re.compile(r"\b(?:noi vu|thi dua)\b")
_CLUSTER_SYMBOL = re.compile(r"[-/][CK]TĐ\b")
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)\s+(?P<place>.+)$")
_CENTRAL_RANK = rank_of("Thông tư", "")
_COMMITTEES = (Kind.PARTY, Kind.FRONT, Kind.COUNCIL)


class Sides:
    """Of one body, standing below `superiors` (nearest first)."""

    def __init__(self, body: Unit, superiors: list[Unit]) -> None:
        self.body = body
        self.above = {unit.pk for unit in superiors}
        self.root = f"/{body.path.split('/')[1]}/"
        self.place = next((place for unit in superiors if (place := place_of(unit.name))), "") or place_of(
            body.name
        )
        self._known: dict[int, frozenset[str]] = {}

    def of(self, document: Document, issuer: Unit | None) -> frozenset[str]:
        """The sides from which a document comes; without an issuer as far as kind and number tell."""
        if issuer is None:
            if _CLUSTER_SYMBOL.search(document.number):
                return frozenset({"cluster"})
            return _CENTRAL if document.rank <= _CENTRAL_RANK else _OTHERS
        return self.of_unit(issuer)

    def of_unit(self, unit: Unit) -> frozenset[str]:
        if unit.pk not in self._known:
            self._known[unit.pk] = frozenset(self._sides(unit))
        return self._known[unit.pk]

    def called(self, unit: Unit) -> str:
        """ "Ủy ban nhân dân tỉnh", where everybody knows which; "Sở Nội vụ"."""
        name = unit.called
        if self.place and name.endswith(f" {self.place}"):
            name = name.removesuffix(f" {self.place}")
            is_office = unit.level == Level.DEPARTMENT
            return name.removesuffix(" tỉnh").removesuffix(" thành phố") if is_office else name
        return name

    def _sides(self, unit: Unit) -> set[str]:
        if unit.pk == self.body.pk or unit.body_id == self.body.pk:
            return {"ours", "cluster"} if unit.kind == Kind.CLUSTER else {"ours"}
        if unit.kind == Kind.CLUSTER:
            return {"cluster"}
        if unit.path.startswith(self.body.path):
            return {"below"}
        party = {"party"} if unit.kind == Kind.PARTY else set()
        if unit.level == Level.CENTRAL:
            return {"above", "central"} | party
        if unit.pk in self.above or unit.body_id in self.above:
            return {"above"} | (party or ({"province"} if unit.level == Level.PROVINCE else set()))
        if not self._is_near(unit):
            return {"others"}
        if unit.level == Level.PROVINCE and unit.kind in _COMMITTEES:
            return {"above", "others"} | party
        if unit.level == Level.DEPARTMENT and _STANDING.search(fold(unit.name)):
            return {"above", "standing", "others"}
        return {"others"}

    def _is_near(self, unit: Unit) -> bool:
        """Of the same tree, or an outside office that names no other province."""
        if unit.path.startswith(self.root):
            return True
        place = place_of(unit.name)
        return unit.is_outside and (not place or not self.place or fold(place) == fold(self.place))


_CENTRAL, _OTHERS = frozenset({"above", "central"}), frozenset({"others"})


def place_of(name: str) -> str:
    """ "Ủy ban nhân dân tỉnh Tân Giang" → Tân Giang; empty where the name has none."""
    found = _PLACE.search(name)
    return found["place"].strip() if found else ""

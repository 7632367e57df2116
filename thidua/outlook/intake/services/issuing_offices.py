"""The issuers of what is written: known units, or outside ones that are entered now, each once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from thidua.kit.refused import Refused
from thidua.outlook.intake import offices, selectors
from thidua.outlook.intake.identities import Asked
from thidua.outlook.intake.models import Proposal
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import units
from thidua.vn.fold import fold


class Offices:
    """Looked up together; a new office is entered when its first document is."""

    def __init__(
        self, rows: Sequence[Proposal], *, near: Unit, on: date | None, by: Actor, at: datetime
    ) -> None:
        self.near, self.on, self.by, self.at = near, on, by, at
        self._found = selectors.resolve_named(rows, body=near, on=on)
        self._made: dict[str, Unit] = {}
        self._named: dict[str, selectors.Issuer] = {}

    def of(self, row: Proposal) -> Unit | None:
        """The unit; None where the text names none, or where several fit and nobody has chosen."""
        return self._unit(self._found[row.pk])

    def known(self, row: Proposal) -> Unit | None:
        """The unit, where it stands already."""
        return self._found[row.pk].unit

    @property
    def speaker(self) -> Unit | None:
        """Whose text it is: the issuer of the document, where it is known."""
        return next((issuer.unit for issuer in self._found.values() if issuer.unit), None)

    def look_up(self, names: Iterable[str]) -> None:
        """Other offices that the text names, looked for together."""
        new = sorted({name for name in names if name} - self._named.keys())
        near = self.speaker or self.near
        found = selectors.resolve([Asked(name, "", None) for name in new], near=near, on=self.on)
        self._named |= zip(new, found, strict=True)

    def named(self, printed: str) -> Unit | None:
        """The office of that name, entered where nobody knows it; None where several fit, or none is named."""
        if not printed:
            return None
        self.look_up([printed])
        return self._unit(self._named[printed])

    def _unit(self, issuer: selectors.Issuer) -> Unit | None:
        if not issuer.is_new:
            return issuer.unit
        name = offices.whole_name(issuer.printed, self.near.name)
        if fold(name) not in self._made:
            self._made[fold(name)] = self._enter(name)
        return self._made[fold(name)]

    def _enter(self, name: str) -> Unit:
        guess = offices.guess(name)
        try:
            return units.add_outside_unit(name, by=self.by, at=self.at, kind=guess.kind, level=guess.level)
        except Refused:
            standing = Unit.objects.filter(folded=fold(name), parent=None).first()
            if standing is None:
                raise
            return standing

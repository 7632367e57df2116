"""The issuers of what is written: known units, or outside ones that are entered now, each once."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.kit.refused import Refused
from thidua.outlook.intake import offices, selectors
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
        self.near, self.by, self.at = near, by, at
        self._found = selectors.resolve_named(rows, body=near, on=on)
        self._made: dict[str, Unit] = {}

    def of(self, row: Proposal) -> Unit | None:
        """The unit; None where the text names none, or where several fit and nobody has chosen."""
        issuer = self._found[row.pk]
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

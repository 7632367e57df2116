"""The demo department's number book: two certificates of merit, a spoiled blank, one issued again."""

from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from thidua.records.awards.models import Award
from thidua.records.certificates import rows, services

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

DATA = Path(__file__).parent / "data" / "certificates.yaml"
BODY = "svh"


def load(made: "Loaded") -> None:
    """The book of this year, by whoever keeps the department's registers."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    body = made.units[BODY]
    given = {"by": made.clerk(body), "at": made.at}
    facts = dict(data["book"])
    book = services.open_book(facts.pop("artefact"), made.today.year, body=body, **facts, **given)
    services.spoil_blank(book, "", reason=data["spoiled"], **given)
    wanted = {"code": data["awards"]["kind"], "year": made.today.year + data["awards"]["year"]}
    awards = Award.objects.standing().filter(body=body, count=1, **wanted).exclude(recipient="")
    for award in rows.in_order(awards.select_related("person", "household"), rows.PEOPLE_FIRST):
        certificate = services.give(award, book=book, **given)
        if award.recipient == data["reissued"]["recipient"]:
            services.reissue(certificate, book=book, reason=data["reissued"]["reason"], **given)

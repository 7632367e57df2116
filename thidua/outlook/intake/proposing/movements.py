"""Movements with what the text tells at each of their places: paper, heading, form."""

from collections.abc import Iterable
from typing import Any

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.proposing.draft import Draft, listed
from thidua.outlook.intake.sheet import laid_out
from thidua.reading import movements
from thidua.reading.facts import Facts, Movement, as_json
from thidua.reading.movements import listed as unnamed
from thidua.reading.movements import places
from thidua.reading.movements.places import Place


def drafts(facts: Facts) -> list[Draft]:
    """Those that are named, and those that a report only lists, in the order of the document."""
    text = laid_out(facts.text)
    found = places.find(text, facts.citations)
    pairs = list(zip(facts.movements, found, strict=True))
    more = unnamed.find(text, facts.citations, movements.namings(text, facts.citations))
    pairs += [(movement, (place,)) for movement, place in more]
    pairs.sort(key=lambda pair: pair[0].spans[:1])
    return [_draft(movement, at) for movement, at in pairs]


def _draft(movement: Movement, at: Iterable[Place]) -> Draft:
    proposed: dict[str, Any] = as_json(movement)
    proposed["places"] = [as_json(place) for place in at]
    return Draft(Proposal.Kind.MOVEMENT, proposed, listed(movement.spans))

"""Award figures as proposals: with the merit period that their place names, and the words in which they were printed."""

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.proposing.draft import Draft, listed
from thidua.reading.facts import Facts, as_json
from thidua.reading.reported import period_of


def drafts(facts: Facts) -> list[Draft]:
    """In the order of the text. What was granted needs its period and for whom; without them a person has to look."""
    found = []
    for item in facts.awards:
        period = period_of(item.context or "")
        places = [" ".join(facts.text[start:end].split()) for start, end in item.spans]
        proposed = as_json(item) | {
            "period": period.printed if period else None,
            "printed": "; ".join(places),
        }
        low = item.state == "granted" and not (period and item.recipient_kind)
        found.append(Draft(Proposal.Kind.AWARD, proposed, listed(item.spans), low))
    return found

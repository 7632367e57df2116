"""How a document is named, by whoever names it: a person who types, a file's own head, a citation in another document."""

from dataclasses import dataclass
from datetime import date

from thidua.records.orgs.models import Unit
from thidua.records.register.subject import subject_key
from thidua.vn.documents import DocumentNumber, number_key, parse_number, tidy_number, type_code
from thidua.vn.fold import nfc


def as_printed(number: str) -> str:
    """A number without breaks and blanks, capitals given back where somebody typed none: "64/kh-ubnd" → "64/KH-UBND"."""
    tidy = tidy_number(nfc(number))
    return tidy.upper() if tidy.islower() and "/" in tidy else tidy


@dataclass(frozen=True)
class Identity:
    type: str
    """Code of `vn.documents` ("ke_hoach"); a name is understood too; "" if unknown."""
    number: str
    """As printed; "" if none."""
    issued_on: date | None
    issuer: Unit | None
    year: int | None = None
    title: str = ""
    signer: str = ""
    signer_title: str = ""
    topic: str = ""

    @property
    def parsed(self) -> DocumentNumber | None:
        return parse_number(as_printed(self.number)) if self.number else None

    @property
    def type_code(self) -> str:
        """The kind, from what was said or from the symbol."""
        if self.type:
            return type_code(self.type)
        return type_code(self.parsed.type_name) if self.parsed else ""

    @property
    def key(self) -> str:
        return number_key(self.number)

    @property
    def title_key(self) -> str:
        return subject_key(self.title, self.type_code)

    @property
    def known_year(self) -> int | None:
        """The year of issue, from the date, from what was said, or from the number (98/2023/NĐ-CP)."""
        if self.issued_on:
            return self.issued_on.year
        if self.year:
            return self.year
        return self.parsed.year if self.parsed else None

    @property
    def names_its_year(self) -> bool:
        """Whether the number itself carries the year, so that it needs no date to be certain."""
        return self.parsed is not None and self.parsed.year is not None

"""What Word's styles say about letters: the font, capitals, hidden text; and which numbering a paragraph style has."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from thidua.kit.files.extract.archive import Element
from thidua.kit.files.extract.letters import OldFont, old_font

_OFF = {"0", "false", "off", "none"}


def local(element: Element) -> str:
    """Name without its namespace: the two editions of the format differ in nothing else that matters here."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    return next((inner for inner in element if local(inner) == name), None) if element is not None else None


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def value(element: Element | None) -> str | None:
    return attribute(element, "val")


def switched(element: Element | None) -> bool | None:
    """A property that is on by being there: None when absent."""
    return None if element is None else value(element) not in _OFF


@dataclass(frozen=True, slots=True)
class Letters:
    """How a run is drawn; None: not said here."""

    font: str | None = None
    caps: bool | None = None
    hidden: bool | None = None

    def over(self, below: "Letters") -> "Letters":
        return Letters(
            below.font if self.font is None else self.font,
            below.caps if self.caps is None else self.caps,
            below.hidden if self.hidden is None else self.hidden,
        )

    @property
    def old(self) -> OldFont | None:
        return _old(self.font or "")


_old = cache(old_font)
PLAIN = Letters()


def letters(run_properties: Element | None) -> Letters:
    """What one `rPr` says."""
    if run_properties is None:
        return PLAIN
    fonts = child(run_properties, "rFonts")
    font = attribute(fonts, "hAnsi") or attribute(fonts, "ascii")
    if attribute(fonts, "hAnsiTheme") or attribute(fonts, "asciiTheme"):
        font = ""
    return Letters(font, switched(child(run_properties, "caps")), switched(child(run_properties, "vanish")))


@dataclass(frozen=True, slots=True)
class Style:
    parent: str | None
    letters: Letters
    num_id: str | None
    level: int | None


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        self._lowest = PLAIN
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                self._lowest = letters(child(child(element, "rPrDefault"), "rPr"))
            elif local(element) == "style":
                self._add(element)
        self._known: dict[str | None, Letters] = {}

    def _add(self, element: Element) -> None:
        name = attribute(element, "styleId") or ""
        if attribute(element, "type") == "paragraph" and (attribute(element, "default") or "0") not in _OFF:
            self.default = name
        num_id, level = numbered(child(element, "pPr"))
        self._styles[name] = Style(
            value(child(element, "basedOn")), letters(child(element, "rPr")), num_id, level
        )

    def chain(self, name: str | None) -> list[Style]:
        """A style and those that it is based on, nearest first; a circle ends where it closes."""
        found, seen = [], set()
        while name is not None and name in self._styles and name not in seen:
            seen.add(name)
            found.append(self._styles[name])
            name = self._styles[name].parent
        return found

    def letters_of(self, name: str | None) -> Letters:
        """What a style says, inherited parts included; without the defaults of the document."""
        if name not in self._known:
            drawn = PLAIN
            for style in self.chain(name):
                drawn = drawn.over(style.letters)
            self._known[name] = drawn
        return self._known[name]

    def of_paragraph(self, name: str | None) -> Letters:
        """How runs of a paragraph in this style are drawn when they say nothing themselves."""
        return self.letters_of(name or self.default).over(self._lowest)

    def of_run(self, run_properties: Element | None, paragraph: Letters) -> Letters:
        own = letters(run_properties)
        named = value(child(run_properties, "rStyle"))
        return own.over(self.letters_of(named)).over(paragraph) if named else own.over(paragraph)


def numbered(paragraph_properties: Element | None) -> tuple[str | None, int | None]:
    """(number list, level) that a `pPr` names."""
    numbering = child(paragraph_properties, "numPr")
    return value(child(numbering, "numId")), whole(value(child(numbering, "ilvl")))


def whole(text: Any) -> int | None:
    """A small whole number; None for anything else."""
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 7 else None

"""The Tabler icons in use. To add one: name it here, then run `python -m thidua.kit.ui.vendor icons`."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).parent / "static/ui/vendor/icons.svg"

OUTLINE = """
adjustments alert-circle alert-triangle archive arrow-back-up arrow-down arrow-left arrow-right arrow-up
arrows-diff award ban bell book book-2 building building-bank bulb calendar calendar-due calendar-event certificate
chart-bar check chevron-down chevron-left chevron-right chevron-up circle circle-check circle-dashed circle-dot
circle-x clipboard clipboard-check clipboard-text clock coin columns-3 copy database device-floppy dots
dots-vertical download external-link eye eye-off file-off file-plus file-spreadsheet file-text file-upload files
filter filter-off flag folder gavel gift git-branch git-merge hand-stop help-circle highlight history home hourglass
id inbox info-circle key keyboard link list list-check list-details lock lock-open login logout mail maximize
menu-2 message minus news paperclip pencil player-pause player-play plus point printer progress quote refresh rosette
rubber-stamp scale search send settings shield-check signature sitemap sort-ascending sort-descending speakerphone
square-check star table trash upload user users users-group writing x
""".split()  # noqa: SIM905 - a hundred quoted names read worse
FILLED = ["star"]
"""In the sprite as `star-filled`."""


@cache
def names() -> frozenset[str]:
    """What the sprite holds."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text(encoding="utf-8")))

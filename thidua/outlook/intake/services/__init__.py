"""Every write of the reader: a reading is begun, looked through, written into the register, or discarded."""

from thidua.outlook.intake.refusals import RefusedAt
from thidua.outlook.intake.services.confirming import confirm
from thidua.outlook.intake.services.deciding import accept_certain, accept_reading, check_text, decide, edit
from thidua.outlook.intake.services.ending import discard, reread
from thidua.outlook.intake.services.matching import refresh_matches
from thidua.outlook.intake.services.scanning import forget_scan, read_scan, recognise, type_scan
from thidua.outlook.intake.services.uploading import paste, upload

__all__ = [
    "RefusedAt",
    "accept_certain",
    "accept_reading",
    "check_text",
    "confirm",
    "decide",
    "discard",
    "edit",
    "forget_scan",
    "paste",
    "read_scan",
    "recognise",
    "refresh_matches",
    "reread",
    "type_scan",
    "upload",
]

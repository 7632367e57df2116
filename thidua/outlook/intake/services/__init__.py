"""Every write of the reader: a reading is begun, looked through, written into the register, or discarded."""

from thidua.outlook.intake.refusals import RefusedAt
from thidua.outlook.intake.services.confirming import confirm
from thidua.outlook.intake.services.deciding import accept_certain, accept_reading, check_text, decide, edit
from thidua.outlook.intake.services.ending import discard, reread
from thidua.outlook.intake.services.matching import refresh_matches
from thidua.outlook.intake.services.scanning import forget_scan, read_scan, recognise, type_scan
from thidua.outlook.intake.services.uploading import paste, upload
from thidua.outlook.intake.services.workbooks import (
    answer_doubts,
    check_workbook,
    commit_workbook,
    keep_workbook,
    note_checked,
    note_committed,
    settle_encoding,
    take_back_workbook,
    take_workbook,
    undo_workbook,
    write_chunk,
)

__all__ = [
    "RefusedAt",
    "accept_certain",
    "accept_reading",
    "answer_doubts",
    "check_text",
    "check_workbook",
    "commit_workbook",
    "confirm",
    "decide",
    "discard",
    "edit",
    "forget_scan",
    "keep_workbook",
    "note_checked",
    "note_committed",
    "paste",
    "read_scan",
    "recognise",
    "refresh_matches",
    "reread",
    "settle_encoding",
    "take_back_workbook",
    "take_workbook",
    "type_scan",
    "undo_workbook",
    "upload",
    "write_chunk",
]

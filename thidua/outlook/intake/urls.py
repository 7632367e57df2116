"""Addresses of the reader and of workbooks, mounted at /nap/."""

from django.urls import path

from thidua.outlook.intake.views import ending, incoming, reading, scanning, workbook_acts, workbooks

app_name = "intake"
urlpatterns = [
    path("", incoming.readings, name="list"),
    path("tai-len/", incoming.upload, name="upload"),
    path("nguon/", incoming.sources, name="sources"),
    path("bang-tinh/", workbooks.workbooks, name="sheets"),
    path("bang-tinh/nap/", workbooks.take, name="take_workbook"),
    path("bang-tinh/mau/<slug:layout>/", workbooks.template, name="template"),
    path("bang-tinh/<int:pk>/", workbooks.workbook, name="workbook"),
    path("bang-tinh/<int:pk>/tien-do/", workbooks.progress, name="workbook_progress"),
    path("bang-tinh/<int:pk>/tep/", workbooks.file, name="workbook_file"),
    path("bang-tinh/<int:pk>/can-sua/", workbooks.faulty, name="workbook_faulty"),
    path("bang-tinh/<int:pk>/bang-ma/", workbook_acts.encoding, name="workbook_encoding"),
    path("bang-tinh/<int:pk>/kiem-tra/", workbook_acts.check, name="workbook_check"),
    path("bang-tinh/<int:pk>/tra-loi/", workbook_acts.answer, name="workbook_answer"),
    path("bang-tinh/<int:pk>/ghi/", workbook_acts.commit, name="workbook_commit"),
    path("bang-tinh/<int:pk>/hoan-tac/", workbook_acts.undo, name="workbook_undo"),
    path("<int:pk>/", reading.reading, name="reading"),
    path("<int:pk>/lich-su/", reading.history, name="history"),
    path("<int:pk>/tep/", incoming.file, name="file"),
    path("<int:pk>/muc/<int:proposal_id>/", reading.card, name="card"),
    path("<int:pk>/muc/<int:proposal_id>/sua/", reading.edit, name="edit"),
    path("<int:pk>/muc/<int:proposal_id>/cach-doc/", reading.accept_reading, name="accept_reading"),
    path("<int:pk>/chac-chan/", ending.accept_certain, name="accept_certain"),
    path("<int:pk>/chu-dung/", ending.check_text, name="check_text"),
    path("<int:pk>/doc-lai/", ending.reread, name="reread"),
    path("<int:pk>/ghi/", ending.confirm, name="confirm"),
    path("<int:pk>/tien-do/", scanning.progress, name="scan_progress"),
    path("<int:pk>/nhan-dang/", scanning.recognise, name="recognise"),
    path("<int:pk>/chu/", scanning.type_text, name="type_text"),
    path("<int:pk>/huy/", ending.discard, name="discard"),
]

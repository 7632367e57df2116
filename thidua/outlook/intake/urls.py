"""Addresses of the reader, mounted at /nap/."""

from django.urls import path

from thidua.outlook.intake.views import ending, incoming, reading, scanning

app_name = "intake"
urlpatterns = [
    path("", incoming.readings, name="list"),
    path("tai-len/", incoming.upload, name="upload"),
    path("nguon/", incoming.sources, name="sources"),
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

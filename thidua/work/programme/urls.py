"""Addresses of the programme, below /nhiem-vu/."""

from django.urls import path

from thidua.work.programme.views import acts, calendars, listing, reporting, tasks

app_name = "programme"
urlpatterns = [
    path("", listing.board, name="board"),
    path("giao/", tasks.assign, name="assign"),
    path("dan/", tasks.paste, name="paste"),
    path("xuat-excel/", listing.excel, name="export"),
    path("in/", listing.printed, name="print"),
    path("bao-cao/", reporting.show, name="report"),
    path("bao-cao/<str:kind>/", reporting.download, name="report_file"),
    path("lich/", calendars.show, name="calendar"),
    path("lich/dia-chi/", calendars.issue, name="issue_calendar"),
    path("lich/thu-hoi/", calendars.revoke, name="revoke_calendar"),
    path("lich/<str:token>.ics", calendars.feed, name="ics"),
    path("theo-van-ban/<int:document>/", listing.of_document, name="of_document"),
    path("tep/<int:pk>/", acts.download, name="download"),
    path("<int:pk>/", tasks.show, name="task"),
    path("<int:pk>/sua/", tasks.correct, name="correct"),
    path("<int:pk>/xong/", acts.complete, name="complete"),
    path("<int:pk>/mo-lai/", acts.reopen, name="reopen"),
    path("<int:pk>/gia-han/", acts.extend, name="extend"),
    path("<int:pk>/an-dinh/", acts.settle, name="settle"),
    path("<int:pk>/huy/", acts.cancel, name="cancel"),
    path("<int:pk>/minh-chung/", acts.add_evidence, name="add_evidence"),
    path("<int:pk>/minh-chung/<int:evidence>/bo/", acts.withdraw_evidence, name="withdraw_evidence"),
    path("<int:pk>/can-cu/", acts.add_basis, name="add_basis"),
    path("<int:pk>/can-cu/<int:basis>/bo/", acts.remove_basis, name="remove_basis"),
]

"""Addresses below /nhan-su/."""

from django.urls import path

from thidua.records.staff.views import covering, entering, listing, pasting, printing, rows, slots

app_name = "staff"
urlpatterns = [
    path("", listing.first, name="list"),
    path("ghi-du/", covering.show, name="coverage"),
    path("ghi-du/<int:statement>/thu-hoi/", covering.withdraw, name="withdraw_coverage"),
    path("cua-toi/", slots.mine, name="mine"),
    path("cua-nguoi/<int:person>/", slots.of_person, name="of_person"),
    path("cua-nguoi/<int:person>/ky-luat/", slots.conduct_of_person, name="conduct_of_person"),
    path("cua-don-vi/<int:unit>/", slots.of_unit, name="of_unit"),
    path("xep-loai/dan-danh-sach/", pasting.many, name="rate_many"),
    path("xep-loai/ban-in/", printing.ratings, name="print"),
    path("ky-luat/<int:pk>/het-hieu-luc/", rows.end, name="end"),
    path("dang-xem-xet/<int:pk>/ket-luan/", rows.close, name="close"),
    path("<slug:slug>/", listing.show, name="tab"),
    path("<slug:slug>/excel/", listing.excel, name="excel"),
    path("<slug:slug>/ghi/", entering.enter, name="enter"),
    path("<slug:slug>/<int:pk>/", rows.show, name="row"),
    path("<slug:slug>/<int:pk>/sua/", rows.correct, name="correct"),
    path("<slug:slug>/<int:pk>/bo/", rows.strike, name="strike"),
]

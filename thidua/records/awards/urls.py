"""Addresses of the award register, below /khen-thuong/."""

from django.urls import path

from thidua.records.awards.views import awards, covering, entering, listing, money, pasting, printing, slots

app_name = "awards"
urlpatterns = [
    path("", listing.show, name="list"),
    path("excel/", listing.excel, name="excel"),
    path("ghi/", entering.enter, name="enter"),
    path("ghi-so-luong/", entering.enter_aggregate, name="enter_aggregate"),
    path("dan-danh-sach/", pasting.many, name="enter_many"),
    path("ghi-du/", covering.show, name="coverage"),
    path("ghi-du/<int:statement>/thu-hoi/", covering.withdraw, name="withdraw_coverage"),
    path("cua-nguoi/<int:person>/", slots.of_person, name="of_person"),
    path("cua-nguoi/<int:person>/ban-in/", printing.course, name="course"),
    path("cua-nguoi/<int:person>/xac-nhan/", printing.confirmation, name="confirmation"),
    path("cua-don-vi/<int:unit>/", slots.of_unit, name="of_unit"),
    path("theo-van-ban/<int:document>/", slots.of_document, name="of_document"),
    path("theo-van-ban/<int:document>/tien/", money.of_document, name="money"),
    path("theo-van-ban/<int:document>/tien/excel/", money.excel, name="money_excel"),
    path("<int:pk>/", awards.show, name="award"),
    path("<int:pk>/sua/", awards.correct, name="correct"),
    path("<int:pk>/ghi-ten/", pasting.names, name="fill"),
    path("<int:pk>/bo/", awards.strike, name="strike"),
    path("<int:pk>/thu-hoi/", awards.revoke, name="revoke"),
]

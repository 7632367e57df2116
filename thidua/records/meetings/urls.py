"""Addresses of meetings, below /hop/."""

from django.urls import path

from thidua.records.meetings.views import attending, listing, meetings, telling

app_name = "meetings"
urlpatterns = [
    path("", listing.show, name="list"),
    path("ghi/", meetings.record, name="record"),
    path("theo-van-ban/<int:document>/", telling.of_document, name="of_document"),
    path("<int:pk>/", meetings.show, name="meeting"),
    path("<int:pk>/sua/", meetings.correct, name="correct"),
    path("<int:pk>/huy/", meetings.cancel, name="cancel"),
    path("<int:pk>/diem-danh/", attending.roll, name="roll"),
    path("<int:pk>/dan-danh-sach/", attending.paste, name="paste"),
    path("<int:pk>/diem-danh/<int:line>/bo/", attending.strike, name="strike"),
    path("<int:pk>/so-nguoi/", attending.state, name="state"),
    path("<int:pk>/van-ban/", telling.choose, name="choose"),
    path("<int:pk>/van-ban/<int:document>/bo/", telling.withdraw, name="withdraw"),
]

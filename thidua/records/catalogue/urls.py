"""Addresses of the law book, below /luat/."""

from django.urls import path

from thidua.records.catalogue.views import entries, exchanging, handbook, procedures, stating, verifying

app_name = "catalogue"
urlpatterns = [
    path("", handbook.show, name="list"),
    path("thay-doi/", handbook.changes, name="changes"),
    path("can-doi-chieu/", handbook.drafts, name="drafts"),
    path("phan/<str:shelf>/", handbook.shelf, name="shelf"),
    path("muc/<str:entry>/", entries.show, name="entry"),
    path("muc/<str:entry>/doi-chieu/", verifying.verify, name="verify"),
    path("muc/<str:entry>/doi-chieu/van-ban/", verifying.bring, name="bring"),
    path("thu-tuc/", procedures.show, name="procedures"),
    path("thu-tuc/<str:entry>/", procedures.one, name="procedure"),
    path("cua-co-quan/", stating.own, name="own"),
    path("cua-co-quan/ghi/", stating.state, name="state"),
    path("cua-co-quan/danh-muc/", stating.state_award, name="state_award"),
    path("cua-co-quan/<int:pk>/thu-hoi/", stating.withdraw, name="withdraw"),
    path("trao-doi/", exchanging.show, name="exchange"),
    path("trao-doi/xuat/", exchanging.export, name="export"),
    path("trao-doi/nap/", exchanging.receive, name="receive"),
    path("trao-doi/goi/<int:pk>/", exchanging.package, name="package"),
    path("trao-doi/goi/<int:pk>/chap-nhan/", exchanging.trust, name="trust"),
    path("trao-doi/noi-gui/<int:pk>/thoi/", exchanging.distrust, name="distrust"),
    path("<str:code>/", handbook.kind, name="kind"),
]

"""All addresses."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path

from thidua.web import home, passwords, search, sign_in

web = [
    path("", home.show, name="home"),
    path("viec-dang-mo/", home.show_counts, name="counts"),
    path("tim/", search.show, name="search"),
    path("dang-nhap/", login_not_required(sign_in.sign_in), name="sign_in"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
    path("doi-mat-khau/", passwords.change, name="password"),
    path("noi-lam-viec/", sign_in.switch, name="switch"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((web, "web"))),
    path("to-chuc/", include("thidua.records.orgs.urls")),
    path("van-ban/", include("thidua.records.register.urls")),
    path("hop/", include("thidua.records.meetings.urls")),
    path("luat/", include("thidua.records.catalogue.urls")),
    path("khen-thuong/", include("thidua.records.awards.urls")),
    path("nhan-su/", include("thidua.records.staff.urls")),
    path("so-cap-bang/", include("thidua.records.certificates.urls")),
    path("sang-kien/", include("thidua.work.initiatives.urls")),
    path("doi-chieu/", include("thidua.work.eligibility.urls")),
    path("phong-trao/", include("thidua.work.movements.urls")),
    path("nhiem-vu/", include("thidua.work.programme.urls")),
    path("nap/", include("thidua.outlook.intake.urls")),
    path("bao-cao/", include("thidua.outlook.reports.urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("giao-dien/", include(("thidua.web.gallery", "gallery"))))

handler400 = "thidua.web.errors.bad_request"
handler403 = "thidua.web.errors.forbidden"
handler404 = "thidua.web.errors.not_found"
handler500 = "thidua.web.errors.fault"

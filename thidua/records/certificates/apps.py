from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "thidua.records.certificates"
    label = "certificates"
    verbose_name = "Sổ cấp bằng, giấy chứng nhận"

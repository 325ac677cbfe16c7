from __future__ import annotations

from django.urls import path

from kraftsamla.audit import views

app_name = "audit"
urlpatterns = [path("logg/", views.log, name="log")]

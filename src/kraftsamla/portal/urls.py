from __future__ import annotations

from django.urls import path

from kraftsamla.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.my_day, name="my-day"),
    path("kallor/<str:kind>/<int:key>/lagg-till/", views.evidence_add, name="evidence-add"),
    path("kallor/<str:kind>/<int:key>/<int:passage>/ta-bort/", views.evidence_remove, name="evidence-remove"),
]

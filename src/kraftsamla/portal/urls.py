from __future__ import annotations

from django.urls import path

from kraftsamla.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.my_day, name="my-day"),
    path("kallor/<str:kind>/<int:key>/lagg-till/", views.evidence_add, name="evidence-add"),
    path("kallor/<str:kind>/<int:key>/<int:passage>/ta-bort/", views.evidence_remove, name="evidence-remove"),
    path("overblick/", views.coverage_page, name="coverage"),
    path("overblick/svagaste-lanken/", views.weak_link_list, name="weak-link-list"),
    path("excel/", views.sheet_list, name="sheet-list"),
    path("excel/granska/", views.sheet_try, name="sheet-try"),
    path("excel/infor/", views.sheet_in, name="sheet-in"),
    path("excel/<slug:name>/", views.sheet_out, name="sheet-out"),
    path("en-sida/mal/<slug:slug>/<str:number>/", views.brief_objective, name="brief-objective"),
    path("en-sida/omrade/<slug:slug>/<str:number>/", views.brief_area, name="brief-area"),
    path("en-sida/organisation/<slug:slug>/", views.brief_organisation, name="brief-organisation"),
]

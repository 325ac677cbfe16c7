from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.followup import views

app_name = "followup"
urlpatterns: list[URLPattern] = [
    path("uppfoljning/", views.followup_list, name="followup-list"),
    path("uppfoljning-val/", views.followup_choices, name="followup-choices"),
    path("ny-uppfoljning/", views.add_followup, name="followup-add"),
    path("uppfoljning/<slug:slug>/", views.followup, name="followup"),
    path("uppfoljning/<slug:slug>/andra/", views.edit_followup, name="followup-edit"),
    path("uppfoljning/<slug:slug>/avsluta/", views.close_followup, name="followup-close"),
    path("uppfoljning/<slug:slug>/ta-bort/", views.remove_followup, name="followup-remove"),
]

from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.library import views

app_name = "library"
urlpatterns: list[URLPattern] = [
    path("dokument/", views.document_list, name="document-list"),
    path("dokument-val/", views.document_choices, name="document-choices"),
    path("nytt-dokument/", views.add_document, name="document-add"),
    path("dokument/<slug:slug>/", views.document, name="document"),
    path("dokument/<slug:slug>/andra/", views.edit_document, name="document-edit"),
    path("dokument/<slug:slug>/ta-bort/", views.remove_document, name="document-remove"),
]

from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.editions import views

app_name = "editions"
urlpatterns: list[URLPattern] = [
    path("utgavor/", views.edition_list, name="edition-list"),
    path("utgavor/publicera/", views.publish, name="publish"),
]

from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.editions import views

urlpatterns: list[URLPattern] = [
    path("utgava/<int:number>/", views.earlier_page, name="earlier-front"),
    path("utgava/<int:number>/<path:path>", views.earlier_page, name="earlier-page"),
    path("", views.public_page, name="public-front"),
    path("<path:path>", views.public_page, name="public-page"),
]

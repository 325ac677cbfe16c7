from __future__ import annotations

from django.urls import path

from kraftsamla.accounts import views

app_name = "accounts"
urlpatterns = [
    path("logga-in/", views.sign_in, name="sign-in"),
    path("logga-ut/", views.sign_out, name="sign-out"),
    path("sprak/", views.language, name="language"),
]

from __future__ import annotations

from django.urls import URLPattern, path

from kraftsamla.letters import views

app_name = "letters"
urlpatterns: list[URLPattern] = [
    path("arbetsyta/brev/", views.letter_list, name="letter-list"),
    path("arbetsyta/brev/vantar/", views.waiting, name="waiting"),
    path("arbetsyta/brev/skicka/", views.send, name="send"),
    path("arbetsyta/brev/mottagare/", views.recipient_list, name="recipient-list"),
    path("arbetsyta/brev/mottagare/<int:pk>/", views.recipient, name="recipient"),
    path("arbetsyta/brev/mottagare/<int:pk>/radera/", views.erase, name="recipient-erase"),
    path("arbetsyta/brev/<int:pk>/", views.letter, name="letter"),
    path("brev/<str:token>/", views.pace, name="pace"),
]

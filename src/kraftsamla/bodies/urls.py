from __future__ import annotations

from django.urls import path

from kraftsamla.bodies import views

app_name = "bodies"
urlpatterns = [
    path("organ/", views.body_list, name="body-list"),
    path("organ/nytt/", views.body_new, name="body-new"),
    path("organ/om/<slug:slug>/", views.body, name="body"),
    path("organ/om/<slug:slug>/andra/", views.body_edit, name="body-edit"),
    path("organ/om/<slug:slug>/avsluta/", views.body_end, name="body-end"),
    path("organ/om/<slug:slug>/ta-tillbaka/", views.body_withdraw, name="body-withdraw"),
    path("organ/om/<slug:slug>/forordna/", views.appointment_new, name="appointment-new"),
    path("forordnande/<int:key>/", views.appointment_edit, name="appointment-edit"),
    path("forordnande/<int:key>/avsluta/", views.appointment_end, name="appointment-end"),
    path("forordnande/<int:key>/ta-tillbaka/", views.appointment_withdraw, name="appointment-withdraw"),
]

from __future__ import annotations

from django.urls import path

from kraftsamla.reading import views

app_name = "reading"
urlpatterns = [
    path("lasbord/", views.desk_list, name="desk-list"),
    path("lasbord/nytt/filer/", views.upload, name="upload"),
    path("lasbord/nytt/text/", views.paste, name="paste"),
    path("lasbord/nytt/sida/", views.save_page, name="save-page"),
    path("lasbord/lasaren/traffar/", views.precision, name="precision"),
    path("lasbord/forslag/<int:number>/", views.suggestion_page, name="suggestion"),
    path("lasbord/<slug:slug>/", views.desk, name="desk"),
    path("lasbord/<slug:slug>/sidor/", views.page_panel, name="page"),
    path("lasbord/<slug:slug>/sidor/<int:number>.png", views.page_picture, name="page-picture"),
    path("lasbord/<slug:slug>/samma/", views.settle, name="settle"),
    path("lasbord/<slug:slug>/om/", views.describe_document, name="describe"),
    path("lasbord/<slug:slug>/markera/", views.mark_passage, name="mark"),
    path("lasbord/<slug:slug>/sakra/", views.accept_all_certain, name="accept-certain"),
    path("lasbord/<slug:slug>/angra/", views.undo_last, name="undo-last"),
    path("lasbord/<slug:slug>/<int:number>/godkann/", views.accept_one, name="accept"),
    path("lasbord/<slug:slug>/<int:number>/avvisa/", views.reject_one, name="reject"),
    path("lasbord/<slug:slug>/<int:number>/andra/", views.edit_one, name="edit"),
    path("lasbord/<slug:slug>/<int:number>/angra/", views.undo_one, name="undo"),
]

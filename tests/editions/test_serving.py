"""Handing out an edition: from Django's own view and from the quick way before it, alike."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kraftsamla.editions import writing
from kraftsamla.editions.serving import PublicFirst

FILES = [
    ("index.html", "<p>Lägesbild</p>".encode()), ("mal/1.2/index.html", "<p>mål</p>".encode()), ("404.html", b"saknas"),
    ("en/404.html", b"missing"), ("assets/ui/base.abc.css", b"a{}"), ("insatser/index.html", b"alla"),
    ("insatser/omrade-2/index.html", b"omrade 2"), ("en/actions/area-2/progress-done/index.html", b"area 2 done"),
    ("en/actions/index.html", b"all"),
]  # fmt: skip


@pytest.fixture
def edition(settings: Any) -> Path:
    root = Path(settings.EDITIONS_ROOT)
    root.mkdir(parents=True)
    for number in (1, 2):
        files = [(n, d + b" 2" if number == 2 and n == "index.html" else d) for n, d in FILES]
        work, hashes = writing.write_folder(root, files)
        manifest = writing.Manifest(writing.SCHEMA, number, "2021-11-10", "x", "", "", 2, hashes)
        (work / writing.MANIFEST).write_bytes(manifest.to_bytes())
        writing.settle(work, writing.folder_of(root, number))
        writing.point(root, f"{number:04d}")
    return root


def quick(root: Path, path: str, **environ: str) -> tuple[str, dict[str, str], bytes]:
    """The answer of the quick way; "next" when it asks the program behind it."""
    answer: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        answer.update(status=status, headers=dict(headers))

    def following(_environ: Any, start_response: Any) -> Iterable[bytes]:
        start_response("next", [])
        return [b""]

    wsgi = {"REQUEST_METHOD": "GET", "PATH_INFO": path, **environ}
    body = b"".join(PublicFirst(following, root)(wsgi, start))
    return answer["status"], answer["headers"], body


def test_the_front_page_is_that_of_the_current_edition(edition: Path, client: Client, db: None) -> None:
    assert quick(edition, "/")[2] == client.get("/").content == "<p>Lägesbild</p> 2".encode()


def test_both_ways_send_the_same_security_headers(edition: Path, client: Client, db: None) -> None:
    slow = client.get("/mal/1.2/").headers
    status, headers, _ = quick(edition, "/mal/1.2/")
    assert status == "200 OK"
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Content-Type", "ETag"):
        assert headers[name] == slow[name]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")


def test_an_unchanged_page_is_not_sent_again(edition: Path) -> None:
    _, headers, _ = quick(edition, "/")
    status, _, body = quick(edition, "/", HTTP_IF_NONE_MATCH=headers["ETag"])
    assert (status, body) == ("304 Not Modified", b"")


def test_what_never_changes_may_be_kept_for_ever(edition: Path) -> None:
    assert quick(edition, "/assets/ui/base.abc.css")[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    assert quick(edition, "/")[1]["Cache-Control"] == "public, max-age=60"


def test_head_sends_the_length_and_no_body(edition: Path) -> None:
    status, headers, body = quick(edition, "/mal/1.2/", REQUEST_METHOD="HEAD")
    assert (status, headers["Content-Length"], body) == ("200 OK", "11", b"")


@pytest.mark.parametrize("path", ["/manifest.json", "/../0001/index.html", "/%2e%2e/0001/", "/.lock", "/mal/1.2", "/x"])
def test_only_listed_paths_are_handed_out(edition: Path, path: str) -> None:
    assert quick(edition, path)[0] == "next"


def test_posting_is_left_to_the_program_behind(edition: Path) -> None:
    assert quick(edition, "/", REQUEST_METHOD="POST")[0] == "next"


def test_a_page_that_is_not_there_is_told_in_the_readers_language(edition: Path, client: Client, db: None) -> None:
    for path, words in (("/finns-inte/", b"saknas"), ("/en/nothing/", b"missing")):
        response = client.get(path)
        assert (response.status_code, response.content) == (404, words)


def test_a_missing_last_slash_is_mended(edition: Path, client: Client, db: None) -> None:
    response = client.get("/mal/1.2")
    assert (response.status_code, response["Location"]) == (302, "/mal/1.2/")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/insatser/?omrade=2", "/insatser/omrade-2/"), ("/insatser/?omrade=2&lage=", "/insatser/omrade-2/"),
        ("/en/actions/?area=2&progress=done", "/en/actions/area-2/progress-done/"),
    ],
)  # fmt: skip
def test_a_filter_in_the_query_leads_to_the_page_that_shows_it(
    edition: Path, client: Client, db: None, asked: str, shown: str
) -> None:
    assert quick(edition, asked.split("?")[0], QUERY_STRING=asked.split("?")[1])[0] == "next"
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (302, shown)


def test_a_filter_that_no_page_shows_gives_the_whole_list(edition: Path, client: Client, db: None) -> None:
    assert client.get("/insatser/?omrade=7").content == b"alla"
    assert client.get("/insatser/?omrade=../../x").content == b"alla"


def test_an_earlier_edition_can_still_be_read_as_it_was(edition: Path, client: Client, db: None) -> None:
    assert client.get("/utgava/1/").content == "<p>Lägesbild</p>".encode()
    assert client.get("/utgava/1/mal/1.2").headers["Location"] == "/utgava/1/mal/1.2/"
    assert client.get("/utgava/9/").status_code == 404


def test_before_the_first_edition_there_is_nothing_public(client: Client, db: None, settings: Any) -> None:
    assert client.get("/").status_code == 404


def test_an_address_of_the_workspace_that_lacks_its_last_slash_is_mended(client: Client, db: None) -> None:
    response = client.get("/arbetsyta/utgavor")
    assert (response.status_code, response.headers["Location"]) == (302, "/arbetsyta/utgavor/")
    assert client.get("/arbetsyta/finns-inte").status_code == 404


def test_the_public_pages_ask_the_database_nothing(
    edition: Path, client: Client, django_assert_num_queries: Any, db: None
) -> None:
    with django_assert_num_queries(0):
        client.get("/mal/1.2/")


def test_an_edition_with_an_endless_number_is_not_there(edition: Path, client: Client, db: None) -> None:
    assert client.get(f"/utgava/{'9' * 400}/").status_code == 404


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("/arbetsyta", "/arbetsyta/"), ("/arbetsyta/insatser", "/arbetsyta/insatser/"),
        ("/konto/logga-in", "/konto/logga-in/"), ("/utgava/1", "/utgava/1/"),
    ],
)  # fmt: skip
def test_a_forgotten_last_slash_is_added(edition: Path, client: Client, db: None, short: str, whole: str) -> None:
    response = client.get(short)
    assert (response.status_code, response["Location"]) == (302, whole)


def test_a_cache_is_told_the_same_when_what_it_keeps_still_holds(edition: Path) -> None:
    kept = quick(edition, "/")[1]
    status, told, _ = quick(edition, "/", HTTP_IF_NONE_MATCH=kept["ETag"])
    assert status == "304 Not Modified"
    assert (told["ETag"], told["Cache-Control"]) == (kept["ETag"], kept["Cache-Control"])


@pytest.mark.parametrize(("https", "said"), [(True, "max-age=31536000"), (False, None)])
def test_pages_are_kept_to_https_where_it_is_used(edition: Path, *, https: bool, said: str | None) -> None:
    answer: dict[str, str] = {}
    server = PublicFirst(lambda _environ, _start: [], edition, https=https)
    server({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}, lambda _status, headers: answer.update(headers))
    assert answer.get("Strict-Transport-Security") == said

"""Every address of the workspace: a stranger meets 404, one without the right may not write, GET changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry
from tests import factories

OPEN = {"accounts:sign-in", "accounts:sign-out", "accounts:language"}
Found = tuple[str, str]


def _patterns(resolver: URLResolver, prefix: str = "", namespace: str = "") -> Iterator[Found]:
    for each in resolver.url_patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{namespace}:{each.namespace}" if namespace and each.namespace else each.namespace or namespace
            yield from _patterns(each, path, inner or "")
        elif isinstance(each, URLPattern):
            yield f"{namespace}:{each.name}" if namespace else str(each.name), path


def addresses() -> list[Found]:
    return [(n, p) for n, p in _patterns(get_resolver()) if p.startswith(("arbetsyta/", "konto/")) and n not in OPEN]


def filled(path: str) -> str:
    """The address with something in the place of its parameters; whether it exists does not matter to a stranger."""
    out = []
    for part in path.split("/"):
        if part.startswith("<") and part.endswith(">"):
            kind, _, _name = part[1:-1].rpartition(":")
            out.append({"int": "1", "slug": "x", "str": "x", "path": "x", "": "x"}.get(kind, "x"))
        else:
            out.append(part)
    return "/" + "/".join(out)


def test_there_are_addresses_to_test() -> None:
    assert len(addresses()) > 60


@pytest.mark.parametrize(("name", "path"), addresses())
def test_a_stranger_meets_404_everywhere(name: str, path: str, client: Client, cia: User) -> None:
    for visitor in (None, cia):
        if visitor is not None:
            client.force_login(visitor, backend="django.contrib.auth.backends.ModelBackend")
        for method in (client.get, client.post):
            status = method(filled(path)).status_code
            # A wrong method may be said before the door is reached; it tells nothing of what is behind it.
            assert status in {404, 405}, (name, status)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(("name", "path"), addresses())
def test_an_address_that_leads_to_nothing_is_404_for_a_coordinator_too(
    name: str, path: str, client: Client, alva: User
) -> None:
    client.force_login(alva, backend="django.contrib.auth.backends.ModelBackend")
    if "<" in path:
        assert client.get(filled(path)).status_code in {404, 405}, name
    else:
        assert client.get(filled(path)).status_code in {200, 405}, name


def test_looking_changes_nothing(client: Client, alva: User) -> None:
    strategy = factories.strategy()
    factories.action(strategy)
    client.force_login(alva, backend="django.contrib.auth.backends.ModelBackend")
    before = Entry.objects.count()
    for _name, path in addresses():
        if "<" not in path:
            client.get(filled(path))
    assert Entry.objects.count() == before

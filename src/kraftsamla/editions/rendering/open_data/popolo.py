"""Organisations and bodies, people in public roles, posts, memberships and events (popoloproject.com).

``on_behalf_of_id`` says whom somebody speaks for. Dates are as precise as they are known, which Popolo allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kraftsamla.editions.content import Body, Engagement, Meeting, Organisation, Person, Post, Ref, Seat, Source
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.open_data.facts import file, known, moments, page, present, words
from kraftsamla.editions.rendering.pages import Page, Site


def popolo(index: Index, site: Site) -> Iterator[Page]:
    """A file a class, each an object with the list under the class's name."""
    picture = index.picture
    posts = [_post(post, body) for body in picture.bodies for post in body.posts]
    seats = [_membership(seat, body, number) for body in picture.bodies for number, seat in enumerate(body.seats, 1)]
    posted = [_engagement(e, p, number) for p in picture.people for number, e in enumerate(p.engagements, 1)]
    lists = {
        "organizations": [
            *(_organisation(each, site) for each in picture.organisations),
            *(_body(each, site) for each in picture.bodies),
        ],
        "persons": [_person(each, site) for each in picture.people],
        "posts": posts,
        "memberships": [*seats, *posted],
        "events": [_event(each, site) for each in picture.meetings],
    }  # fmt: skip
    for name, rows in lists.items():
        yield Page(f"{addresses.POPOLO}{name}.json", file({name: rows}))


def _id(ref: Ref | None) -> str:
    return f"{ref.kind}/{ref.slug}" if ref else ""


def _sources(sources: tuple[Source, ...]) -> list[dict[str, str]]:
    urls = dict.fromkeys((source.url, source.title) for source in sources if source.url)
    return [{"url": url, "note": title} for url, title in urls]


def _english(sv: str, en: str) -> list[dict[str, str]]:
    return [{"name": en, "note": "en"}] if en and sv and en != sv else []


def _organisation(o: Organisation, site: Site) -> dict[str, Any]:
    others = [{"name": other.name, "note": other.kind} for other in o.other_names]
    return known(
        id=f"organisation/{o.slug}", name=words(o.name), other_names=[*_english(o.name.sv, o.name.en), *others],
        classification=o.kind, parent_id=_id(o.parent), founding_date=o.valid_from, dissolution_date=o.valid_to,
        links=[{"url": page("organisation", o.slug, site)}, *([{"url": o.website}] if o.website else [])],
        sources=_sources(o.sources),
    )  # fmt: skip


def _body(b: Body, site: Site) -> dict[str, Any]:
    return known(
        id=f"body/{b.slug}", name=words(b.name), other_names=_english(b.name.sv, b.name.en), classification=b.kind,
        parent_id=_id(b.parent or b.host), description=words(b.mandate), founding_date=b.valid_from,
        dissolution_date=b.valid_to, links=[{"url": page("body", b.slug, site)}], sources=_sources(b.sources),
    )  # fmt: skip


def _person(p: Person, site: Site) -> dict[str, Any]:
    return known(
        id=f"person/{p.slug}", name=p.name, other_names=[{"name": name} for name in p.spellings],
        links=[{"url": page("person", p.slug, site)}], sources=_sources(p.sources),
    )  # fmt: skip


def _post(post: Post, body: Body) -> dict[str, Any]:
    return known(
        id=f"post/{body.slug}-{post.key}", label=words(post.label), role=post.role, organization_id=f"body/{body.slug}",
        start_date=post.valid_from, end_date=post.valid_to,
    )  # fmt: skip


def _membership(seat: Seat, body: Body, number: int) -> dict[str, Any]:
    return known(
        id=f"membership/body-{body.slug}-{number}", person_id=_id(seat.person), organization_id=f"body/{body.slug}",
        role=seat.role, post_id=f"post/{body.slug}-{seat.post}" if seat.post else "",
        on_behalf_of_id=_id(seat.on_behalf_of), start_date=seat.valid_from, end_date=seat.valid_to,
        sources=_sources(seat.sources),
    )  # fmt: skip


def _engagement(engagement: Engagement, person: Person, number: int) -> dict[str, Any]:
    return known(
        id=f"membership/person-{person.slug}-{number}", person_id=f"person/{person.slug}",
        organization_id=_id(engagement.organisation), role=words(engagement.title), start_date=engagement.valid_from,
        end_date=engagement.valid_to, sources=_sources(engagement.sources),
    )  # fmt: skip


def _event(m: Meeting, site: Site) -> dict[str, Any]:
    start, end = moments(m)
    return known(
        id=f"event/{m.slug}", name=words(m.title), description=words(m.purpose or m.summary), start_date=start,
        end_date=end, location=m.place, status="cancelled" if m.is_cancelled else "confirmed", classification=m.kind,
        organization_id=_id(m.body), attendees=[{"id": _id(ref), "name": words(ref.title)} for ref in present(m)],
        links=[{"url": page("meeting", m.slug, site)}], sources=_sources(m.sources),
    )  # fmt: skip

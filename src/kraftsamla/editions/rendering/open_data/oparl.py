"""The same as OParl 1.1 has it (oparl.org): objects with an address each, and lists in pages that lead to each other.

An object's ``id`` is where it lies. Files cannot be asked for by date, so that lists hold everything. OParl's dates are
whole: a date of which only the month or year is known is left out here, and stands in the Popolo files. A meeting whose
time is not known starts when its day does. ``modified`` is the day of the edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kraftsamla.editions.content import AgendaItem, Body, Material, Meeting, Organisation, Person, Ref, Seat
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.open_data.facts import (
    WHOLE_DAY,
    file,
    known,
    moment,
    page,
    present,
    published,
    words,
)
from kraftsamla.editions.rendering.pages import Page, Site

SCHEMA = "https://schema.oparl.org/1.1/"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
PER_PAGE = 100
#: The words OParl recommends for how far a meeting has come: set, called until its minutes are out, held.
COMING, CALLED, HELD = "terminiert", "eingeladen", "durchgeführt"
#: Lists that an OParl body has to have and that we have nothing for.
NOTHING = ("paper", "consultation", "legislativeTermList")

Data = dict[str, Any]


def oparl(index: Index, site: Site) -> Iterator[Page]:
    return _Oparl(index, site).pages()


@dataclass
class _Oparl:
    index: Index
    site: Site

    def pages(self) -> Iterator[Page]:
        picture = self.index.picture
        memberships = self._memberships()
        meetings = [self._meeting(m) for m in picture.meetings]
        items = [{**item, "meeting": m["id"]} for m in meetings for item in m.get("agendaItem", [])]
        lists: dict[str, list[Data]] = {
            "organization": [*map(self._group, picture.bodies), *map(self._institution, self._spoken_for())],
            "person": [self._person(p, memberships.get(p.slug, [])) for p in picture.people],
            "membership": [row for rows in memberships.values() for row in rows],
            "meeting": meetings,
            "agendaItem": items,
            "file": _once(f for m in meetings for f in _files(m)),
            "locationList": [m["location"] for m in meetings if "location" in m],
            **{name: [] for name in NOTHING},
        }
        yield self._page("system", self._system())
        yield self._page("body", self._body(list(lists)))
        yield from self._list("bodies", [self._body(list(lists))])
        for name, rows in lists.items():
            yield from self._list(name, rows)
            for row in rows:
                yield Page(str(row["id"]).removeprefix(f"{self.site.address}/"), file(row))

    def _id(self, path: str) -> str:
        return f"{self.site.address}/{addresses.OPARL}{path}.json"

    def _page(self, path: str, data: Data) -> Page:
        return Page(f"{addresses.OPARL}{path}.json", file(data))

    def _object(self, kind: str, path: str, **values: Any) -> Data:
        own = {"id": self._id(path), "type": f"{SCHEMA}{kind}"}
        return {**own, **known(**values), "modified": published(self.index.edition)}

    def _list(self, name: str, rows: Sequence[Data]) -> Iterator[Page]:
        of = max(1, -(-len(rows) // PER_PAGE))
        paths = [f"list/{name}"] + [f"list/{name}-{number}" for number in range(2, of + 1)]
        for number, path in enumerate(paths):
            links = known(
                first=self._id(paths[0]), prev=self._id(paths[number - 1]) if number else "", self=self._id(path),
                next=self._id(paths[number + 1]) if number + 1 < of else "", last=self._id(paths[-1]),
            )  # fmt: skip
            count = {"totalElements": len(rows), "elementsPerPage": PER_PAGE, "currentPage": number + 1,
                     "totalPages": of}  # fmt: skip
            shown = list(rows[number * PER_PAGE : (number + 1) * PER_PAGE])
            yield self._page(path, {"data": shown, "pagination": count, "links": links})

    def _system(self) -> Data:
        return self._object(
            "System", "system", oparlVersion=SCHEMA, body=self._id("list/bodies"), license=LICENCE,
            name=words(self.index.picture.strategy.title), contactEmail=self.site.contact,
            website=f"{self.site.address}/",
        )  # fmt: skip

    def _body(self, lists: Sequence[str]) -> Data:
        strategy = self.index.picture.strategy
        own = self._object(
            "Body", "body", system=self._id("system"), shortName=strategy.slug, name=words(strategy.title),
            website=f"{self.site.address}/", license=LICENCE, **{name: self._id(f"list/{name}") for name in lists},
        )  # fmt: skip
        return {**own, "legislativeTerm": []}

    def _spoken_for(self) -> list[Organisation]:
        """The organisations that somebody sits in a body on behalf of."""
        seats = [seat for body in self.index.picture.bodies for seat in body.seats]
        named = {seat.on_behalf_of.slug for seat in seats if seat.on_behalf_of}
        return [each for each in self.index.picture.organisations if each.slug in named]

    def _organisation_id(self, ref: Ref | None) -> str:
        """Where an organisation or a body lies, "" for one that the edition does not hold."""
        return self._id(f"organization/{ref.kind}-{ref.slug}") if ref and self.index.holds(ref.kind, ref.slug) else ""

    def _group(self, b: Body) -> Data:
        seats = [self._membership_id(b.slug, number) for number in range(1, len(b.seats) + 1)]
        return self._object(
            "Organization", f"organization/body-{b.slug}", body=self._id("body"), name=words(b.name),
            organizationType="Gremium", classification=b.kind, startDate=_day(b.valid_from), endDate=_day(b.valid_to),
            membership=seats, subOrganizationOf=self._organisation_id(b.parent), web=page("body", b.slug, self.site),
        )  # fmt: skip

    def _institution(self, o: Organisation) -> Data:
        return self._object(
            "Organization", f"organization/organisation-{o.slug}", body=self._id("body"), name=words(o.name),
            organizationType="Institution", classification=o.kind, website=o.website,
            web=page("organisation", o.slug, self.site),
        )  # fmt: skip

    def _membership_id(self, body: str, number: int) -> str:
        return self._id(f"membership/{body}-{number}")

    def _memberships(self) -> dict[str, list[Data]]:
        """By person."""
        found: dict[str, list[Data]] = defaultdict(list)
        for body in self.index.picture.bodies:
            for number, seat in enumerate(body.seats, 1):
                found[seat.person.slug].append(self._membership(seat, body, number))
        return found

    def _membership(self, seat: Seat, body: Body, number: int) -> Data:
        return self._object(
            "Membership", f"membership/{body.slug}-{number}", person=self._id(f"person/{seat.person.slug}"),
            organization=self._id(f"organization/body-{body.slug}"), role=seat.role, startDate=_day(seat.valid_from),
            endDate=_day(seat.valid_to), onBehalfOf=self._organisation_id(seat.on_behalf_of),
        )  # fmt: skip

    def _person(self, p: Person, memberships: list[Data]) -> Data:
        own = [{name: value for name, value in row.items() if name != "person"} for row in memberships]
        return self._object(
            "Person", f"person/{p.slug}", body=self._id("body"), name=p.name, membership=own,
            web=page("person", p.slug, self.site),
        )  # fmt: skip

    def _meeting(self, m: Meeting) -> Data:
        papers = [self._file(each) for each in m.materials]
        coming = m.is_coming(at=self.index.picture.as_of)
        midnight = moment(m.starts_on, m.starts_at or "00:00")
        state = COMING if coming else HELD if m.revisions or m.minutes else CALLED
        return self._object(
            "Meeting", f"meeting/{m.slug}", name=words(m.title), meetingState=state, cancelled=m.is_cancelled,
            start=midnight, end=moment(m.ends_on or m.starts_on, m.ends_at), location=self._location(m),
            organization=[self._organisation_id(m.body)] if m.body else [],
            participant=[self._id(f"person/{ref.slug}") for ref in present(m) if self.index.holds("person", ref.slug)],
            resultsProtocol=self._minutes(m), auxiliaryFile=papers,
            agendaItem=[self._item(item, m, number) for number, item in enumerate(m.agenda, 1)], keyword=[m.kind],
            web=page("meeting", m.slug, self.site),
        )  # fmt: skip

    def _location(self, m: Meeting) -> Data | None:
        if not m.place:
            return None
        return self._object("Location", f"location/{m.slug}", description=m.place)

    def _minutes(self, m: Meeting) -> Data | None:
        newest = next((each.document for each in m.revisions if each.document), m.minutes)
        return self._document(newest) if newest else None

    def _item(self, item: AgendaItem, m: Meeting, number: int) -> Data:
        decided = [words(each.text) for each in m.decisions if each.item == item.title]
        return self._object(
            "AgendaItem", f"agendaitem/{m.slug}-{number}", number=item.number, order=number, name=words(item.title),
            public=True, resolutionText="\n".join(decided), auxiliaryFile=[self._file(each) for each in item.materials],
            start=moment(m.starts_on, item.starts_at, after=item.day - 1),
            end=moment(m.starts_on, item.ends_at, after=item.day - 1),
        )  # fmt: skip

    def _file(self, material: Material) -> Data:
        return self._document(material.document, url=material.url)

    def _document(self, ref: Ref, *, url: str = "") -> Data:
        own = page("document", ref.slug, self.site)
        return self._object(
            "File", f"file/{ref.slug}", name=words(ref.title), accessUrl=url or own,
            mimeType="" if url else "text/html", web=own,
        )  # fmt: skip


def _day(value: str) -> str:
    return value if len(value) == WHOLE_DAY else ""


def _files(meeting: Data) -> Iterator[Data]:
    if "resultsProtocol" in meeting:
        yield meeting["resultsProtocol"]
    yield from meeting.get("auxiliaryFile", [])
    for item in meeting.get("agendaItem", []):
        yield from item.get("auxiliaryFile", [])


def _once(rows: Iterator[Data]) -> list[Data]:
    return list({row["id"]: row for row in rows}.values())

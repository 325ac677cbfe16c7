"""Popolo and OParl: each object has the fields of its standard and no others, and everything it names is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from kraftsamla.editions.rendering import render_edition
from tests.editions import meeting_sample as cast
from tests.editions import sample

BASE = "https://exempel.se/luft/"
#: The fields of Popolo's schemas, those that have to be there first.
POPOLO = {
    "organizations": ("id name", ("other_names identifiers classification parent_id area_id abstract description "
                      "founding_date dissolution_date image contact_details links sources")),
    "persons": ("id name", ("other_names identifiers family_name given_name additional_name honorific_prefix "
                "honorific_suffix email gender birth_date death_date image summary biography contact_details links "
                "sources")),
    "posts": ("id label organization_id", "other_label role area_id start_date end_date contact_details links sources"),
    "memberships": ("id person_id organization_id", ("label role member post_id on_behalf_of_id area_id start_date "
                    "end_date contact_details links sources")),
    "events": ("id name", ("description start_date end_date location status identifiers classification organization_id "
               "attendees parent_id links sources")),
}  # fmt: skip
COMMON = "license created modified web keyword deleted"
#: The fields of OParl 1.1.
OPARL = {
    "System": ("id type oparlVersion body", "otherOparlVersions name contactEmail contactName website vendor product"),
    "Body": ("id type name organization person meeting paper legislativeTerm",
             ("system shortName website licenseValidSince oparlSince ags rgs equivalent contactEmail contactName "
             "agendaItem consultation file locationList legislativeTermList membership classification location")),
    "Organization": ("id type", ("body name membership meeting consultation shortName post subOrganizationOf "
                     "organizationType classification startDate endDate website location externalBody")),
    "Person": ("id type", ("body name familyName givenName formOfAddress affix title gender phone email location "
               "locationObject status membership life lifeSource")),
    "Membership": ("id type", "person organization role votingRight startDate endDate onBehalfOf"),
    "Meeting": ("id type", ("name meetingState cancelled start end location organization participant invitation "
                "resultsProtocol verbatimProtocol auxiliaryFile agendaItem")),
    "AgendaItem": ("id type", ("meeting number order name public consultation result resolutionText resolutionFile "
                   "auxiliaryFile start end")),
    "File": ("id type accessUrl", ("name fileName mimeType date size sha1Checksum sha512Checksum text downloadUrl "
             "externalServiceUrl masterFile derivativeFile fileLicense meeting agendaItem paper")),
    "Location": ("id type", ("description geojson streetAddress room postalCode subLocality locality bodies "
                 "organizations persons meetings papers")),
}  # fmt: skip
PARTIAL = re.compile(r"\d{4}(-\d\d){0,2}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


@cache
def files() -> dict[str, Any]:
    made = render_edition(cast.edition(), site=sample.SITE)
    return {page.path: json.loads(page.body) for page in made if page.path.startswith("data/")}


def popolo(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = files()[f"data/popolo/{name}.json"][name]
    return rows


def faults(row: dict[str, Any], fields: tuple[str, str], more: str = "") -> list[str]:
    needed, allowed = (set(each.split()) for each in (fields[0], f"{fields[0]} {fields[1]} {more}"))
    return [f"without {each}" for each in needed - set(row)] + [f"unknown {each}" for each in set(row) - allowed]


def test_popolo_objects_have_the_fields_of_their_class() -> None:
    assert [(name, faults(row, fields)) for name, fields in POPOLO.items() for row in popolo(name)
            if faults(row, fields)] == []  # fmt: skip
    assert {name: len(popolo(name)) for name in POPOLO} == {
        "organizations": 9, "persons": 3, "posts": 1, "memberships": 6, "events": 4,
    }  # fmt: skip


def test_popolo_names_nothing_that_is_not_there() -> None:
    known = {row["id"] for name in POPOLO for row in popolo(name)}
    named = {
        value for name in POPOLO for row in popolo(name) for field, value in row.items() if field.endswith("_id")
    }
    assert named - known == set()
    assert len(known) == sum(len(popolo(name)) for name in POPOLO)
    dates = [row[field] for name in ("posts", "memberships") for row in popolo(name)
             for field in ("start_date", "end_date") if field in row]  # fmt: skip
    assert [date for date in dates if not PARTIAL.fullmatch(date)] == []


def test_popolo_says_on_whose_behalf_somebody_sits() -> None:
    seat = popolo("memberships")[0]
    assert (seat["person_id"], seat["organization_id"], seat["on_behalf_of_id"], seat["role"], seat["start_date"]) == (
        "person/person-0", "body/samverkansgruppen", "organisation/luftmyndigheten", "chair", "2021-02",
    )  # fmt: skip


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if str(value.get("type", "")).startswith("https://schema.oparl.org/1.1/"):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from objects(each)


def oparl() -> list[dict[str, Any]]:
    return [row for path, data in files().items() if path.startswith("data/oparl/") for row in objects(data)]


def test_oparl_objects_have_the_fields_of_their_type() -> None:
    kinds = {row["type"].rpartition("/")[2] for row in oparl()}
    assert kinds == set(OPARL)
    found = [(row["id"], faults(row, OPARL[row["type"].rpartition("/")[2]], COMMON)) for row in oparl()]
    assert [(name, wrong) for name, wrong in found if wrong] == []
    times = [row[name] for row in oparl() for name in ("start", "end", "modified") if name in row]
    assert [time for time in times if not MOMENT.fullmatch(time)] == []


def test_every_oparl_address_leads_to_a_file() -> None:
    addresses = {
        url
        for path, data in files().items() if path.startswith("data/oparl/")
        for url in re.findall(rf'"({re.escape(BASE)}data/[^"]*)"', json.dumps(data))
    }  # fmt: skip
    assert {url for url in addresses if url.removeprefix(BASE) not in files()} == set()
    assert all(files()[row["id"].removeprefix(BASE)]["id"] == row["id"] for row in oparl())


def test_oparl_lists_come_in_pages_that_lead_to_each_other() -> None:
    first = files()["data/oparl/list/meeting.json"]
    assert first["pagination"] == {"totalElements": 4, "elementsPerPage": 100, "currentPage": 1, "totalPages": 1}
    assert first["links"] == dict.fromkeys(("first", "self", "last"), f"{BASE}data/oparl/list/meeting.json")
    many = [replace(cast.anonymous(), slug=f"m-{number}") for number in range(120)]
    made = {page.path: page.body for page in render_edition(cast.edition(*many), site=sample.SITE)}
    second = json.loads(made["data/oparl/list/meeting-2.json"])
    assert (len(second["data"]), second["links"]["prev"]) == (20, f"{BASE}data/oparl/list/meeting.json")
    assert json.loads(made["data/oparl/list/meeting.json"])["links"]["next"] == second["links"]["self"]


def test_who_took_part_is_told_only_where_the_meeting_tells_it() -> None:
    told = files()["data/oparl/meeting/mote-2024-11-10.json"]
    assert told["participant"] == [f"{BASE}data/oparl/person/person-0.json"]
    assert (told["meetingState"], told["cancelled"]) == ("durchgeführt", False)
    assert "participant" not in files()["data/oparl/meeting/utan-namn.json"]
    assert [("attendees" in row) for row in popolo("events")] == [True, False, False, False]

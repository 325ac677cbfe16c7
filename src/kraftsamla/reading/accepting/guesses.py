"""What a name itself says about the sort of organisation, body or meeting; "" when it says nothing."""

from __future__ import annotations

import re

from kraftsamla.actors.choices import OrganisationKind, Sector
from kraftsamla.bodies.choices import BodyKind
from kraftsamla.meetings.choices import MeetingKind
from kraftsamla.strategy.choices import ActionKind

SECTORS = {
    Sector.PRIVATE: {OrganisationKind.COMPANY, OrganisationKind.STARTUP, OrganisationKind.INVESTOR},
    Sector.ACADEMIC: {OrganisationKind.UNIVERSITY, OrganisationKind.RESEARCH_INSTITUTE},
    Sector.CIVIL: {
        OrganisationKind.ASSOCIATION, OrganisationKind.PATIENT_ORGANISATION, OrganisationKind.FOUNDATION,
        OrganisationKind.NETWORK,
    },
}

_ORGANISATIONS = (
    (r"^region\b|regionen$|landsting(et)?$", OrganisationKind.REGION),
    (r"kommun(en)?$|^kommun\b|stad$", OrganisationKind.MUNICIPALITY),
    (r"departement(et)?$", OrganisationKind.MINISTRY),
    (r"universitet(et)?\b|högskol|^university|university$|karolinska institutet", OrganisationKind.UNIVERSITY),
    (r"sjukhus(et)?$|hospital$", OrganisationKind.HOSPITAL),
    (r"\bab\b|aktiebolag|\binc$|\bltd$|\ba/s$|\bas$|\boy$|\bgmbh$|bolaget$", OrganisationKind.COMPANY),
    (r"utredning(en)?$", OrganisationKind.INQUIRY),
    (r"stiftelse", OrganisationKind.FOUNDATION),
    (r"patientförening|patientorganisation|patientförbund", OrganisationKind.PATIENT_ORGANISATION),
    (r"förbund(et)?$|förening(en)?$|^föreningen\b|branschorganisation", OrganisationKind.ASSOCIATION),
    (r"forskningsinstitut", OrganisationKind.RESEARCH_INSTITUTE),
    (
        r"myndighet(en)?\b|verket$|styrelsen$|inspektionen$|kammaren$|ämbetet$|länsstyrelse|rådet$|nämnden$",
        OrganisationKind.AGENCY,
    ),
    (r"nätverk(et)?\b", OrganisationKind.NETWORK),
    (r"\binvest$|\bventures?$|\bcapital$", OrganisationKind.INVESTOR),
)
_BODIES = (
    (r"styrgrupp|styrelse|steering", BodyKind.STEERING_GROUP),
    (r"arbetsgrupp|arbeidsgruppe|arbejdsgruppe|working group|projektgrupp", BodyKind.WORKING_GROUP),
    (r"referensgrupp|referansegruppe|referencegruppe|reference group", BodyKind.REFERENCE_GROUP),
    (r"samverkansgrupp|samverkansråd|samrådsgrupp|\bråd(et)?\b|forum(et)?$", BodyKind.COLLABORATION_GROUP),
    (r"kansli|kontor|sekretariat|office", BodyKind.OFFICE),
    (r"nätverk|nettverk|netværk|network", BodyKind.NETWORK),
)
_EVENTS = (
    (r"stafett", MeetingKind.RELAY_LEG),
    (r"summit|toppmöte|topmøte|toppmøte", MeetingKind.SUMMIT),
    (r"konferen", MeetingKind.CONFERENCE),
    (r"semina|webbinari|webinar", MeetingKind.SEMINAR),
    (r"expo\b|mässa|messe|världsutställning", MeetingKind.EXPO),
    (r"informations(möte|träff)|infoträff", MeetingKind.INFORMATION_MEETING),
    (r"nätverks(möte|träff)", MeetingKind.NETWORK_MEETING),
)
_ACTIONS = (
    (r"regleringsbrev", ActionKind.APPROPRIATION_DIRECTIONS),
    (r"proposition", ActionKind.BILL),
    (r"\butredning|utreda", ActionKind.INQUIRY),
    (r"uppdrag", ActionKind.ASSIGNMENT),
    (r"avtal|överenskommelse|samförstånd|memorandum", ActionKind.AGREEMENT),
    (r"innovationshub|hubb\b|\bhub\b", ActionKind.HUB),
    (r"studie\b|studien\b", ActionKind.STUDY),
    (r"program\b|programmet\b", ActionKind.PROGRAMME),
    (r"konferens", ActionKind.CONFERENCE),
    (r"rapport\b", ActionKind.REPORT),
    (r"infrastruktur", ActionKind.INFRASTRUCTURE),
    (r"\blag\b|lagstiftning|förordning", ActionKind.LEGISLATION),
)


def as_name(said: str) -> str:
    """A name as the register writes it: what stood inside a sentence gets its capital letter, eSam keeps its small."""
    first = said.split(" ")[0]
    return said[:1].upper() + said[1:] if first.islower() else said


def action_kind(title: str) -> str:
    return _first(title, _ACTIONS) or ActionKind.OTHER.value


def organisation_kind(name: str) -> str:
    return _first(name, _ORGANISATIONS)


def sector_of(kind: str) -> str:
    """The sector that goes with a kind of organisation; what is none of the others is public."""
    return next((sector.value for sector, kinds in SECTORS.items() if kind in kinds), Sector.PUBLIC.value)


def body_kind(name: str) -> str:
    return _first(name, _BODIES)


def event_kind(title: str) -> str:
    return _first(title, _EVENTS) or MeetingKind.OTHER.value


def _first(name: str, table: tuple[tuple[str, str], ...]) -> str:
    folded = name.casefold().strip(" .")
    return next((str(kind) for shape, kind in table if re.search(shape, folded)), "")

"""What the pages about bodies show. Meetings, which this app does not know, are reached by their relations' names."""

from kraftsamla.bodies.overviews.access import AccessOverview, access_overview
from kraftsamla.bodies.overviews.bodies import (
    BodyOverview,
    bodies_for,
    body_overview,
    ending_touches,
    seat_ending_touches,
)
from kraftsamla.bodies.overviews.nominations import NominationsOverview, nominations_overview
from kraftsamla.bodies.overviews.sitting import SittingOverview, sitting_overview

__all__ = [
    "AccessOverview", "BodyOverview", "NominationsOverview", "SittingOverview", "access_overview", "bodies_for",
    "body_overview", "ending_touches", "nominations_overview", "seat_ending_touches", "sitting_overview",
]  # fmt: skip

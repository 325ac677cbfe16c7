"""What the portal's pages show, asked for in a number of questions that does not grow with the rows."""

from kraftsamla.portal.overviews.days import Day, day_of

__all__ = ["Day", "day_of"]

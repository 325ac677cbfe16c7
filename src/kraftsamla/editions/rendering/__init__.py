"""An edition's content as finished pages: HTML in two languages, tables and feeds. Fed with content, never records."""

from kraftsamla.editions.rendering.edition import render_edition
from kraftsamla.editions.rendering.filters import filter_address
from kraftsamla.editions.rendering.pages import ASSETS, Page, Site

__all__ = ["ASSETS", "Page", "Site", "filter_address", "render_edition"]

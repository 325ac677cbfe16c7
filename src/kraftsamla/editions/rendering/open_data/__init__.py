"""The bodies, people and meetings of an edition in the forms that other systems read: Popolo and OParl.

The words are Swedish, or English where only that is written. A list of who was at a meeting is there only where the
meeting's own page has one.
"""

from kraftsamla.editions.rendering.open_data.oparl import oparl
from kraftsamla.editions.rendering.open_data.popolo import popolo

__all__ = ["oparl", "popolo"]

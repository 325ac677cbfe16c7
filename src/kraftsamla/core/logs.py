"""What the program's own log may not hold: the secrets of personal links."""

from __future__ import annotations

import logging
import re

#: How every token of a personal link begins, so that it can be known wherever it turns up.
LINK_PREFIX = "kl_"
TOKEN = re.compile(rf"{LINK_PREFIX}[\w.\-%]+")


class WithoutLinks(logging.Filter):
    """Blots tokens out of a line, in its words and in what is filled into them, before it is written anywhere."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if LINK_PREFIX in said:
            record.msg, record.args = TOKEN.sub(f"{LINK_PREFIX}…", said), None
        return True

"""Real documents, kept outside the repository: the folder is named by KRAFTSAMLA_REAL_DOCUMENTS."""

import os
from pathlib import Path

import pytest

from docreader import UnreadableDocument, read
from tests.docreader.test_properties import check

FOLDER = os.environ.get("KRAFTSAMLA_REAL_DOCUMENTS")


@pytest.mark.skipif(FOLDER is None, reason="set KRAFTSAMLA_REAL_DOCUMENTS to a folder of documents to read them")
def test_every_real_document_is_read_or_refused_with_a_code() -> None:
    paths = [path for path in sorted(Path(FOLDER or "").rglob("*")) if path.is_file()]
    assert paths
    for path in paths:
        try:
            check(read(path.read_bytes(), name=path.name))
        except UnreadableDocument:
            continue

"""The published translations keep the numbers of the English, the items of its lists, its quotations and addresses."""

import pytest

from data.folders import RECORD_FOLDER
from data.loading.translations import OTHERS
from data.translating.checks import suspicious
from data.translating.work import read_work


@pytest.mark.parametrize("code", OTHERS)
def test_no_translation_loses_a_number_an_item_or_a_quotation(code: str) -> None:
    work = read_work(RECORD_FOLDER, code)
    found = suspicious(work.pairs(), code, work.names)
    assert [(*pair.cells[:3], finding.reason) for pair, finding in found if finding.surely] == []

"""The veil over the regions where the internet was cut, where it was not in others."""

from collections.abc import Iterable, Sequence

from data.loading.geography import region_outlines
from data.loading.record import Record
from data.queries.bands import DatedBand
from data.queries.query import Shown


def silent_regions(shown: Shown, found: Sequence[DatedBand]) -> list[str]:
    """The regions and cities to veil on the map, of the cuts that a view touches.

    Without chosen days nothing is veiled: over a month the cut was short. Nor where all are cut: words say that.
    """
    if shown.view.period is None:
        return []
    cut = list(_regions(shown.record, [place for band in found if band.cuts_network for place in band.places]))
    return [] if len(cut) == len(list(_regions(shown.record, ["kazakhstan"]))) else cut


def _regions(record: Record, places: Iterable[str]) -> Iterable[str]:
    """The outlines of the base map that lie in some places: the regions, and the cities that are units of their own."""
    chosen, outlined = set(places), region_outlines().shapes
    for place_id, chain in record.within.items():
        if place_id in outlined and record.place_rows[place_id]["kind"] != "country" and chosen & set(chain):
            yield place_id

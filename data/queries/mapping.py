"""Where events are drawn: at spots, as regions, or beside the map, never more exactly than they are known."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from data.loading.record import Record
from data.loading.rows import EventRow
from data.queries.query import Shown

Key = tuple[str, str]


@dataclass
class Group:
    """Events drawn together: how many of each (family, status)."""

    place_id: str
    counts: dict[Key, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def of_status(self, *statuses: str) -> int:
        """How many have one of these statuses."""
        return sum(number for (_, status), number in self.counts.items() if status in statuses)


@dataclass(frozen=True)
class OnMap:
    """The groups of a view: `spots` with a position, `regions`, and the `shelf` for what has no place on the map."""

    spots: list[Group]
    regions: list[Group]
    shelf: list[Group]


def on_map(shown: Shown, city: str = "") -> OnMap:
    """Sort the shown events into groups, the largest first; one that concerns several places counts in each.

    Seen from near a `city` its sites are spots, and what is known only to the city lies on the shelf.
    """
    spots: dict[str, Group] = {}
    regions: dict[str, Group] = {}
    shelf: dict[str, Group] = {}
    groups = {"spots": spots, "regions": regions, "shelf": shelf}
    for event in shown.rows:
        for where, at in drawn_at(shown.record, event, city):
            groups[where].setdefault(at, Group(at)).counts[event["family"], event["status"]] += 1
    return OnMap(*(_largest_first(groups.values()) for groups in (spots, regions, shelf)))


def drawn_at(record: Record, event: EventRow, city: str = "") -> list[tuple[str, str]]:
    """Where an event is drawn, for each of its places: among `spots` or `regions` or on the `shelf`, and at which."""
    place_id, precision, spot_id = event["place_id"], event["place_precision"], event["spot_id"]
    if precision == "abroad":
        found = [("shelf", "abroad")]
    elif precision == "country":
        found = [("shelf", "kazakhstan")]
    elif precision == "region":
        found = [("regions", event["region_id"])]
    elif not spot_id:
        found = [("shelf", place_id)]
    elif city and spot_id == city:
        at = place_id if record.point_of(place_id) and place_id != city else city
        found = [("shelf" if at == city else "spots", at)]
    else:
        found = [("spots", spot_id)]
    for other in event["also_places"]:
        if record.place_rows[other]["kind"] == "region":
            found.append(("regions", other))
        else:
            found.append(("spots" if record.point_of(other) and other != city else "shelf", other))
    return found


def _largest_first(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (-group.total, group.place_id))

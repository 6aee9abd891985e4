"""The shelf beside the map: the events that are no point on it."""

from markupsafe import Markup

from components.address import address
from components.language import Language
from components.map.cameras import CAMERAS
from components.map.groups import mark_of, said, toggled
from components.markup import render
from data.mapping import Group, on_map
from data.query import Shown


def shelf(shown: Shown, language: Language, theme: str) -> Markup:
    """The groups beside the map, each a link: nationwide, abroad, known to the region or to the city only."""
    rows = [
        {
            "id": f"shelf-{group.place_id}",
            "name": name,
            "n": language.number(group.total),
            "said": said(name, group, language),
            "mark": mark_of(group, theme),
            "href": address(toggled(shown.view, group.place_id)),
            "chosen": group.place_id in shown.view.places,
        }
        for name, group in shelf_groups(shown, language)
    ]
    return render("map/shelf", language, rows=rows)


def shelf_groups(shown: Shown, language: Language) -> list[tuple[str, Group]]:
    """The groups that are no point on the map of a view, each with its name."""
    _ = language.text
    groups = on_map(shown, CAMERAS[shown.view.camera].city)
    words = {"kazakhstan": _("Nationwide"), "abroad": _("Abroad"), "almaty": _("Almaty, spot not known")}
    return [
        (words.get(group.place_id) or language.of(shown.record.place_rows[group.place_id], "name"), group)
        for group in [*groups.shelf, *groups.regions]
    ]

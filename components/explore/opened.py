"""The open event in the place of the list: its card, and the way to its neighbours and back."""

from markupsafe import Markup

from components.address import address
from components.language import Language
from components.markup import render
from components.record.card import event_card
from components.record.event_list import in_order
from data.queries.query import Shown


def opened(shown: Shown, language: Language) -> Markup:
    """The card under a line that says which event of the list it is; empty where none is open."""
    event, view = shown.selected, shown.view
    if event is None:
        return Markup()
    ids = [row["event_id"] for row in in_order(shown)]
    at = ids.index(event["event_id"]) if event["event_id"] in ids else None
    before = ids[at - 1] if at else ""
    after = ids[at + 1] if at is not None and at + 1 < len(ids) else ""
    return render(
        "explore/opened",
        language,
        id=event["event_id"],
        close=address(view.opening("")),
        events=language.plural("{n} event", "{n} events", len(ids)),
        where="" if at is None else f"{language.number(at + 1)} / {language.number(len(ids))}",
        before=address(view.opening(before)) if before else "",
        after=address(view.opening(after)) if after else "",
        card=event_card(shown.record, event, view, language),
    )

"""What is measured, and by what it is known to be there: expressions in JavaScript, with helpers of `looking.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LINK, IN_PLACE = "press of a link", "press in the page"
"""What counts at once because the browser itself follows it, and what a script has to be there for."""
FROM_AFAR = {"X-Forwarded-For": "203.0.113.9"}
"""With this the app takes a reader for one who comes through a proxy, and compresses as it does for him."""


@dataclass(frozen=True)
class Press:
    """A press: when it can be made, on what, and what shows that it counted.

    Where `offered` is so, `ready` waits for a press on `offer` before.
    """

    name: str
    ready: str
    target: str
    answered: str
    offered: str = "false"
    offer: str = ""


@dataclass(frozen=True)
class Subject:
    """A page by its address: what are its first words and its first mark, what is pressed, and when it is all there."""

    name: str
    address: str
    words: str
    mark: str
    presses: tuple[Press, ...]
    whole: str = "true"
    headers: Mapping[str, str] = field(default_factory=dict)


STRIP = "drawn('.strip a')"
OUR_WORDS = "drawn('.sentence h1')"
OUR_MARK = "drawn('.map-figure .wedge') || drawn('.spots a') || drawn('.timeline :is(.point, .bar, .sq)')"
APP = "document.readyState !== 'loading' && !document.getElementById('first-page')"
NOT_BY_ITSELF = "document.documentElement.dataset.app === 'no'"
"""The app is not loaded where it would not serve the reader, until its button is pressed."""
BUTTON = "[data-wanted] button"


def the_app(address: str) -> Subject:
    """The app's first page, until all that comes by itself is there."""
    offered = f"{NOT_BY_ITSELF} && drawn('{BUTTON}') && !first('[data-wanted] [role=status]')?.textContent"
    return Subject(
        "app", f"{address}/", OUR_WORDS, OUR_MARK,
        (_day(LINK, STRIP, 5), _day(IN_PLACE, f"{APP} && {STRIP}", 5, offered=offered, offer=BUTTON)),
        whole=f"({APP}) || ({NOT_BY_ITSELF})", headers=FROM_AFAR,
    )  # fmt: skip


def edition_first(address: str) -> Subject:
    """The first page of the static edition."""
    page = f"{address}/en/index.html"
    return Subject("edition", page, OUR_WORDS, OUR_MARK, (_day(LINK, STRIP, 5), _filter()))


def edition_day(address: str) -> Subject:
    """A day of the static edition, the fullest."""
    page = f"{address}/en/days/2022-01-05.html"
    return Subject("edition's day", page, OUR_WORDS, OUR_MARK, (_day(LINK, STRIP, 6), _filter()))


def the_timelinejs(address: str) -> Subject:
    """TimelineJS: the arrow leads from its title to the first event."""
    arrow = ".tl-slidenav-next .tl-slidenav-icon"
    return Subject(
        "TimelineJS", f"{address}/", "drawn('.tl-slide .tl-headline')", "drawn('.tl-timemarker')",
        (Press(IN_PLACE, f"drawn('{arrow}')", arrow, "!!first('.tl-timemarker-active')"),),
    )  # fmt: skip


def the_timemap(address: str) -> Subject:
    """TimeMap: a mark on the map opens the cards of its events. Its first words are its title."""
    mark = ".location-event"
    return Subject(
        "TimeMap", f"{address}/", "drawn('.toolbar-header p')",
        "drawn('.cluster-event') || drawn('.location-event') || drawn('#timeline .event')",
        (Press(IN_PLACE, f"drawn('{mark}')", mark, "drawn('.event-card')"),),
    )  # fmt: skip


def _day(name: str, ready: str, day: int, offered: str = "false", offer: str = "") -> Press:
    """A press on a day of the strip; it counts when the sentence speaks of that day."""
    answered = f"/^{day}\\s(January)/.test(first('.sentence h1')?.textContent.trim())"
    return Press(name, ready, f".strip a[data-id='2022-01-{day:02d}']", answered, offered, offer)


def _filter() -> Press:
    """A press on protests in the key; it counts when the list has left something out."""
    target = "[data-part='key'] a.f-protest"
    return Press(IN_PLACE, f'drawn("{target}")', target, "!!first('.list li[hidden]')")

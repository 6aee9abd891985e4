"""What is on screen, as one small value, and its form in the address.

Every choice has a short stable key there. Lists are joined by full stops, which need no escaping. What an address
says wrongly is left out and reported; it is never an error.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Flag, auto
from functools import cache
from typing import Any, Self

from data import vocabulary as v
from data.period import Period, spanning, step
from data.queries import view_codecs as codecs
from data.queries.view_codecs import Beside, Codec, Known, OutsideTheRecordError, one_of, some_of

CAMERAS = ("kazakhstan", "west", "almaty", "centre")
LANES = ("category", "place")
ONLY = ("authorities",)
"""Those of whom the ledger may show what nobody else says."""
LAYERS = ("map", "timeline", "numbers", "docket", "dead")
"""What fills a slide of a talk."""
OUTCOMES = (*v.CASE_RESULTS, "open")
"""How far cases came; `open` are those of which nothing final was found."""
SEARCHED = ("person", "place", "event", "case", "claim", "death", "source")
"""The kinds of what a search finds, in the order in which they are shown."""
SORTS = ("kind", "newest", "place", "outcome", "name")
"""What cases are put in order by."""
PAGE_OF_LIST = 100


class Kind(Flag):
    """What a choice is for."""

    TIME = auto()
    """The days and hours of the events."""
    FILTER = auto()
    """What else narrows the events."""
    OPENED = auto()
    """What lies open: an event, a case, claims."""
    LEDGER = auto()
    """What narrows the claims, and the numbers among them."""
    LIST = auto()
    """How much of a list there is."""
    LOOK = auto()
    """How the same events are looked at."""
    SLIDE = auto()
    """What a slide of a talk shows of the view."""
    EDITION = auto()
    """The record as it is read: as known on a day, and the language."""
    TALK = auto()
    """The talk to go back to, and the step of the tour."""
    LINK = auto()
    """The day on which a link was made."""
    OF_A_PAGE = auto()
    """What means nothing on another page, besides what is opened, ledger or list."""


@dataclass(frozen=True)
class View:
    """The reader's choices. The default shows the whole record; see `KEYS` for the address.

    Without a `language` the reader's own is taken (`server/reading.py`), and from then on it is one of the choices.
    """

    period: Period | None = None
    hours: tuple[int, int] | None = None
    beside: Beside = None
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    significance: int = 3
    text: str = ""
    voices: tuple[str, ...] = ()
    alone: bool = False
    of_case: str = ""
    deaths: bool = False
    as_known_on: date | None = None
    undated: bool = False
    event: str = ""
    all_days: bool = False
    case: str = ""
    claim: str = ""
    against: str = ""
    person: str = ""
    source: str = ""
    among: str = ""
    topic: str = ""
    role: str = ""
    claimant: str = ""
    stands: str = ""
    only_by: str = ""
    measure: str = ""
    outcome: str = ""
    sort: str = "kind"
    dead_role: str = ""
    told_by: str = ""
    camera: str = ""
    lanes: str = ""
    layer: str = ""
    shown: int = PAGE_OF_LIST
    language: str = ""
    seen: date | None = None
    talk: str = ""
    tour: int = 0

    def to_query(self) -> dict[str, str]:
        """The address's parameters: only what differs from the default and goes with the rest, in a fixed order."""
        # A side (`data/queries/sides.py`) has one field more, after those of the address.
        values = zip(KEYS.items(), vars(self).values(), vars(_DEFAULT).values(), strict=False)
        said = ((name, key, value) for (name, key), value, default in values if value != default)
        return {name: key.codec.write(value) for name, key, value in said if key.fits is None or key.fits(self)}

    @property
    def all_periods(self) -> tuple[Period, ...]:
        """The chosen days, and those beside them; none where none are chosen."""
        beside = (self.beside,) if isinstance(self.beside, Period) else ()
        return (self.period, *beside) if self.period else ()

    @property
    def spanned(self) -> Period | None:
        """The chosen days with those beside them and all between; None for all days."""
        return spanning(self.all_periods)

    @property
    def all_places(self) -> tuple[str, ...]:
        """The chosen places, and the one beside them; none where none is chosen."""
        beside = (self.beside,) if isinstance(self.beside, str) else ()
        return (*self.places, *beside) if self.places else ()

    @property
    def laned_by(self) -> str:
        """One of LANES: the chosen one, else places where several are chosen."""
        return self.lanes or LANES[len(self.places) > 1]

    def but(self, **changes: Any) -> Self:
        """This view with some choices changed. The date that a link was made belongs to that link alone."""
        return type(self)(**(vars(self) | {"seen": None} | changes))

    def filtered(self, **changes: Any) -> Self:
        """This view with a filter changed: from the beginning of its list, with no event open."""
        return self.opening("").but(shown=PAGE_OF_LIST, **changes)

    def opening(self, event: str) -> Self:
        """This view with an event open, or with "" none; its days stay, though they be all of them."""
        return self.but(event=event, all_days=bool(event) and self.period is None)

    def stepped(self, days: int) -> Self:
        """The view of the next day (`days` = 1) or the one before (-1); days that stand beside go along."""
        beside = step(self.beside, days) if isinstance(self.beside, Period) else self.beside
        return self.filtered(period=step(self.period, days), hours=None, beside=beside)

    def only(self, kinds: Kind) -> Self:
        """The choices of some kinds alone."""
        return type(self)(**{field: getattr(self, field) for field in _fields_of(kinds)})

    def without(self, kinds: Kind) -> Self:
        """This view with the choices of some kinds undone."""
        return self.but(**{field: getattr(_DEFAULT, field) for field in _fields_of(kinds)})

    def reset(self) -> Self:
        """Every filter undone; the language and the way of looking stay."""
        return self.only(Kind.EDITION | Kind.TALK | Kind.LOOK)

    def used_filters(self) -> int:
        """How many filters are in use, besides days and hours; one that only sharpens another is counted with it."""
        filters = (key for key in KEYS.values() if key.kind & Kind.FILTER and key.fits is None)
        return sum(getattr(self, key.field) != key.default for key in filters)


@dataclass(frozen=True)
class Key:
    """One choice of the address: its field, how it is read and written, and what it is for.

    `fits` says whether it goes with the rest of a view, as hours do with a single day; None is always.
    """

    field: str
    codec: Codec
    kind: Kind
    fits: Callable[[View], object] | None = None

    @property
    def default(self) -> Any:
        """What the field is when the address is silent."""
        return getattr(_DEFAULT, self.field)


_DEFAULT = View()
KEYS = {
    "day": Key("period", codecs.PERIOD, Kind.TIME),
    "hours": Key("hours", codecs.HOURS, Kind.TIME | Kind.OF_A_PAGE, lambda view: view.period and view.period.day),
    "beside": Key("beside", codecs.BESIDE, Kind.FILTER | Kind.OF_A_PAGE, lambda view: _stands_beside(view)),
    "place": Key("places", some_of(lambda known: known.places), Kind.FILTER),
    "cat": Key("categories", some_of(v.CATEGORIES, v.DIVIDED_CATEGORIES), Kind.FILTER),
    "status": Key("statuses", some_of(v.STATUSES), Kind.FILTER),
    "sig": Key("significance", codecs.SIGNIFICANCE, Kind.FILTER),
    "q": Key("text", codecs.TEXT, Kind.FILTER),
    "voice": Key("voices", some_of(v.VOICE_KINDS), Kind.FILTER),
    "alone": Key("alone", codecs.YES, Kind.FILTER, lambda view: view.voices),
    "of": Key("of_case", one_of(lambda known: known.cases), Kind.FILTER),
    "deaths": Key("deaths", codecs.YES, Kind.FILTER),
    "known": Key("as_known_on", codecs.KNOWN_DAY, Kind.EDITION),
    "undated": Key("undated", codecs.YES, Kind.EDITION),
    "event": Key("event", one_of(lambda known: known.events), Kind.OPENED),
    "all": Key("all_days", codecs.YES, Kind.OPENED, lambda view: view.event and view.period is None),
    "case": Key("case", one_of(lambda known: known.cases), Kind.OPENED),
    "claim": Key("claim", one_of(lambda known: known.claims), Kind.OPENED),
    "with": Key(
        "against",
        one_of(lambda known: known.claims),
        Kind.OPENED,
        lambda view: view.claim and view.against != view.claim,
    ),
    "person": Key("person", one_of(lambda known: known.people), Kind.OPENED),
    "source": Key("source", one_of(lambda known: known.sources), Kind.OPENED),
    "in": Key("among", one_of(SEARCHED), Kind.OF_A_PAGE),
    "topic": Key("topic", one_of(v.TOPICS), Kind.LEDGER),
    "role": Key("role", one_of(v.CLAIMANT_ROLES), Kind.LEDGER),
    "claimant": Key("claimant", one_of(lambda known: known.claimants), Kind.LEDGER),
    "stands": Key("stands", one_of(v.CLAIM_STATES), Kind.LEDGER),
    "only": Key("only_by", one_of(ONLY), Kind.LEDGER),
    "measure": Key("measure", one_of(lambda known: known.measures), Kind.LEDGER),
    "outcome": Key("outcome", one_of(OUTCOMES), Kind.OF_A_PAGE),
    "sort": Key("sort", one_of(SORTS), Kind.OF_A_PAGE),
    "part": Key("dead_role", one_of(v.DEATH_ROLES), Kind.OF_A_PAGE),
    "told": Key("told_by", one_of(v.TELLERS), Kind.OF_A_PAGE),
    "at": Key("camera", one_of(CAMERAS), Kind.LOOK | Kind.OF_A_PAGE),
    "lanes": Key("lanes", one_of(LANES), Kind.LOOK),
    "layer": Key("layer", one_of(LAYERS), Kind.SLIDE),
    "show": Key("shown", codecs.COUNT, Kind.LIST),
    "lang": Key("language", one_of(v.LANGUAGES), Kind.EDITION),
    "seen": Key("seen", codecs.DAY, Kind.LINK),
    "talk": Key("talk", codecs.SLIDE, Kind.TALK),
    "tour": Key("tour", codecs.STEP, Kind.TALK | Kind.OF_A_PAGE),
}
"""The address's keys in their order there; they never change once published."""
assert [key.field for key in KEYS.values()] == [field.name for field in fields(View)]


@cache
def _fields_of(kinds: Kind) -> tuple[str, ...]:
    return tuple(key.field for key in KEYS.values() if key.kind & kinds)


def _stands_beside(view: View) -> bool:
    """Whether what stands beside is another day than the chosen ones, or another place than the one that is chosen."""
    if isinstance(view.beside, Period):
        return view.period not in (None, view.beside)
    return len(view.places) == 1 and view.beside not in view.places


BESIDES = {"app": ("yes", "no")}
"""What an address may say besides, of how the page is read and not of what it shows: whether the app is loaded over the
written page (`static/whether.js`)."""
LONGEST_VALUE = 3000
"""So many characters a value has at most; a list of all places of the record fits."""
OF_OTHERS = (
    r"(amp;)?(utm_.*|[a-z_]*clk?id|gclsrc|[gw]braid|mc_[ce]id|mkt_tok|_hs\w+|_ga|igshid|igsh|si|"
    r"ref(_src|_url)?|embed\w*)"
)
"""What mail programs and networks add to a link to follow whoever opens it, and what Streamlit keeps to itself."""


def passed_over(name: str) -> bool:
    """Whether a key of an address is none of ours and none of the reader's: it is not worth a word."""
    return bool(re.fullmatch(OF_OTHERS, name.lower()))


@dataclass(frozen=True)
class Rejected:
    """A part of an address that was left out: an unknown key, or a value that the key can't have.

    `record_days` are the first and last day of the record, for a day that lies outside of them; `not_before` is the
    day on which something was not known yet.
    """

    key: str
    value: str
    unknown_key: bool = False
    record_days: tuple[date, date] | None = None
    not_before: date | None = None


def parse_view(query: Mapping[str, str], known: Known) -> tuple[View, tuple[Rejected, ...]]:
    """Read the parameters of an address. Never raises: what is wrong comes back as rejected, the rest holds.

    An empty value says nothing: a form sends one for each field that was left alone.
    """
    chosen: dict[str, Any] = {}
    rejected = []
    read = {}
    for name, text in query.items():
        if passed_over(name) or not text:
            continue
        # An address that was copied out of a page's source has "&amp;" between its parameters.
        name = name.removeprefix("amp;")
        if text in BESIDES.get(name, ()):
            continue
        if name not in KEYS:
            rejected.append(Rejected(name, text, unknown_key=name not in BESIDES))
            continue
        key = KEYS[name]
        read[name] = text
        try:
            if len(text) > LONGEST_VALUE:
                raise ValueError
            value, wrong = key.codec.read(text, known)
        except OutsideTheRecordError:
            rejected.append(Rejected(name, text, record_days=known.days))
            continue
        except ValueError:
            rejected.append(Rejected(name, text))
            continue
        if value is not None:
            chosen[key.field] = value
        rejected += [Rejected(name, item) for item in wrong]
    view = View(**chosen)
    for name, key in KEYS.items():
        if key.fits and getattr(view, key.field) != key.default and not key.fits(view):
            rejected.append(Rejected(name, read[name]))
            view = replace(view, **{key.field: key.default})
    return view, tuple(rejected)

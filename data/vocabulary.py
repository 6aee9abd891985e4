"""The closed lists of values. `data/record/README.md` defines them, `components/words/labels.py` has their words."""

from datetime import date

LANGUAGES = ("en", "ru", "kk")
"""The languages of the reader; English, in which the record is written, comes first."""

PLACE_KINDS = ("country", "region", "city", "town", "site")
SOURCE_KINDS = ("news", "ngo_report", "official", "court", "un", "academic", "reference")
VOICE_KINDS = (
    "authorities", "foreign_government", "state_media", "press", "rights_group", "court", "international", "academic",
    "company", "people",
)  # fmt: skip
DATE_BASES = ("page", "address", "text", "copy", "series")
VOICE_OF_SOURCE = dict(
    zip(
        SOURCE_KINDS,
        ("press", "rights_group", "authorities", "court", "international", "academic", "academic"),
        strict=True,
    )
)
"""The kind of voice of a publisher that has no row among the origins, by the kind of its source."""

TIME_PRECISIONS = ("exact", "about", "window", "part_of_day", "first_reported", "day", "month")
PARTS_OF_DAY = {"night": (0, 6), "morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24)}
TIMINGS = ("time", "part", "day")
"""How the time of an event within its day is known: to a time of day, to a part of the day, not at all. Computed."""
PLACE_PRECISIONS = ("site", "city", "region", "country", "abroad")
STANDINGS = ("disputed", "discounted")
SIGNIFICANCES = (1, 2, 3)

# Colour can tell five things apart, not eleven: the family has the colour, the category its shape.
FAMILIES = {
    "protest": ("protest",),
    "violence": ("clash", "lethal_force", "seizure_or_arson"),
    "repression": ("detention", "torture", "communications_shutdown"),
    "state": ("government_action", "statement", "foreign_forces"),
    "afterwards": ("legal", "aftermath"),
}
CATEGORIES = tuple(category for members in FAMILIES.values() for category in members)
DIVIDED_CATEGORIES = {"detention_or_torture": ("detention", "torture")}
"""Categories of former editions, with those that they were divided into: their addresses go on to mean all of them."""
FAMILY_OF = {category: family for family, members in FAMILIES.items() for category in members}

OFFICIAL_VOICES = ("authorities", "court", "state_media", "foreign_government")
"""The kinds of voices that speak for a state: two offices are not two independent witnesses of what a state did."""
OFFICIAL_APART = date(2026, 11, 30)
"""The day from which what only these tell is a status of its own; it was corroborated or single source before."""

# Computed from an event's sources and its standing; see `data/loading/voices.py`.
STATUSES = ("corroborated", "single_source", "authorities_only", "disputed", "discounted")
FILLING_OF = {
    "corroborated": "full", "single_source": "hollow", "authorities_only": "half", "disputed": "hatched",
    "discounted": "hatched",
}  # fmt: skip
FILLINGS = ("full", "hollow", "half", "hatched")
"""How an event is drawn, so that what is disputed, and what only authorities say, looks so without colour too."""

CLAIMANT_ROLES = (
    "official", "prosecutor", "court", "witness", "defendant", "lawyer", "ngo", "un", "journalist", "academic",
    "company", "foreign_government",
)  # fmt: skip
AUTHORITIES = ("official", "prosecutor", "court")
"""The roles of claimants that speak for the state of Kazakhstan; all others are heard beside them."""
TOPICS = (
    "death_toll", "injured", "detained", "convicted", "crowd", "foreign_fighters", "coup_plot", "airport",
    "shoot_order", "torture", "victims_list", "internet_shutdown", "csto", "investigation", "prices", "damage",
    "other",
)  # fmt: skip
CLAIM_STATES = ("current", "revised", "withdrawn", "contradicted")

PARTS_OF_MEASURE = {
    "killed_total": (
        "killed_civilians", "killed_security", "killed_army", "killed_described_as_attackers",
        "killed_described_as_regime_violators", "killed_accidentally", "died_in_medical_institutions",
    ),
    "injured": ("injured_security", "injured_army", "injured_detainees", "in_intensive_care"),
}  # fmt: skip
"""Measures that count a part of what another counts: they are drawn beside it, and never added up."""
MAIN_MEASURE = {
    "death_toll": "killed_total",
    "injured": "injured",
    "detained": "detained",
    "convicted": "convicted",
    "torture": "torture_complaints",
    "csto": "troops",
    "prices": "lpg_price_tenge",
    "damage": "damage_tenge",
    "investigation": "criminal_cases",
    "crowd": "crowd",
}
"""What the chart of numbers shows for a topic when nothing else is asked for."""
FIRST_MEASURES = (
    "killed_total", "injured", "detained", "convicted", "torture_complaints", "officers_convicted", "troops",
    "lpg_price_tenge",
)  # fmt: skip
"""The numbers that are asked for first; a reader finds the others by their topics."""
ONE_OFF = ("crowd", "attempts", "bodies_found", "bodies_taken", "detained_in_a_day", "sentence_years")
"""Measures of one occasion, as is every one that ends in `_incident`: a number does not go on until the next."""

CASE_KINDS = (
    "prosecution_of_protesters", "journalists", "civilian_death", "torture", "prosecution_of_officials",
    "elite_prosecution", "gas_prices", "law", "international",
)  # fmt: skip
CASE_RESULTS = ("convicted", "closed", "no_trial")
PERSON_ROLES = ("defendant", "victim", "judge", "lawyer", "official", "witness")
DEATH_ROLES = ("protester", "bystander", "detainee", "police", "soldier", "driver", "medic", "unknown")
SEXES = ("female", "male")
TELLERS = ("family", "witness", "rights_group", "press", "court", "authorities")
"""Who tells of a death."""
ADULT = 18
"""The age, in years, from which the dead may be named."""
STEP_KINDS = (
    "incident", "arrest", "charge", "hearing", "verdict", "appeal", "release", "investigation", "statement",
    "other",
)  # fmt: skip

BAND_KINDS = ("shutdown", "curfew", "emergency", "operation", "foreign_forces")
SILENT_KINDS = ("shutdown", "curfew")
"""The bands in which few reports may mean that none could be made."""

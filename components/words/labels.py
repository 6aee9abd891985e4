"""The words for the record's values, with the rule behind each where a reader may ask for it."""

from components.language import Language


def category(language: Language, value: str) -> str:
    _ = language.text
    return {
        "protest": _("Protest"),
        "clash": _("Clash"),
        "lethal_force": _("Lethal force"),
        "seizure_or_arson": _("Seizure or arson"),
        "detention": _("Detention"),
        "torture": _("Torture"),
        "communications_shutdown": _("Communications cut"),
        "government_action": _("Government action"),
        "statement": _("Statement"),
        "foreign_forces": _("Foreign forces"),
        "legal": _("Courts and law"),
        "aftermath": _("Aftermath"),
    }[value]


def family(language: Language, value: str) -> str:
    _ = language.text
    return {
        "protest": _("Protest"),
        "violence": _("Violence"),
        "repression": _("Repression"),
        "state": _("The state"),
        "afterwards": _("Afterwards"),
    }[value]


def status(language: Language, value: str) -> str:
    _ = language.text
    return {
        "corroborated": _("Corroborated"),
        "single_source": _("Single source"),
        "authorities_only": _("Authorities alone"),
        "disputed": _("Disputed"),
        "discounted": _("Discounted"),
    }[value]


def status_rule(language: Language, value: str) -> str:
    _ = language.text
    return {
        "corroborated": _("Two or more voices tell it independently of each other, not all of them authorities."),
        "single_source": _("All its sources go back to one and the same account."),
        "authorities_only": _("Only authorities, courts or state media tell of it, of Kazakhstan or of another state."),
        "disputed": _("Whether it happened, why, or by whom is contested."),
        "discounted": _("Reported at first, later shown not to hold."),
    }[value]


def significance(language: Language, value: int) -> str:
    """How much of the events is told: an editor's judgement about telling, so none is called important."""
    _ = language.text
    return {1: _("The story in short"), 2: _("The main events"), 3: _("All events")}[value]


def place_precision(language: Language, value: str) -> str:
    _ = language.text
    return {
        "site": _("the exact spot is known"),
        "city": _("only the town or city is known"),
        "region": _("only the region is known"),
        "country": _("nationwide"),
        "abroad": _("outside Kazakhstan"),
    }[value]


def source_kind(language: Language, value: str) -> str:
    _ = language.text
    return {
        "news": _("news"),
        "ngo_report": _("rights group"),
        "official": _("authorities"),
        "court": _("court"),
        "un": _("United Nations"),
        "academic": _("academic"),
        "reference": _("reference work"),
    }[value]


def voice_kind(language: Language, value: str) -> str:
    """Whose voice it is, as after "reported by"."""
    _ = language.text
    return {
        "authorities": _("the authorities"),
        "foreign_government": _("foreign governments"),
        "state_media": _("state media"),
        "press": _("the press"),
        "rights_group": _("rights groups"),
        "court": _("courts"),
        "international": _("international bodies"),
        "academic": _("researchers"),
        "company": _("companies"),
        "people": _("those concerned"),
    }[value]


def date_basis(language: Language, value: str) -> str:
    """Where a date of publication is from that the page itself does not show; else ""."""
    _ = language.text
    return {
        "": "",
        "page": "",
        "address": _("by its address"),
        "text": _("by its own words"),
        "copy": _("by a copy of it"),
        "series": _("by its neighbours in a series"),
    }[value]


def claimant_role(language: Language, value: str) -> str:
    _ = language.text
    return {
        "official": _("official"),
        "prosecutor": _("prosecutor"),
        "court": _("court"),
        "witness": _("witness"),
        "defendant": _("defendant"),
        "lawyer": _("lawyer"),
        "ngo": _("rights group"),
        "un": _("United Nations"),
        "journalist": _("journalist"),
        "academic": _("academic"),
        "company": _("company"),
        "foreign_government": _("foreign government"),
    }[value]


def topic(language: Language, value: str) -> str:
    _ = language.text
    return {
        "death_toll": _("Deaths"),
        "injured": _("Injured"),
        "detained": _("Detained"),
        "convicted": _("Convicted"),
        "crowd": _("Size of crowds"),
        "foreign_fighters": _("Foreign fighters"),
        "coup_plot": _("Coup plot"),
        "airport": _("Almaty airport"),
        "shoot_order": _("Orders to shoot"),
        "torture": _("Torture"),
        "victims_list": _("Lists of the dead"),
        "internet_shutdown": _("Internet shutdown"),
        "csto": _("CSTO mission"),
        "investigation": _("Investigations"),
        "prices": _("Prices"),
        "damage": _("Damage"),
        "other": _("Other"),
    }[value]


def claim_state(language: Language, value: str) -> str:
    """What became of a claim in its claimant's own mouth; nothing to say of one that was never changed."""
    _ = language.text
    return {
        "current": "",
        "revised": _("revised later"),
        "withdrawn": _("withdrawn"),
        "contradicted": "",
    }[value]


def case_kind(language: Language, value: str) -> str:
    _ = language.text
    return {
        "prosecution_of_protesters": _("Protesters and activists prosecuted"),
        "journalists": _("Journalists detained or jailed"),
        "civilian_death": _("Deaths of civilians"),
        "torture": _("Torture and deaths in custody"),
        "prosecution_of_officials": _("Officials prosecuted"),
        "elite_prosecution": _("The former leadership and its circle prosecuted"),
        "gas_prices": _("The price of gas"),
        "law": _("Laws"),
        "international": _("Scrutiny from abroad"),
    }[value]


def case_result(language: Language, value: str) -> str:
    """How far a case came."""
    _ = language.text
    return {
        "convicted": _("Convicted, jailed or fined"),
        "closed": _("Ended without a verdict"),
        "no_trial": _("No trial: law or scrutiny"),
        "open": _("No final outcome found"),
    }[value]


def sort(language: Language, value: str) -> str:
    """What cases are put in order by."""
    _ = language.text
    return {
        "kind": _("What they are about"),
        "newest": _("Newest step"),
        "place": _("Place"),
        "outcome": _("Outcome"),
        "name": _("Name"),
    }[value]


def person_role(language: Language, value: str) -> str:
    _ = language.text
    return {
        "defendant": _("Defendants"),
        "victim": _("Victims"),
        "judge": _("Judges"),
        "lawyer": _("Lawyers"),
        "official": _("Officials"),
        "witness": _("Witnesses"),
    }[value]


def person_role_one(language: Language, value: str) -> str:
    """The part of one person in a case."""
    _ = language.text
    return {
        "defendant": _("Defendant"),
        "victim": _("Victim"),
        "judge": _("Judge"),
        "lawyer": _("Lawyer"),
        "official": _("Official"),
        "witness": _("Witness"),
    }[value]


def death_role(language: Language, value: str) -> str:
    """In what part somebody died, as the sources show it."""
    _ = language.text
    return {
        "protester": _("protester"),
        "bystander": _("bystander"),
        "detainee": _("detainee"),
        "police": _("police"),
        "soldier": _("soldier"),
        "driver": _("driver"),
        "medic": _("medic"),
        "unknown": _("part not known"),
    }[value]


def teller(language: Language, value: str) -> str:
    """Who tells of a death."""
    _ = language.text
    return {
        "family": _("the family"),
        "witness": _("a witness"),
        "rights_group": _("a rights group"),
        "press": _("the press"),
        "court": _("a court"),
        "authorities": _("the authorities"),
    }[value]


def searched(language: Language, value: str) -> str:
    """What a search looks for, many of them."""
    _ = language.text
    return {
        "person": _("People"),
        "place": _("Places"),
        "event": _("Events"),
        "case": _("Cases"),
        "claim": _("Claims"),
        "death": _("The dead"),
        "source": _("Sources"),
    }[value]


def step_kind(language: Language, value: str) -> str:
    _ = language.text
    return {
        "incident": _("Incident"),
        "arrest": _("Arrest"),
        "charge": _("Charge"),
        "hearing": _("Hearing"),
        "verdict": _("Verdict"),
        "appeal": _("Appeal"),
        "release": _("Release"),
        "investigation": _("Investigation"),
        "statement": _("Statement"),
        "other": _("Other"),
    }[value]


def camera(language: Language, value: str) -> str:
    _ = language.text
    return {
        "kazakhstan": _("Kazakhstan"),
        "west": _("West"),
        "almaty": _("Almaty city"),
        "centre": _("Almaty centre"),
    }[value]


def lanes(language: Language, value: str) -> str:
    _ = language.text
    return {"category": _("By kind"), "place": _("By place")}[value]

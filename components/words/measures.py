"""The words for what the numbers of claims count."""

from functools import cache

from components.language import Language


def measure(language: Language, value: str) -> str:
    """What a number counts, with its unit where it is no number of people or things."""
    return _measures(language).get(value) or value.replace("_", " ").capitalize()


@cache
def _measures(language: Language) -> dict[str, str]:
    _ = language.text
    return {
        "killed_total": _("Deaths"),
        "killed_civilians": _("Deaths of civilians"),
        "killed_security": _("Deaths among the security forces"),
        "killed_army": _("Deaths among soldiers"),
        "killed_described_as_attackers": _("Deaths of people described as attackers"),
        "killed_described_as_regime_violators": _("Deaths of people said to have broken the emergency rules"),
        "killed_accidentally": _("Deaths described as accidental"),
        "killed_in_custody": _("Deaths in custody"),
        "killed_incident": _("Deaths in one incident"),
        "killed_minors": _("Deaths of minors"),
        "died_in_medical_institutions": _("Deaths in hospitals"),
        "injured": _("Injured"),
        "injured_security": _("Injured among the security forces"),
        "injured_army": _("Injured soldiers"),
        "injured_detainees": _("Injured detainees"),
        "injured_incident": _("Injured in one incident"),
        "in_intensive_care": _("In intensive care"),
        "detained": _("Detained"),
        "detained_in_a_day": _("Detained in a day"),
        "detained_incident": _("Detained in one incident"),
        "in_custody": _("In custody"),
        "in_custody_incident": _("In custody after one incident"),
        "foreigners_in_custody": _("Foreigners in custody"),
        "criminal_suspects_detained": _("Criminal suspects detained"),
        "administrative_detention": _("In administrative detention"),
        "administrative_cases": _("Administrative cases"),
        "convicted": _("Convicted"),
        "convicted_in_case": _("Convicted in one case"),
        "convicted_posthumously": _("Convicted after their death"),
        "tried_posthumously": _("Tried after their death"),
        "prosecuted": _("Prosecuted"),
        "suspects": _("Suspects"),
        "sentence_years": _("Sentence, years"),
        "amnesty_beneficiaries": _("Beneficiaries of the amnesty"),
        "criminal_cases": _("Criminal cases"),
        "criminal_cases_security_chiefs": _("Criminal cases against security chiefs"),
        "pretrial_investigations": _("Pre-trial investigations"),
        "organisers_identified": _("Organisers identified"),
        "officers_convicted": _("Officers convicted"),
        "officers_prosecuted": _("Officers prosecuted"),
        "officers_detained": _("Officers detained"),
        "officers_identified": _("Officers identified"),
        "torture_complaints": _("Complaints of torture"),
        "torture_cases": _("Criminal cases of torture"),
        "torture_victims": _("Victims of torture"),
        "people_in_torture_cases": _("People in the torture cases"),
        "documented_violations": _("Violations documented"),
        "defendants_observed": _("Defendants observed in court"),
        "trials_observed": _("Trials observed"),
        "crowd": _("Size of the crowd"),
        "attackers_alleged": _("Attackers, as alleged"),
        "attacks": _("Attacks"),
        "attempts": _("Attempts"),
        "bodies_found": _("Bodies found"),
        "bodies_taken": _("Bodies taken away"),
        "weapons_stolen": _("Weapons stolen"),
        "weapons_stolen_from_shops": _("Weapons stolen from shops"),
        "troops": _("Foreign troops"),
        "troops_standing_strength": _("Standing strength of the force"),
        "sites_guarded": _("Sites guarded"),
        "lpg_price_tenge": _("Price of a litre of LPG, tenge"),
        "lpg_wholesale_tenge_per_litre": _("Wholesale price of a litre of LPG, tenge"),
        "lpg_wholesale_tenge_per_tonne": _("Wholesale price of a tonne of LPG, tenge"),
        "lpg_production_cost_tenge_per_tonne": _("Cost of making a tonne of LPG, tenge"),
        "retailers_investigated": _("Retailers investigated"),
        "station_owners_fined": _("Owners of filling stations fined"),
        "damage_tenge": _("Damage, tenge"),
        "damage_total_tenge": _("Damage in all, tenge"),
        "damage_state_tenge": _("Damage to the state, tenge"),
        "damage_usd": _("Damage, US dollars"),
        "compensation_tenge": _("Compensation, tenge"),
        "aid_tenge": _("Aid, tenge"),
        "aid_per_family_tenge": _("Aid for a family, tenge"),
        "payment_alleged_tenge": _("Payment, as alleged, tenge"),
        "assets_recovered_tenge": _("Assets recovered, tenge"),
        "confiscated_tenge": _("Confiscated, tenge"),
        "pay_rise_percent": _("Rise in pay, per cent"),
        "businesses_affected": _("Businesses affected"),
        "state_buildings_damaged": _("State buildings damaged"),
        "police_vehicles_damaged": _("Police vehicles damaged"),
        "vehicles_burned": _("Vehicles burned"),
        "ambulances_damaged": _("Ambulances damaged"),
        "aircraft_seized": _("Aircraft seized"),
        "minutes_in_airport": _("Minutes in the airport"),
        "departures_cancelled": _("Departures cancelled"),
        "passenger_trains_stopped": _("Passenger trains stopped"),
        "connectivity_percent": _("Connectivity, per cent of normal"),
        "internet_outage_hours": _("Hours without internet"),
        "vote_percent": _("Votes, per cent"),
    }


def part(language: Language, value: str) -> str:
    """The words for a number that counts a part of another, beside that other."""
    _ = language.text
    words = {
        "killed_civilians": _("civilians"),
        "killed_security": _("security forces"),
        "killed_army": _("soldiers"),
        "killed_described_as_attackers": _("described as attackers"),
        "killed_described_as_regime_violators": _("said to have broken emergency rules"),
        "killed_accidentally": _("described as accidental"),
        "died_in_medical_institutions": _("in hospitals"),
        "injured_security": _("security forces"),
        "injured_army": _("soldiers"),
        "injured_detainees": _("detainees"),
        "in_intensive_care": _("in intensive care"),
    }
    return words.get(value) or measure(language, value)

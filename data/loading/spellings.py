"""How the name of a person is written, in each script and spelling that the record keeps."""

from data.loading.rows import PersonRow


def spellings(person: PersonRow) -> tuple[str, ...]:
    """Every way in which a person's name is written, the English one first, each once."""
    names = (person["name_en"], person["name_ru"], person["name_kk"], *person["also_spelled"])
    return tuple(dict.fromkeys(filter(None, names)))

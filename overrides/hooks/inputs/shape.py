"""Hold data against its shape, and tell every difference with its place and how to mend it."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeVar

from mkdocs.exceptions import PluginError
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import ErrorDetails, PydanticCustomError

Content = TypeVar("Content")


class Shape(BaseModel):
    """A mapping that holds the keys its class names, and no others."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def in_every_language(texts: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    """Return texts by language; an error unless all languages of the site have one."""
    languages: Sequence[str] = (info.context or {}).get("languages", ())
    for language in languages:
        if not texts.get(language):
            raise PydanticCustomError("absent", "has no text in '{it}'", {"it": language})
    for language in texts.keys() - set(languages):
        raise PydanticCustomError(
            "text", "names '{it}', which is no language of this site", {"it": language}
        )
    return texts


def form(pattern: str, meant: str) -> AfterValidator:
    """Return a check that a text has a form, with the words in which a mistake is told."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError(
                "form", "is '{it}'; it must be {meant}", {"it": text, "meant": meant}
            )
        return text

    return AfterValidator(check)


Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
PlainLine = Annotated[Line, form(r"[^*`<\[\]]*", "plain text, without * ` < [ or ]")]
# One text a language, by the languages' folders; and one list of words a language.
LocalText = Annotated[dict[str, Line], AfterValidator(in_every_language)]
LocalPlainText = Annotated[dict[str, PlainLine], AfterValidator(in_every_language)]
LocalWords = dict[str, list[Line]]

# So many texts that lack a language are an entry or two, each to be named; more are a new language.
FEW = 9
# What pydantic's kinds of mistakes mean to an author.
MENDS = {
    "missing": "is missing; add it",
    "invalid_key": "is a key, and must be text; put it in quotes",
    "string_type": "must be text; put it in quotes",
    "string_too_short": "is empty; give it a text",
    "list_type": "must be a list, such as [one, two]",
    "dict_type": "must hold keys of its own, such as 'zh: …' and 'en: …'",
    "model_type": "must hold keys of its own",
    "bool_type": "must be true or false",
    "date_type": "must be a day, such as 2026-11-23",
}


def shaped(
    kind: type[Content], content: object, name: str, languages: Sequence[str] = ()
) -> Content:
    """Return `content`, as YAML gave it, as an object of `kind`.

    `name` is the file, `languages` are the folders of the languages that each text needs. Raises
    PluginError with one line for each mistake: file, entry, key, mend.
    """
    try:
        return TypeAdapter(kind).validate_python(content, context={"languages": languages})
    except ValidationError as error:
        told = lines(error.errors(include_url=False), content)
        raise PluginError("\n".join(f"{name}: {line}" for line in told)) from error


def lines(details: list[ErrorDetails], content: object) -> Iterator[str]:
    """Yield a line for each mistake.

    Of an unknown key it says which missing one may be meant. A language that more than a FEW texts
    lack is told once.
    """
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    lacking = Counter(detail["ctx"]["it"] for detail in details if detail["type"] == "absent")
    told: set[str] = set()
    for detail in details:
        entry, keys = entry_of(detail["loc"], content)
        where = f"{entry}: " if entry else ""
        key = f"'{'.'.join(keys)}'" if keys else "this"
        if detail["type"] == "absent" and lacking[language := detail["ctx"]["it"]] > FEW:
            if language not in told:
                texts = f"{lacking[language]} texts have no '{language}'"
                yield f"{texts}, the first is {where}{key}; add them."
            told.add(language)
        elif detail["type"] == "extra_forbidden":
            beside = [str(loc[-1]) for loc in missing if loc[:-1] == detail["loc"][:-1]]
            meant = difflib.get_close_matches(keys[-1], beside, 1)
            hint = f"did you mean '{meant[0]}'?" if meant else "mend or remove it."
            yield f"{where}unknown key {key}; {hint}"
        elif detail["type"] == "literal_error":
            known = detail["ctx"]["expected"]
            yield f"{where}{key} is '{detail['input']}', which is unknown; use one of {known}."
        else:
            yield f"{where}{key} {MENDS.get(detail['type'], detail['msg'])}."


def entry_of(loc: Sequence[int | str], content: object) -> tuple[str, list[str]]:
    """Return the entry that a mistake is in, by its id where it has one, and the keys inside it."""
    entry = ""
    keys: list[str] = []
    for step in loc:
        if isinstance(step, int) and isinstance(content, list):
            inside = content[step] if step < len(content) else None
            if isinstance(inside, dict):
                named = inside.get("id")
                entry, keys = f"entry {step + 1 if named is None else repr(str(named))}", []
            content = inside
        else:
            content = content.get(step) if isinstance(content, dict) else None
            keys.append(str(step))
            if isinstance(content, dict) and len(keys) == 2 and not entry:
                # A mapping of entries, such as `sources:` by their ids.
                entry, keys = f"{keys[0]} '{step}'", []
    return entry, keys

"""Telephone numbers, e-mail addresses, web addresses and platform ids, out of the text of a cell.

Whatever is written plainly is read here; the libraries are imported for the rest, when it comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sendspec.values.trouble import AS_TEXT, Trouble, error_cell, grouped, number_damage, trimmed, typographic
from sendspec.values.types import Kind, Type

TYPE_CHECKING = False  # typing itself is too slow to import here
if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

Reader = Callable[[str], str | Trouble]

#: Country codes with lengths of subscribers' numbers that are certainly possible (ITU-T E.164, national plans).
#: A number outside this table is not refused but handed to the library.
_LENGTHS = (
    "1:10 7:10 20:10 27:9 30:10 31:9 32:8,9 33:9 34:9 36:8,9 39:9,10 40:9 41:9 43:10,11 44:10 45:8 "
    "46:9 47:8 48:9 49:10,11 51:9 52:10 54:10 55:9 56:9 57:10 58:10 60:9,10 61:9 62:10,11 63:10 64:8,9 "
    "65:8 66:9 81:10 82:9,10 84:9 86:11 90:10 91:10 92:10 94:9 98:10 212:9 213:9 216:8 233:9 234:10 "
    "254:9 255:9 256:9 351:9 352:9 353:9 354:7 356:8 357:8 358:9,10 359:9 370:8 371:8 372:8 380:9 "
    "381:9 385:9 386:8 420:9 421:9 502:8 503:8 504:8 505:8 506:8 507:8 591:8 593:9 595:9 598:8 852:8 "
    "853:8 855:9 880:10 886:9 960:7 961:8 962:9 965:8 966:9 968:8 971:9 972:9 973:8 974:8 977:10 994:9 "
    "995:9"
)


#: Regions whose national numbers are `0` and the number itself: the country code, and the lengths of numbers that are
#: certainly possible.
_NATIONAL = {
    "AT": ("43", (10, 11)), "AU": ("61", (9,)), "BE": ("32", (8, 9)), "CH": ("41", (9,)), "DE": ("49", (10, 11)),
    "FR": ("33", (9,)), "GB": ("44", (9, 10)), "IE": ("353", (9,)), "NL": ("31", (9,)),
    "SE": ("46", (9,)), "ZA": ("27", (9,)),
}  # fmt: skip


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    entries = (entry.split(":") for entry in _LENGTHS.split())
    return {code: tuple(map(int, lengths.split(","))) for code, lengths in entries}


def plain_number(text: str) -> bool:
    """Whether this is an E.164 number that needs no library: no trunk prefix (0, 1, 8) after its country code."""
    if text[:1] != "+" or not text[1:].isdigit() or not text.isascii():
        return False
    for end in (2, 3, 4):
        lengths = _lengths().get(text[1:end])
        if lengths is not None:
            return text[end : end + 1] in "2345679" and len(text) - end in lengths
    return False


@cache
def _national_form() -> re.Pattern[str]:
    """Matches `07700 900123` and `06 12 34 56 78`, but nothing that could be digits in groups of thousands."""
    return re.compile(r"0[1-9](?:(?: [0-9]{2})+|[0-9]{2,}(?:[ -][0-9]+)*)")


def plain_national(text: str, region: str | None) -> str | None:
    """A national number in E.164, when it needs no library."""
    code, lengths = _NATIONAL.get(region or "", ("", ()))
    if not code or not _national_form().fullmatch(text):
        return None
    number = text[1:].replace(" ", "").replace("-", "")
    return f"+{code}{number}" if len(number) in lengths else None


def of_phone(made: Type) -> Reader:
    """A reader of telephone numbers: `+` and the country code, or a form of the type's region. Gives E.164."""
    region = made.code

    def read(text: str) -> str | Trouble:
        if plain_number(text):
            return text
        text = trimmed(text)
        if plain_number(text):
            return text
        return plain_national(text, region) or error_cell(text) or number_damage(text) or _parsed(text, region)

    return read


#: Digits of a number that the API takes, country code and all, at least (`channels.forms.E164`).
_SHORTEST = 7
_E164 = "write it as `+447700900123`"


def _parsed(text: str, region: str | None) -> str | Trouble:
    """What the library makes of a number, and what a spreadsheet may have taken from it."""
    if re.search(r"(?i)(?:x|ext\.?|#) ?[0-9]{1,7}\Z", text):
        return Trouble("extension", "a telephone number with an extension", "leave the extension out")
    if len(text) > 60 or re.search(r"[A-Za-z]", text) or not re.search(r"[0-9]", text):
        return Trouble("not-phone", "not a telephone number", _E164)
    if text.count("+") > 1 or re.search(r"[0-9] *[,;/|] *[+0]?[0-9]{6}", text):
        return Trouble("two-values", "more than one telephone number", "keep one number in the cell")
    import phonenumbers as library

    if region is None and not text.startswith(("+", "＋")):
        return _without_region(text)
    if region is not None and region not in library.SUPPORTED_REGIONS:
        return Trouble("no-region", f"of a region that has no numbering plan: {region}", "name a region as `phone(GB)`")
    try:
        number = library.parse(text, region, keep_raw_input=True)
    except library.NumberParseException as problem:
        if problem.error_type == library.NumberParseException.INVALID_COUNTRY_CODE:
            return Trouble("no-country", "a telephone number with a country code that no country has", _E164)
        return Trouble("not-phone", "not a telephone number", _E164)
    if not number.national_number:  # zeros alone are printed as they were written
        return Trouble("not-phone", "not a telephone number", _E164)
    if library.is_possible_number_with_reason(number) != library.ValidationResult.IS_POSSIBLE:
        return _impossible(number, region)
    written = library.format_number(number, library.PhoneNumberFormat.E164)
    if len(written) <= _SHORTEST:  # some plans have numbers that the API does not take
        return Trouble(
            "phone-too-short",
            f"a telephone number that is too short: {len(written) - 1} digits with the country code",
            "look for lost digits",
        )
    return _lost(text, number, region) or written


def _without_region(text: str) -> Trouble:
    import phonenumbers as library

    digits = re.sub(r"[^0-9]", "", text)
    hint = "write it as `+447700900123`, or name the region of national numbers: `as phone(GB)`"
    if text.startswith("00"):
        return Trouble("no-country", "a telephone number that begins with 00; expected `+` and a country code", hint)
    if text == digits and not digits.startswith("0"):
        try:
            number = library.parse("+" + digits, None)
        except library.NumberParseException:
            number = None
        if (
            number is not None
            and library.is_possible_number_with_reason(number) == library.ValidationResult.IS_POSSIBLE
        ):
            return Trouble("lost-plus", _LOST_PLUS, f"put the `+` back, or {AS_TEXT}")
    return Trouble("no-country", "a telephone number without a country code", hint)


def _impossible(number: PhoneNumber, region: str | None) -> Trouble:
    import phonenumbers as library

    after = f"{len(library.national_significant_number(number))} digits after the country code"
    of = library.region_code_for_country_code(number.country_code) if number.country_code else region
    place = f" of {of}" if of and of not in ("ZZ", "001") else ""
    match library.is_possible_number_with_reason(number):
        case library.ValidationResult.INVALID_COUNTRY_CODE:
            return Trouble(
                "no-country",
                "a telephone number with a country code that no country has",
                _E164,
            )
        case library.ValidationResult.TOO_SHORT | library.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            return Trouble(
                "phone-too-short", f"a telephone number{place} that is too short: {after}", "look for lost digits"
            )
        case library.ValidationResult.TOO_LONG:
            return Trouble(
                "phone-too-long", f"a telephone number{place} that is too long: {after}", "look for doubled digits"
            )
        case _:
            return Trouble(
                "phone-length", f"a telephone number{place} of no possible length: {after}", "look for lost digits"
            )


_LOST_PLUS = "a telephone number without its `+`, as a spreadsheet leaves it"
_LOST_ONE = "a telephone number without its `+` or its leading zero, as a spreadsheet leaves it"
_LOST_ZERO = "a telephone number without its leading zero, as a spreadsheet leaves it"


def _lost(text: str, number: PhoneNumber, region: str | None) -> Trouble | None:
    """Told when only digits are left of a number that was written with `+` or with a leading zero."""
    if not re.fullmatch(r"[1-9][0-9]*", text) or region is None:
        return None
    import phonenumbers as library

    metadata = library.PhoneMetadata.metadata_for_region(region, None)
    trunk = metadata.national_prefix if metadata else None
    if number.country_code_source == library.CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN:
        if trunk == str(number.country_code):
            return None
        return Trouble("lost-plus", _LOST_PLUS, f"put the `+` back, or {AS_TEXT}")
    if trunk != "0" or metadata is None:
        return None
    for form in metadata.number_format:
        leading = form.leading_digits_pattern
        if re.fullmatch(form.pattern or "", text) and (not leading or re.match(leading[-1], text)):
            if form.national_prefix_optional_when_formatting or "0" not in (form.national_prefix_formatting_rule or ""):
                return None
            if text.startswith(str(number.country_code)):
                return Trouble("lost-plus", _LOST_ONE, f"put the `+` or the `0` back, or {AS_TEXT}")
            return Trouble("lost-zero", _LOST_ZERO, f"put the `0` back, or {AS_TEXT}")
    return None


#: Top-level names that no mail reaches (RFC 2606, RFC 6761, RFC 7686). `test` is taken: trials need addresses.
_NOWHERE = "arpa|invalid|local|localhost|onion"


def plain_mail(text: str) -> re.Match[str] | None:
    """Matches addresses of ASCII letters, digits and a few signs, which need no library."""
    return _plain_mail().fullmatch(text)


@cache
def _plain_mail() -> re.Pattern[str]:
    atom = r"[A-Za-z0-9_+'-]+"
    label = r"(?!..--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    lengths = r"(?=.{1,64}@)(?=.{1,254}\Z)"
    end = rf"(?!(?i:{_NOWHERE})\Z)[A-Za-z]{{2,63}}"
    return re.compile(rf"{lengths}{atom}(?:\.{atom})*@((?:{label}\.)+{end})")


def of_email(made: Type) -> Reader:
    """A reader of e-mail addresses. Gives the domain in small letters, and in its ASCII form."""
    plain = _plain_mail().fullmatch

    def read(text: str) -> str | Trouble:
        text = trimmed(text)
        found = plain(text)
        if found:
            return text if found[1].islower() else text[: found.start(1)] + found[1].lower()
        return error_cell(text) or _mail_trouble(text) or _validated(text)

    return read


def _mail_trouble(text: str) -> Trouble | None:
    local, at, domain = text.rpartition("@")
    if not at:
        return Trouble("not-email", "not an e-mail address: it has no `@`", "write it as `ann@acme.example`")
    if re.search(r"[<>]|^mailto:", text):
        return Trouble(
            "email-with-name", "an e-mail address with something around it", "keep the bare address: `ann@acme.example`"
        )
    if "@" in local and not local.startswith('"'):
        return Trouble("two-values", "more than one e-mail address", "keep one address in the cell")
    if len(local.encode()) > 64:
        long = grouped(len(local.encode()))
        return Trouble("email-too-long", f"an e-mail address with {long} characters before the `@`; 64 are possible")
    if len(text.encode()) > 254:
        return Trouble("email-too-long", f"an e-mail address of {grouped(len(text))} characters; 254 are possible")
    if not local.isascii():
        return Trouble(
            "email-not-ascii", "an e-mail address with letters beyond ASCII before the `@`", "ask for another address"
        )
    if not local or "." not in domain.strip("."):
        side = "nothing before the `@`" if not local else "no domain such as `acme.example` after the `@`"
        return Trouble("not-email", f"not an e-mail address: it has {side}", "write it as `ann@acme.example`")
    return typographic(text)


def _validated(text: str) -> str | Trouble:
    from email_validator import EmailNotValidError, validate_email

    try:
        found = validate_email(text, check_deliverability=False, allow_smtputf8=False, test_environment=True)
    except EmailNotValidError:
        return Trouble("not-email", "not an e-mail address that mail can reach", "write it as `ann@acme.example`")
    return found.ascii_email or found.normalized


_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]"


def of_url(made: Type) -> Reader:
    """A reader of web addresses: https (and http where no host is stated), ASCII, within the type's host and length."""
    host = made.host.lower() if made.host else None
    most = made.most
    match = re.compile(rf"([Hh][Tt][Tt][Pp][Ss]?)://({_HOST})(?::[0-9]{{1,5}})?(?:[/?#][!-~]*)?").fullmatch

    def read(text: str) -> str | Trouble:
        text = trimmed(text)
        found = match(text)
        if not found:
            return error_cell(text) or _url_trouble(text)
        scheme, name = found[1].lower(), found[2].lower()
        if host is not None and (scheme != "https" or name != host):
            what = "an address of another host" if name != host else "an http address"
            return Trouble(
                "other-host", f"{what}; expected https://{host}", f"`{made}` takes only addresses of that host"
            )
        if most is not None and len(text) > most:
            return Trouble("too-long", f"{grouped(len(text))} characters long; `{made}` takes {grouped(most)}")
        return f"{scheme}://{name}{text[found.end(2) :]}"

    return read


def _url_trouble(text: str) -> Trouble:
    if re.match(r"(?i)https?://[^/?#]*@", text):
        return Trouble(
            "url-with-user",
            "a web address with a user name in it",
            "write the address without what stands before the `@`",
        )
    if re.match(r"(?i)www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/|\Z)", text):
        return Trouble("no-scheme", "a web address without https://", "write it as `https://acme.example/a`")
    if re.match(r"(?i)https?://", text) and (not text.isascii() or re.search(r"\s", text)):
        return Trouble(
            "url-characters",
            "a web address with blanks or letters beyond ASCII",
            "percent-encode them, a blank as `%20`",
        )
    return typographic(text) or Trouble("not-url", "not a web address", "write it as `https://acme.example/a`")


def address(kind: str, made: Type | None, region: str | None = None, column: str = "…") -> Reader:
    """A reader of one kind of address (a word of the language), through the type that the mapping states, if any.

    `region` is that of national numbers elsewhere in the mapping, and `column` how this one is written: for a proposal.
    """
    if kind == "msisdn":
        return of_phone(made if made and made.kind is Kind.PHONE else Type(Kind.PHONE))
    if kind == "email":
        return of_email(Type(Kind.EMAIL))
    if kind == "waid":
        cure = f"write `waid <- {column} as phone({region or 'GB'})`, with the region of the numbers"
        if region:
            cure = f"write `waid <- {column} as phone({region})`"
        return _of_waid(of_phone(made) if made and made.kind is Kind.PHONE else None, cure)
    return _of_bsuid if kind == "bsuid" else _opaque


def _of_waid(through: Reader | None, cure: str) -> Reader:
    """WhatsApp ids are a number without `+`, or an id with the country in front."""

    def read(text: str) -> str | Trouble:
        text = trimmed(text)
        if re.fullmatch(r"[A-Z]{2}\.[0-9A-Za-z]{1,128}", text):
            return text
        if through is not None:
            value = through(text)
            return value if isinstance(value, Trouble) else value.removeprefix("+")
        if re.fullmatch(r"\+?[1-9][0-9]{6,14}", text):
            return text.removeprefix("+")
        if _looks_national(text):
            what = "a national number, not a WhatsApp id; expected a country code and digits"
            return Trouble("national-waid", what, cure)
        return (
            error_cell(text) or number_damage(text)
            or Trouble("not-waid", "not a WhatsApp id; expected a country code and digits", "write `447700900123`")
        )  # fmt: skip

    return read


def _looks_national(text: str) -> bool:
    """Whether a number is written as people dial it, or with signs between its digits."""
    return re.fullmatch(r"0[0-9 ()./-]{5,20}|\+[0-9 ()./-]{7,24}", text) is not None


def _of_bsuid(text: str) -> str | Trouble:
    text = trimmed(text)
    if re.fullmatch(r"[A-Z]{2}\.[0-9A-Za-z]{1,128}", text):
        return text
    return error_cell(text) or Trouble(
        "not-bsuid", "not a business-scoped user id", "write it as `GB.1000000000000001`"
    )


def _opaque(text: str) -> str | Trouble:
    """An id that only the platform understands: anything without blanks and control characters."""
    text = trimmed(text)
    if re.fullmatch(r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,4096}", text):
        return (
            error_cell(text) or (number_damage(text) if re.fullmatch(r"[0-9.,]+[eE]\+[0-9]+", text) else None) or text
        )
    return typographic(text) or Trouble(
        "not-id", "no id: it holds blanks or control characters", "keep the bare id in the cell"
    )

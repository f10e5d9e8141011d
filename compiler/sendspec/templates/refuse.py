"""What Jinja has and a text does not, by name: what a person may do instead.

Tables and the one exception that carries a finding out of a tag. It must not know the grammar of what is taken.
"""

from __future__ import annotations

from sendspec.diagnostic import Severity
from sendspec.templates.scan import Token
from sendspec.templates.tree import Problem

TAG, STATEMENT, EXPRESSION = "TXT001", "TXT002", "TXT003"
UNKNOWN_FILTER, ARGUMENT, TOO_MUCH = "TXT005", "TXT006", "TXT015"

TAKEN = ("if", "elif", "else", "endif", "for", "endfor")

_MODEL = "write the words out, or use a snippet"
#: Jinja's other statements, and what to do instead.
STATEMENTS = {
    "set": "give the variable a default in `vars`, or use `{% if %}`",
    "with": "use the variable by its own name",
    "do": "a text only prints; take the tag out",
    "macro": "declare a `snippet` and print it by name",
    "call": "declare a `snippet` and print it by name",
    "block": _MODEL,
    "extends": _MODEL,
    "include": 'use `file "…"` for the whole text, or a `snippet` for a part',
    "import": "import the spec that declares the snippet, and print `{{ alias.name }}`",
    "from": "import the spec that declares the snippet, and print `{{ alias.name }}`",
    "filter": "put the filter behind each value: `{{ name | upper }}`",
    "raw": "print braces as a constant: `{{ '{{' }}`",
    "autoescape": "values are escaped in `html`, and nowhere else; take the tag out",
    "trans": "write a text per locale",
    "break": "take the item out of the list",
    "continue": "take the item out of the list",
    "debug": "take the tag out",
}

_ARITHMETIC = "work the value out before it gets here, in the data"
#: Tokens that may follow a value in Jinja and not in a text: what they are, and what to do instead.
EXPRESSIONS = {
    "(": ("calls something", "a text calls nothing; filters stand behind a `|`"),
    "[": ("takes a part by position", "declare a variable for the part"),
    ".": ("goes more than one name deep", "only `alias.name` of an import has a point"),
    "{": ("builds a mapping", "a value is a name, a text in quotes or a number"),
    **dict.fromkeys(("+", "-", "*", "/", "//", "%", "**"), ("does arithmetic", _ARITHMETIC)),
    "~": ("joins values", "write two tags side by side: `{{ a }}{{ b }}`"),
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), ("compares", "comparisons stand in `{% if … %}`")),
    ",": ("lists several values", "one tag prints one value"),
    "if": ("chooses inside a tag", "write `{% if … %}…{% else %}…{% endif %}`"),
    "is": ("tests a value with `is`", "`{% if name %}` asks whether there is a value"),
    **dict.fromkeys(("and", "or", "not", "in", "else"), ("combines values", "conditions stand in `{% if … %}`")),
}
#: Words that Jinja keeps for itself, so that no name can be one of them.
RESERVED_WORDS = frozenset({"and", "or", "not", "in", "is", "if", "else", "none", "None"})


class Refused(Exception):  # noqa: N818 (nothing of ours went wrong)
    """Leaves a tag with what is wrong in it. Never leaves `parse`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refused(code: str, message: str, at: Token, help: str | None = None) -> Refused:
    """The exception that tells an error at a token."""
    return Refused(Problem(code, Severity.ERROR, message, at.start, at.end, help))


def unexpected(token: Token, expected: str) -> Refused:
    """The finding about a token where something else was expected; known constructs of Jinja are named."""
    if token.text in EXPRESSIONS and token.kind in ("sign", "name"):
        what, help = EXPRESSIONS[token.text]
        return refused(EXPRESSION, f"`{token.text}` {what}, which no text does; expected {expected}", token, help)
    if token.text in ("'", '"'):
        message = f"a text in quotes is not closed; expected {token.text} before the end of the line"
        return refused(TAG, message, token, _QUOTES)
    if token.kind == "odd" and not token.text.isascii():
        return refused(TAG, f"`{token.text}` is no name; names are letters a to z, digits and `_`", token)
    return refused(TAG, f"`{token.text}` stands where {expected} was expected", token)


_QUOTES = "inside quotes, `\\` goes only before a quote, `\\`, `n` or `t`"

"""A message and its people → request lines and a plan. No socket, no clock: the same people give the same bytes.

job   · what is given, what is counted           cut    · a rung in a locale: what is shared, what is personal
values · a leaf and a person → a JSON value      layout · a request template → a body with open places (mould fills it)
places · people → `destination` or `to`          batch  · people → requests, streaming (substitute: v2's `$(name)`)
ladder · rungs that go out together → lines      prove  · every request against its shape and schema
plan   · plan.json                               write  · files, all of them or none

The same by column, for people in thousands (docs/decisions/016):
columns · a leaf → its values                    pieces, messages · people → JSON
run     · a crowd, sorted to its messages        quick, window · crowds → lines
merge   · the folders of buckets → one
"""

"""The command line: one file a command.

app    · the commands, imported when asked for     quick · `lint` of plain paths, without click
screen · streams, colours, endings                 specs · the files that paths name
cache  · remembered verdicts
"""

"""Lint: the rules over a bound file, and what decides which findings a person sees.

rule      · what a rule is                   rules/   · one file a code: its page, at times its check
registry  · codes and names from file names  index    · the rules that have a check (generated)
run       · all checks of a file, sorted     suppress · `@allow`       baseline · findings accepted before
page      · a rule's page, taken apart       fix      · the edits of findings, carried out
hidden    · characters that nobody sees      entropy  · runs that were drawn at random, as keys are
"""

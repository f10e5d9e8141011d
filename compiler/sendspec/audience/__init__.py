"""Recipients: cells → people, in one pass and constant memory.

nodes · Person, Reject, Tally      cells · a file → rows of cells (CSV, JSONL, inline)
people · rows → people and rejects  report · rejects → findings, root cause first
This room must not know channels' words, nor how a request looks.
"""

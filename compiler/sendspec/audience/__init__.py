"""Recipients: a source's rows → people, and the rows that cannot become people, with reasons. Everything streams.

place   · which file, and whether it may be read   sniff  · its encoding and its delimiter
cells   · a file → header and rows of cells        header · the mapping against the header
people  · rows → people, rejects, duplicates       keys   · `unique` and `exclude`, by digests
report  · rejects → findings, root cause first     nodes  · what the next rooms get

The same by column: blocks · a file → columns of cells · crowd · columns → people · sieve · `unique` and `exclude`
shard · a source → buckets
"""

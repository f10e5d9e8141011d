"""What a spec means: names bound, variables typed, the ladder resolved, texts bounded.

nodes · the model              bind · Document → Unit, with all it imports
words · the core statements    fill · a statement matched with its word, into leaves
This room must not read files (its caller hands it a loader), nor know recipients or the clock.
"""

"""The way back: request bodies that anyone wrote → the spec that compiles to them.

bodies, postman · a file → bodies             which   · a body → its channel and API
current         · documented older forms      holes   · what differs from body to body, or person to person
people          · destinations → rows         around  · `delivery`, `track`, `policy`
write, blocks   · statements → spec text      trees   · JSON values → blocks with names of their own
texts           · texts, numbers              draft, spec · all of it → a spec
It must not compile: that what it writes compiles to the same is proven by `importer`.
"""

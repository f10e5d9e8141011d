"""A stand-in for the Messaging API, for trials and tests. Only `server` knows clock and network; the rest is pure.

api      · a request, a moment → the answer, the receipts that follow, an entry of the log
call     · what comes in and goes out      access  · keys and tokens        rate · destinations a second
refusal  · findings → the API's codes      people  · whom a body reaches    fault · what goes wrong on purpose
receipts · what becomes of a message       queue   · when receipts are due  times · what comes too late
log, page · what was taken                 spoil   · what faults do          run, server · the sockets
"""

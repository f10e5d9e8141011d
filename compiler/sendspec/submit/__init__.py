"""Sends what compile wrote, once, and never twice by itself: the only room with network, clock and secrets.

What is decided is pure (`outcome`, `correlation`, `parcel`, `machine`, `limiter`, `breaker`): clock, disk and network
are handed in. `journal` is the disk, `transport` the network, `run` the loop that joins them. No command but those that
send may import it: aiohttp is loaded only when something is really sent.
"""

"""What all messages of an API hold around their channel's own members, and how a spec states it.

people   · destinations and their addresses     links  · `options`, smart links, contact policy
v1, v2   · the whole body of one message        settings · `delivery`, `track`, `policy` and the members they give
It must not know any channel.
"""

from sendspec.channels.envelope.links import link_options
from sendspec.channels.envelope.people import ADDRESS_KEYS, addressed
from sendspec.channels.envelope.settings import BLOCKS, MEMBERS, fragments
from sendspec.channels.envelope.v1 import v1
from sendspec.channels.envelope.v2 import receipts, v2

__all__ = ["ADDRESS_KEYS", "BLOCKS", "MEMBERS", "addressed", "fragments", "link_options", "receipts", "v1", "v2"]

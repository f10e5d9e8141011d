"""Sendspec: customer messages as code. The rooms are listed in CONTRIBUTING.md; this file imports nothing."""

__version__ = "0.1.0"

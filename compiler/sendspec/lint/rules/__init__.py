"""The rules: one file a code, named after its code and its name. No rule imports another."""

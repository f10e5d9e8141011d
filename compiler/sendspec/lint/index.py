"""The rules that have a check of their own. Generated: `python -m sendspec.lint.registry`."""

CHECKS: tuple[str, ...] = (
    "lad005_same_rung_twice",
    "lad006_no_address_for_rung",
    "loc006_nobody_chooses_locale",
    "nam005_unused_name",
    "pri001_personal_value_in_tracking",
    "pri002_unmarked_personal_variable",
    "sec001_hidden_character",
    "sec002_reordered_text",
    "sec003_key_in_spec",
    "sec004_credential_in_address",
    "tim002_empty_quiet_hours",
    "tim003_marketing_without_quiet_hours",
    "tim004_no_wait",
    "var007_deprecated_variable",
)

"""The rules that have a check of their own, by the family of the channel they are about ("": none).

Generated: `python -m sendspec.lint.registry`.
"""

CHECKS: dict[str, tuple[str, ...]] = {
    "": (
        "api029_outside_current_tables",
        "lad005_same_rung_twice",
        "lad006_no_address_for_rung",
        "lad007_receipt_not_asked_for",
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
    ),
    "EML": (
        "eml010_unsubscribe_twice",
        "eml013_marketing_mail_without_way_out",
        "eml015_shared_mail",
    ),
    "MMS": (
        "mms005_two_files_in_slide",
        "mms013_number_out_of_reach",
        "mms017_sender_of_stand_in",
        "mms019_timed_beside_duration",
    ),
    "MSG": ("msg024_session_content",),
    "RCS": (
        "rcs026_buttons_without_place",
        "rcs027_two_media_in_card",
        "rcs028_two_thumbnails_in_card",
    ),
    "SMS": (
        "sms020_several_parts",
        "sms021_outside_sms_alphabet",
    ),
    "WAP": (
        "wap026_template_value_form",
        "wap043_session_content",
    ),
}

"""The forms, field by field: filled, none known, or not asked. A field that nobody answered is never shown as a no."""

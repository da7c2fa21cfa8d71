"""Makes the notices of what Caregiver stands on."""

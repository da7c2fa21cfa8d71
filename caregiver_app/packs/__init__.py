"""Resource packs: what they hold, how they are made, and how they are read as something that anybody may have made."""

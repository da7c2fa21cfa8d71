"""The first step: how a pack is begun, and what it says of itself."""

"""The last step of the studio: a pack is signed into a channel, published, and handed over on a stick or on paper."""

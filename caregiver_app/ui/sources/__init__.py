"""The sources: where pages come from, how each is doing, and how one is added, switched or taken away."""

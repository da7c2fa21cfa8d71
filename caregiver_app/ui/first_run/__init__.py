"""The first start, step by step: what help is wanted, which packs stay, who is asked for pages, private notes."""

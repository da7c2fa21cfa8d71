"""Small tools without a word of the feature domain: clock, files, settings, translations, markup."""

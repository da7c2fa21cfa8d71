"""From values to typeset pages: PDF to keep and print, pictures of pages to look at. Knows no store and no screen."""

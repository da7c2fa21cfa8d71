"""The screen with phone lines and groups. What somebody looked for, and for which country, is kept nowhere."""

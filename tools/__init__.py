"""Commands that need more than the app: a Chromium, for what they look at."""

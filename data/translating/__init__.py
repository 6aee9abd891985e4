"""Files for translators: what they are given, how it is taken back, and whether a translation keeps all."""

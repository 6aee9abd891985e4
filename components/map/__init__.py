"""The map: what is drawn where, as SVG and live."""

"""The map: what a claim would make of the land, drawn in cells or told in words.

From the bottom up: `projection` and `raster` know geometry; `theatre` and `plate` turn the
shared geography into a picture without colours for one window and size; `claims` and `chart`
say what a paper would change; `palette`, `glyphs` and `labels` say how it looks; `canvas`
draws the frame and `words` tells it. Only `widget` knows Textual.
"""

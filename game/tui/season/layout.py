"""Where the panes of a season stand in a window of which width, as a style sheet."""

from __future__ import annotations

LAYOUT = """
SeasonScreen { layers: default above; }
SeasonScreen #season { height: 1fr; }
SeasonScreen #left, SeasonScreen #right { height: 1fr; }
SeasonScreen #land { height: 1fr; }
SeasonScreen #happened { height: 12; }
SeasonScreen #standing { height: auto; max-height: 70%; }
SeasonScreen #counsel { height: auto; display: none; }
SeasonScreen Acts { height: 1fr; min-height: 9; }
SeasonScreen #counsel.-given { display: block; }
SeasonScreen #standing.-beside-scene { height: 1fr; max-height: 100%; }

SeasonScreen.-wide #left, SeasonScreen.-normal #left { width: 1fr; }
SeasonScreen.-wide #right { width: 39%; min-width: 60; }
SeasonScreen.-normal #right { width: 45%; min-width: 46; max-width: 60; }
SeasonScreen #happened.-under-map { display: none; }
SeasonScreen .-no-map #land { display: none; }
SeasonScreen .-no-map #happened { height: 1fr; max-height: 100%; }

SeasonScreen.-narrow #season { layout: vertical; }
SeasonScreen.-narrow #left, SeasonScreen.-narrow #right { width: 100%; height: auto; }
SeasonScreen.-narrow #happened, SeasonScreen.-narrow #land, SeasonScreen.-narrow #standing,
SeasonScreen.-narrow #counsel { display: none; height: 1fr; max-height: 100%; }
SeasonScreen.-narrow .-see-happened #left, SeasonScreen.-narrow .-see-land #left { height: 1fr; }
SeasonScreen.-narrow .-see-standing #right, SeasonScreen.-narrow .-see-counsel #right {
    height: 1fr;
}
SeasonScreen.-narrow .-see-standing #left, SeasonScreen.-narrow .-see-counsel #left {
    display: none;
}
SeasonScreen.-narrow .-see-happened #happened, SeasonScreen.-narrow .-see-land #land,
SeasonScreen.-narrow .-see-standing #standing,
SeasonScreen.-narrow .-see-counsel #counsel { display: block; }
SeasonScreen.-narrow #land { border: none; border-top: round $frame; }
SeasonScreen.-narrow Acts {
    height: auto; min-height: 3; max-height: 50vh;
}
SeasonScreen.-narrow Acts OptionList { height: auto; max-height: 42vh; }
SeasonScreen.-narrow Acts.-helped OptionList { max-height: 34vh; }
SeasonScreen.-narrow Acts #help { padding: 0; max-height: 2; }
SeasonScreen.-narrow #season Acts.-resting { max-height: 3; }
SeasonScreen #season Acts.-resting { min-height: 3; }
SeasonScreen #season Acts.-resting OptionList { max-height: 0; }
SeasonScreen #season Acts.-resting #help { padding: 0; }
SeasonScreen.-narrow .-see-standing Acts, SeasonScreen.-narrow .-see-counsel Acts,
SeasonScreen.-narrow .-see-land Acts {
    max-height: 7;
}
SeasonScreen.-narrow .-see-standing OptionList, SeasonScreen.-narrow .-see-counsel OptionList,
SeasonScreen.-narrow .-see-land OptionList {
    max-height: 4;
}

SeasonScreen EndPages { display: none; }
SeasonScreen.-over EndPages { display: block; }
SeasonScreen.-over #season, SeasonScreen.-over Head { display: none; }
"""

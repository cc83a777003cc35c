"""Where the panes of a play stand in a window of which width, as a style sheet."""

from __future__ import annotations

LAYOUT = """
PlayScreen { layers: default above; }
PlayScreen Panes { height: 1fr; }
PlayScreen #left, PlayScreen #right { height: 1fr; }
PlayScreen #happened, PlayScreen #land, PlayScreen Acts { height: 1fr; }
PlayScreen #draft { height: auto; max-height: 76%; }
PlayScreen #land { border: none; padding: 0; }

PlayScreen.-wide #left, PlayScreen.-normal #left { width: 1fr; }
PlayScreen.-wide #right { width: 54%; }
PlayScreen.-wide #land { height: 36%; }
PlayScreen.-wide Story > Static, PlayScreen.-wide Advisers Static { max-width: 84; }
PlayScreen.-wide #advisers { height: auto; }
PlayScreen.-wide .-no-map #right { width: 44%; }

PlayScreen #brief { display: none; width: 68; height: 1fr; }
PlayScreen.-wide .-ample #right { width: 1fr; }
PlayScreen.-wide .-ample #brief { display: block; }

PlayScreen.-normal #right { width: 42%; min-width: 46; }
PlayScreen.-normal #advisers { height: auto; }
PlayScreen.-normal #land { display: none; }
PlayScreen.-normal .-map #land { display: block; height: 14; }
PlayScreen.-normal .-map #advisers { display: none; }

PlayScreen.-narrow Panes { layout: vertical; }
PlayScreen.-narrow #left, PlayScreen.-narrow #right { width: 100%; }
PlayScreen.-narrow #happened, PlayScreen.-narrow #draft,
PlayScreen.-narrow #advisers, PlayScreen.-narrow #land {
    display: none; height: 1fr; max-height: 100%;
}
PlayScreen.-narrow Acts { height: auto; max-height: 50vh; }
PlayScreen.-narrow Acts OptionList { height: auto; max-height: 42vh; }
PlayScreen.-narrow Acts.-helped OptionList { max-height: 34vh; }
PlayScreen.-narrow Acts #help { padding: 0; max-height: 2; }
PlayScreen.-narrow .-see-happened #right, PlayScreen.-narrow .-see-draft #right { height: auto; }
PlayScreen.-narrow .-see-advisers #left, PlayScreen.-narrow .-see-land #left { display: none; }
PlayScreen.-narrow .-see-happened #happened, PlayScreen.-narrow .-see-draft #draft,
PlayScreen.-narrow .-see-advisers #advisers,
PlayScreen.-narrow .-see-land #land { display: block; }
PlayScreen.-narrow #land { border-top: round $frame; }
PlayScreen.-normal .-draft-rests #draft, PlayScreen.-wide .-draft-rests #draft { display: none; }
PlayScreen EndPages { display: none; }
PlayScreen.-over EndPages { display: block; }
PlayScreen.-over Panes, PlayScreen.-over Head { display: none; }
PlayScreen.-narrow .-see-advisers Acts, PlayScreen.-narrow .-see-land Acts { max-height: 7; }
PlayScreen.-narrow .-see-advisers OptionList,
PlayScreen.-narrow .-see-land OptionList {
    max-height: 4;
}
PlayScreen.-narrow .-see-advisers .-helped OptionList,
PlayScreen.-narrow .-see-land .-helped OptionList { max-height: 3; }
PlayScreen.-narrow .-see-draft Acts OptionList { height: 1fr; max-height: 100%; }
PlayScreen.-narrow Panes Acts.-resting { max-height: 3; }
PlayScreen Panes Acts.-resting OptionList,
PlayScreen.-narrow Panes Acts.-resting OptionList { max-height: 0; }
PlayScreen Panes Acts.-resting #help { padding: 0; }
"""

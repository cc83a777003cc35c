"""The timeline: a play's tree on a screen, to be walked, marked, compared and played on from."""

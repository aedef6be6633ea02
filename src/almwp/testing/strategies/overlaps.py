"""Strategies for overlaps and alignments: found in plans of every shape."""

from hypothesis import strategies as st

from almwp.model.alignment import Alignment
from almwp.model.overlap import Overlaps
from almwp.plan.alignment import align
from almwp.plan.overlaps import Scene, find_overlaps
from almwp.testing.strategies.activities import activities
from almwp.testing.strategies.facts import countries
from almwp.testing.strategies.frameworks import frameworks

scenes: st.SearchStrategy[Scene] = st.builds(
    Scene,
    activities=st.lists(activities, max_size=4, unique_by=lambda activity: activity.id),
    members=st.lists(countries, max_size=3, unique=True),
    framework=st.none() | frameworks,
    country=st.none() | countries,
)
"""What overlaps are looked for in."""

overlaps: st.SearchStrategy[Overlaps] = st.builds(find_overlaps, scenes)
alignments: st.SearchStrategy[Alignment] = st.builds(
    align,
    scenes,
    st.lists(frameworks, max_size=2, unique_by=lambda framework: framework.id),
)

"""The few quiet sounds. Off until somebody turns them up; nothing is ever told by sound alone.

Which sound belongs to what stands in theme.toml under `[sounds]`. The mixer is not touched before the volume
is above nothing, and where there is no sound device the game stays silent without a word.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pygame

if TYPE_CHECKING:
    from game.desktop.stage import Stage
    from game.story.views import SceneView

_UNDER_VOICE = 0.4
"""The share of a sound's volume that is left while pages are read aloud: words go before."""

_STAMPED = frozenset({"order", "form"})


class Mixer(Protocol):
    """What plays files."""

    def play(self, file: Path, volume: float) -> None:
        """Play a file at a volume of 0 to 1; what cannot be played is left out."""

    def stop(self) -> None:
        """Be silent at once."""


class Heard(NamedTuple):
    """What of the stage can be heard when it changes; `place` is a scene's id where that has a sound."""

    screen: int
    pages: int
    steps: int
    place: str
    paper: str
    is_letter: bool


class SystemMixer:
    """The sound device of the system, opened when the first sound is to be heard."""

    def __init__(self) -> None:
        self._is_open: bool | None = None
        self._files: dict[Path, pygame.mixer.Sound] = {}

    def play(self, file: Path, volume: float) -> None:
        """Play a file; no device, and a file that is missing or damaged, are no errors."""
        try:
            if self._is_open is None:
                self._is_open = False
                pygame.mixer.init(frequency=16000, size=-16, channels=1, buffer=1024)
                self._is_open = True
            if self._is_open:
                if file not in self._files:
                    self._files[file] = pygame.mixer.Sound(file)
                pygame.mixer.stop()  # one at a time: quiet, and never a noise
                self._files[file].set_volume(volume)
                self._files[file].play()
        except (RuntimeError, OSError):
            return  # pygame.error and a Pygame without a mixer are both RuntimeErrors

    def stop(self) -> None:
        """Close the device: an open one costs the processor even in silence."""
        if self._is_open:
            self._files.clear()
            pygame.mixer.quit()
            self._is_open = None


class Sounds:
    """Plays what belongs to the changes of a stage, at the volume of the settings."""

    def __init__(self, folder: Path, mixer: Mixer | None = None) -> None:
        self._folder = folder
        self._mixer = mixer or SystemMixer()
        self._acts = -1
        self._volume = 0
        self._before: Heard | None = None

    def look(self, stage: Stage) -> None:
        """Play what the last action has brought; cheap where nothing has happened."""
        volume = stage.sitting.settings.sound_volume
        turned_up = volume > 0 and volume != self._volume
        if self._volume and not volume:
            self._mixer.stop()
        self._volume = volume
        if not volume or stage.is_over or (stage.acts == self._acts and not turned_up):
            return
        self._acts = stage.acts
        before, self._before = self._before, _heard(stage)
        cue = "turn" if turned_up else cue_of(before, self._before, stage.kit.theme.sounds)
        if cue:
            self.play(cue, stage)

    def play(self, cue: str, stage: Stage) -> None:
        """Play the sound that belongs to something; nothing where none does, or the volume is nothing."""
        name, volume = stage.kit.theme.sounds.get(cue, ""), stage.sitting.settings.sound_volume
        if name and volume:
            share = _UNDER_VOICE if stage.sitting.settings.reading_aloud else 1.0
            self._mixer.play(self._folder / f"{name}.wav", volume / 100 * share)


def cue_of(before: Heard | None, now: Heard, known: dict[str, str]) -> str:
    """Return what is heard of a change, a name under `[sounds]`; the strongest where there are several."""
    if before is None or before == now:
        return ""
    if now.place != before.place and now.place in known:
        return now.place
    if now.paper != before.paper and now.paper in known:
        return now.paper
    if now.steps > before.steps:
        return "take" if now.is_letter else "decide"
    return "turn" if now.pages != before.pages or now.screen != before.screen else ""


def _heard(stage: Stage) -> Heard:
    from game.desktop.screens.scene import SceneScreen

    top = stage.top
    if not isinstance(top, SceneScreen):
        return Heard(id(top), top.pages, 0, "", "", is_letter=False)
    moments = top.play.playthrough.moments
    view = top.view
    where = view.id if view.id in stage.kit.theme.sounds else view.place
    return Heard(id(top), top.pages, len(moments), where, _paper(view), moments[-1].kind == "letter")


def _paper(view: SceneView) -> str:
    """The paper of a page that has a sound: `telegram`, or `order` for whatever was stamped."""
    kinds = [passage.document for passage in view.passages if passage.document]
    if "telegram" in kinds:
        return "telegram"
    return "order" if _STAMPED & set(kinds) else ""

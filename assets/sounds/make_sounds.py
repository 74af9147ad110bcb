"""Makes the sounds of the game from nothing but arithmetic: run it here, and it writes the WAV files anew.

    python3 make_sounds.py

Mono, 16 bit, 16000 samples a second. The noise is a fixed sequence, so that every run writes the same bytes.

All are about equally loud, and quiet. Measured with another program than this one (A-weighted level of the
loudest eighth of a second, decibels under full scale): boots, page, stamp and typewriter 27.7 to 26.8,
telephone and wind, which go on for seconds, 29.6 and 29.8. Peaks lie between 21.6 (telephone) and 6.4
(stamp); nothing is clipped, every sound begins and ends at zero, and its mean is under 0.0002 of full scale.
Lengths in seconds: stamp 0.36, page 0.37, typewriter 0.64, telephone 2.6, boots 2.8, wind 6.
"""

from __future__ import annotations

import math
import random
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

RATE = 16000
Wave = list[float]


def noise(seconds: float, seed: int) -> Wave:
    """Return hiss; the same for the same seed."""
    chance = random.Random(seed)
    return [chance.uniform(-1, 1) for _ in range(round(seconds * RATE))]


def tone(seconds: float, pitch: Callable[[float], float]) -> Wave:
    """Return a sine whose pitch (hertz) may change with time."""
    phase, found = 0.0, []
    for at in range(round(seconds * RATE)):
        phase += pitch(at / RATE) / RATE
        found.append(math.sin(2 * math.pi * phase))
    return found


def shaped(sound: Wave, loudness: Callable[[float], float]) -> Wave:
    """Give a sound its loudness over time."""
    return [value * loudness(at / RATE) for at, value in enumerate(sound)]


def struck(fall: float, rise: float = 0.001) -> Callable[[float], float]:
    """The loudness of something struck: up in `rise` seconds, down to a third every `fall`."""
    return lambda t: min(1.0, t / rise) * math.exp(-t / fall)


def dull(sound: Wave, cutoff: float) -> Wave:
    """Leave out what is higher than `cutoff` hertz, gently."""
    share, kept, found = 1 - math.exp(-2 * math.pi * cutoff / RATE), 0.0, []
    for value in sound:
        kept += share * (value - kept)
        found.append(kept)
    return found


def thin(sound: Wave, cutoff: float) -> Wave:
    """Leave out what is lower than `cutoff` hertz."""
    return [value - low for value, low in zip(sound, dull(sound, cutoff), strict=True)]


def mixed(*parts: tuple[float, float, Wave]) -> Wave:
    """Lay sounds over each other: each begins after so many seconds, as loud as said."""
    length = max(round(start * RATE) + len(sound) for start, _, sound in parts)
    found = [0.0] * length
    for start, loud, sound in parts:
        first = round(start * RATE)
        for at, value in enumerate(sound):
            found[first + at] += loud * value
    return found


def key(seed: int) -> Wave:
    """One type bar: a click, the blow on the platen, a little ring of the frame."""
    click = shaped(thin(noise(0.03, seed), 2600), struck(0.004))
    blow = shaped(dull(noise(0.08, seed + 1), 900), struck(0.016))
    ring = shaped(tone(0.1, lambda t: 2350.0), struck(0.02))
    return mixed((0, 0.5, click), (0.012, 1.6, blow), (0.012, 0.06, ring))


def typewriter() -> Wave:
    """Five letters, the last two in a hurry."""
    return mixed(*((at, 1 - 0.15 * (n % 3), key(11 * n)) for n, at in enumerate((0, 0.13, 0.24, 0.42, 0.53))))


def stamp() -> Wave:
    """A rubber stamp: the blow, the table under it, and lifted again."""
    thud = shaped(tone(0.25, lambda t: 140 - 160 * t), struck(0.04, 0.002))
    wood = shaped(dull(noise(0.12, 5), 900), struck(0.02))
    knocks = [tone(0.12, lambda t, p=p: p) for p in (230.0, 410.0, 640.0)]  # type: ignore[misc]
    table = mixed(*((0, 0.5, shaped(knock, struck(0.022))) for knock in knocks))
    lifted = shaped(thin(dull(noise(0.1, 6), 2500), 600), struck(0.03, 0.02))
    return mixed((0, 0.35, thud), (0, 1.5, wood), (0, 0.5, table), (0.26, 0.25, lifted))


def telephone() -> Wave:
    """A bell with two gongs that rings once, and long: a trunk call; far away, behind a door."""
    strikes = [n * 0.052 for n in range(42)]
    gongs = (1180.0, 1410.0)
    parts = []
    for n, at in enumerate(strikes):
        low = gongs[n % 2]
        bell = mixed(
            (0, 1, shaped(tone(0.5, lambda t, low=low: low), struck(0.13))),  # type: ignore[misc]
            (0, 0.5, shaped(tone(0.3, lambda t, low=low: low * 2.71), struck(0.06))),  # type: ignore[misc]
        )
        parts.append((at, 0.4, bell))
    return dull(mixed(*parts), 2200)


def boots() -> Wave:
    """Two pairs of boots that come up a stair of stone, and stop."""
    parts = []
    for step in range(6):
        heel = shaped(dull(noise(0.12, 40 + step), 420), struck(0.025, 0.003))
        sole = shaped(thin(dull(noise(0.09, 60 + step), 1800), 300), struck(0.03, 0.01))
        at, loud = step * 0.52 + 0.03 * (step % 2), 0.45 + 0.11 * step
        parts += [(at, 3 * loud, heel), (at + 0.07, 0.5 * loud, sole)]
        if step % 2 == 0:
            parts.append((at + 0.21, 1.7 * loud, shaped(dull(noise(0.12, 80 + step), 380), struck(0.025))))
    return mixed(*parts)


def wind() -> Wave:
    """Wind in wires: a hum that rises and sinks under a rush."""
    long = 6.0

    def gust(t: float) -> float:
        return math.sin(math.pi * t / long) ** 2 * (0.7 + 0.3 * math.sin(2 * math.pi * t / 1.7))

    rush = shaped(thin(dull(noise(long, 91), 500), 120), gust)
    hum = shaped(tone(long, lambda t: 196 + 6 * math.sin(2 * math.pi * t / 2.3)), gust)
    over = shaped(tone(long, lambda t: 393 + 9 * math.sin(2 * math.pi * t / 3.1)), gust)
    return mixed((0, 1.4, rush), (0, 0.16, hum), (0, 0.07, over))


def page() -> Wave:
    """A sheet turned over."""

    def sweep(t: float) -> float:
        return math.sin(math.pi * min(1, t / 0.3)) ** 2 * (0.6 + 0.4 * math.sin(2 * math.pi * 17 * t))

    rustle = shaped(thin(dull(noise(0.3, 3), 5200), 1400), sweep)
    laid = shaped(dull(noise(0.1, 4), 600), struck(0.02))
    return mixed((0, 0.7, rustle), (0.27, 0.8, laid))


def loudness(sound: Wave) -> float:
    """Return how loud the loudest eighth of a second is to an ear, in decibels under full scale.

    The weighting is that of a sound level meter (A, without the part above 12 kHz, where there is nothing).
    """
    heard = [value * 1.2589 for value in sound]
    for cutoff in (20.6, 20.6, 107.7, 737.9):
        heard = thin(heard, cutoff)
    window = RATE // 8
    power, most = 0.0, 1e-12
    for at, value in enumerate(heard):
        power += value**2 - (heard[at - window] ** 2 if at >= window else 0.0)
        most = max(most, power / window)
    return 10 * math.log10(most)


def written(sound: Wave, path: Path, loud: float) -> None:
    """Write a sound as loud as said (see `loudness`), without the lowest depths, faded at its ends."""
    sound = thin(thin(sound, 60), 60)
    fade = min(320, len(sound) // 4)
    last = len(sound) - 1
    sound = [value * min(1.0, at / 20, (last - at) / fade) for at, value in enumerate(sound)]
    gain = 10 ** ((loud - loudness(sound)) / 20)
    samples = array("h", (round(32767 * gain * value) for value in sound))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


STRUCK, LASTING = -28.0, -31.0
"""How loud the short sounds are, and those that go on for seconds."""

SOUNDS = {
    "typewriter": (typewriter, STRUCK),
    "stamp": (stamp, STRUCK),
    "telephone": (telephone, LASTING),
    "boots": (boots, STRUCK),
    "wind": (wind, LASTING),
    "page": (page, STRUCK),
}

if __name__ == "__main__":
    for name, (make, loud) in SOUNDS.items():
        written(make(), Path(__file__).parent / f"{name}.wav", loud)

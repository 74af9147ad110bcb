"""A pack's photograph as a picture that stands upright, as browsers show it. No display is needed."""

from __future__ import annotations

import io

import pygame

_MIRRORED = frozenset({2, 5, 7})
_ANGLES = {3: 180, 5: 90, 6: -90, 7: -90, 8: 90}
"""Degrees to the left by orientation, after mirroring."""


def upright(source: bytes, size: tuple[int, int]) -> pygame.Surface:
    """Draw a photograph in the size that it has when it stands upright. Raises pygame.error."""
    from game.pages.upright import orientation  # few packs have photographs

    turn = orientation(source)
    lying = (size[1], size[0]) if turn > 4 else size
    picture = pygame.image.load(io.BytesIO(source))
    if picture.get_bytesize() < 3:  # grey, or a table of colours: they cannot be made smaller as they are
        picture = picture.convert(pygame.Surface((1, 1), pygame.SRCALPHA))
    # Smaller first: turning twelve million pixels takes longer.
    picture = pygame.transform.smoothscale(picture, lying)
    picture = pygame.transform.flip(picture, turn in _MIRRORED, turn == 4)
    return pygame.transform.rotate(picture, _ANGLES.get(turn, 0))

"""A route as SVG path data: the line, its heads, and where on it a label may sit."""

from __future__ import annotations

import math

from game.mapping.layout import Point, Route

HEAD_LENGTH, HEAD_HALF = 11.0, 5.5
"""A head's length, and half its breadth, in pixels."""


def moved(route: Route, x: float, y: float) -> Route:
    """Return the route shifted by so many pixels."""

    def there(point: Point | None) -> Point | None:
        return None if point is None else (point[0] + x, point[1] + y)

    curve = tuple((a + x, b + y) for a, b in route.curve)
    return Route(curve, there(route.head), there(route.tail), there(route.tag))


def line(route: Route) -> str:
    """Return the path data of the line."""
    return f"M{_pair(route.curve[0])} C{' '.join(_pair(point) for point in route.curve[1:])}"


def heads(route: Route) -> str:
    """Return the path data of the heads: triangles from where the line ends to the tips."""
    found = [_head(route.head, route.curve[-1])] if route.head else []
    found += [_head(route.tail, route.curve[0])] if route.tail else []
    return " ".join(found)


def middle(route: Route) -> Point:
    """Return the middle of the curve's middle piece: near enough for a label."""
    pieces = (len(route.curve) - 1) // 3
    a, b, c, d = route.curve[3 * (pieces // 2) :][:4]
    return (a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8


def _head(tip: Point, base: Point) -> str:
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    long = math.hypot(dx, dy) or 1.0
    dx, dy = dx / long, dy / long
    back = (tip[0] - dx * HEAD_LENGTH, tip[1] - dy * HEAD_LENGTH)
    left = (back[0] - dy * HEAD_HALF, back[1] + dx * HEAD_HALF)
    right = (back[0] + dy * HEAD_HALF, back[1] - dx * HEAD_HALF)
    return f"M{_pair(tip)} L{_pair(left)} L{_pair(right)} Z"


def _pair(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"

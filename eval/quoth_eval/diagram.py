"""Reliability diagrams and curves of risk against coverage, as SVG."""

SIDE, GAP, LEFT, TOP = 240, 80, 56, 34
INK, FAINT, FIRST, SECOND = "#333333", "#bbbbbb", "#1f6fb2", "#c8571b"
FEWEST = 0.01  # Share of the answers.
FONT = 'font-family="sans-serif" font-size="12"'


def number(value):
    return f"{value:.1f}".removesuffix(".0")


class Panel:
    """A square with both axes from 0 to `top` (down) and 0 to 1 (across)."""

    def __init__(self, position, title, across, down, top=1.0):
        self.left = LEFT + position * (SIDE + GAP)
        self.top = top
        self.parts = [
            f'<rect x="{self.left}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{FAINT}"/>',
            self.text(self.left + SIDE / 2, TOP - 12, title, "middle", INK, "bold"),
            self.text(self.left + SIDE / 2, TOP + SIDE + 34, across, "middle"),
            f'<text transform="translate({self.left - 42} {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle" fill="{INK}" {FONT}>{down}</text>',
        ]
        for step in range(6):
            x, y = self.place(step / 5, step / 5 * top)
            self.parts.append(self.text(x, TOP + SIDE + 16, f"{step / 5:.1f}", "middle"))
            self.parts.append(self.text(self.left - 6, y + 4, f"{step / 5 * top:.2f}".removesuffix("0"), "end"))

    @staticmethod
    def text(x, y, words, anchor="start", color=INK, weight="normal"):
        return f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}" fill="{color}" font-weight="{weight}" {FONT}>{words}</text>'

    def place(self, across, down):
        return self.left + across * SIDE, TOP + SIDE - min(down / self.top, 1.0) * SIDE

    def line(self, points, color, dashed=False):
        path = " ".join(f"{number(x)},{number(y)}" for x, y in (self.place(*point) for point in points))
        dashes = ' stroke-dasharray="4 4"' if dashed else ""
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="1.5"{dashes}/>')

    def dot(self, across, down, radius, color):
        x, y = self.place(across, down)
        self.parts.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{color}" fill-opacity="0.75"/>')

    def legend(self, row, color, words):
        y = TOP + 18 + 18 * row
        self.parts.append(f'<line x1="{self.left + 10}" y1="{y - 4}" x2="{self.left + 30}" y2="{y - 4}" stroke="{color}" stroke-width="2"/>')
        self.parts.append(self.text(self.left + 36, y, words))


def reliability(position, title, bins):
    """A dot a bin: mean probability across, share of right ones down, area by count. `bins` hold (probability, right). The line leaves out bins
    with so few answers that they show chance alone."""
    panel = Panel(position, title, "confidence", "share right")
    panel.line([(0, 0), (1, 1)], FAINT, dashed=True)
    count = sum(map(len, bins))
    points = [(sum(p for p, _ in one) / len(one), sum(r for _, r in one) / len(one), len(one)) for one in bins if one]
    panel.line([(across, down) for across, down, size in points if size >= FEWEST * count], FIRST)
    for across, down, size in points:
        panel.dot(across, down, 2 + 16 * (size / count) ** 0.5, FIRST)
    return panel


def thinned(curve):
    """The curve from one part in forty on: less coverage shows nothing but chance."""
    shown = [point for point in curve if point[0] >= 0.025]
    return shown[:: max(1, len(shown) // 150)] + shown[-1:]


def risk(position, curves, top):
    """`curves` are [(name, points)], at most two."""
    panel = Panel(position, "risk and coverage", "share of answers kept, surest first", "share wrong among them", top)
    for row, (color, (name, points)) in enumerate(zip((FIRST, SECOND), curves)):
        panel.line(thinned(points), color)
        panel.legend(row, color, name)
    return panel


def drawing(panels):
    width, height = LEFT + len(panels) * (SIDE + GAP), TOP + SIDE + 48
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">']
    lines.append(f'<rect width="{width}" height="{height}" fill="#ffffff"/>')
    lines += [part for panel in panels for part in panel.parts]
    return "\n".join([*lines, "</svg>", ""])

// Where the names of a small graph stand: they push one another apart, edges pull, the one whom the page is about stays in the
// middle. No chance is in it: the same graph is always drawn the same way. Sized for some thirty names; the work grows with the
// square of their number.
import type { Profile } from "../api/types";

export interface Point {
  x: number;
  y: number;
}

export const WIDTH = 720;
const HEIGHT = 460;
/** Room for half a name at either side. */
const MARGIN = 90;
const STEPS = 240;
/** Names are wide and low: the same distance is nearer sideways. */
const STRETCH = 1.9;

export function layout(graph: Profile["graph"], centre: number): Map<number, Point> {
  const points = new Map<number, Point>();
  const others = graph.nodes.filter((node) => node.identity !== centre);
  others.forEach((node, place) => {
    const turn = (2 * Math.PI * place) / Math.max(1, others.length) + 0.3;
    const reach = 0.75 + 0.25 * (place % 2);
    points.set(node.identity, { x: STRETCH * 130 * reach * Math.cos(turn), y: 130 * reach * Math.sin(turn) });
  });
  points.set(centre, { x: 0, y: 0 });

  const edges = graph.edges.filter((edge) => points.has(edge.from) && points.has(edge.to) && edge.from !== edge.to);
  for (let step = 0; step < STEPS; step++) {
    relax(points, edges, centre, 1 - step / STEPS);
  }
  for (const point of points.values()) {
    point.x += WIDTH / 2;
    point.y += HEIGHT / 2;
  }
  return points;
}

/** The part of the picture that has something in it, top and bottom. */
export function extent(points: Map<number, Point>): { top: number; height: number } {
  const heights = [...points.values()].map((point) => point.y);
  const top = Math.min(...heights) - 30;
  return { top, height: Math.max(...heights) + 45 - top };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function relax(points: Map<number, Point>, edges: { from: number; to: number }[], centre: number, heat: number): void {
  const entries = [...points];
  const moves = new Map<number, Point>(entries.map(([identity]) => [identity, { x: 0, y: 0 }]));
  const push = (identity: number, x: number, y: number): void => {
    const move = moves.get(identity);
    if (!move) return;
    move.x += x;
    move.y += y;
  };
  entries.forEach(([one, a], place) => {
    for (const [two, b] of entries.slice(place + 1)) {
      const x = (a.x - b.x) / STRETCH;
      const y = a.y - b.y;
      const square = Math.max(36, x * x + y * y);
      const force = 5200 / square / Math.sqrt(square);
      push(one, x * force * STRETCH, y * force);
      push(two, -x * force * STRETCH, -y * force);
    }
  });
  for (const { from, to } of edges) {
    const a = points.get(from);
    const b = points.get(to);
    if (!a || !b) continue;
    const x = (b.x - a.x) / STRETCH;
    const y = b.y - a.y;
    const distance = Math.max(1, Math.hypot(x, y));
    const force = (0.02 * (distance - 120)) / distance;
    push(from, x * force * STRETCH, y * force);
    push(to, -x * force * STRETCH, -y * force);
  }
  for (const [identity, point] of entries) {
    const move = moves.get(identity);
    if (!move || identity === centre) continue;
    point.x = clamp((point.x + clamp(move.x, -20, 20) * heat) * 0.999, MARGIN - WIDTH / 2, WIDTH / 2 - MARGIN);
    point.y = clamp((point.y + clamp(move.y, -20, 20) * heat) * 0.998, 30 - HEIGHT / 2, HEIGHT / 2 - 40);
  }
}

import { describe, expect, it } from "vitest";
import { extent, layout, WIDTH } from "./layout";

function star(size: number) {
  const nodes = Array.from({ length: size }, (_, place) => ({ identity: place + 1, name: `n${place}`, quotations: place }));
  return { nodes, edges: nodes.slice(1).map((node) => ({ from: node.identity, to: 1, count: 1 })) };
}

describe("the graph's layout", () => {
  it("is the same each time, inside the picture, with room between names", () => {
    const points = layout(star(16), 1);
    expect([...points]).toEqual([...layout(star(16), 1)]);
    const all = [...points.values()];
    for (const point of all) {
      expect(point.x).toBeGreaterThan(60);
      expect(point.x).toBeLessThan(WIDTH - 60);
    }
    all.forEach((a, place) => {
      for (const b of all.slice(place + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30);
    });
    expect(extent(points).height).toBeLessThan(500);
  });

  it("draws somebody alone, and edges to nobody", () => {
    const points = layout({ nodes: [{ identity: 1, name: "a", quotations: 1 }], edges: [{ from: 1, to: 9, count: 1 }] }, 1);
    expect(points.size).toBe(1);
    expect(points.get(1)?.x).toBe(WIDTH / 2);
  });
});

// The edges between two places as one line; those of an expanded place one by one.

const STRONGEST = 160;

/** How many shown nodes each place holds, its inner places included. */
export function heldBy(scene, nodeMask) {
  const held = new Uint32Array(scene.places.count);
  for (let i = 0; i < scene.nodes.count; i += 1) {
    if (!nodeMask[i]) continue;
    const place = scene.nodes.place[i];
    held[place] += 1;
    if (scene.places.parent[place] >= 0) held[scene.places.parent[place]] += 1;
  }
  return held;
}

/** The shown edges: `raw` those with an end in an expanded place, `bundles` the rest by pair of places. */
export function gathered(view) {
  const { scene, edgeMask, expanded } = view;
  const { source, target } = scene.edges;
  const place = scene.nodes.place;
  const many = scene.places.count;
  const pairs = new Map();
  const raw = [];
  for (let j = 0; j < scene.edges.count; j += 1) {
    if (!edgeMask[j]) continue;
    const a = place[source[j]];
    const b = place[target[j]];
    if (expanded.has(a) || expanded.has(b)) {
      raw.push(j);
    } else if (a !== b) {
      const key = a < b ? a * many + b : b * many + a;
      pairs.set(key, (pairs.get(key) || 0) + 1);
    }
  }
  const all = [...pairs].map(([key, count]) => ({ a: Math.floor(key / many), b: key % many, count }));
  all.sort((one, other) => other.count - one.count || one.a - other.a || one.b - other.b);
  return { raw, bundles: all.slice(0, STRONGEST) };
}

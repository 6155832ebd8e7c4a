"use strict";
// The details of what is selected: facts, connections, and the claims with their sources.

function badges(thing) {
  return thing.synthetic ? [make("span", "badge", say("mark_synthetic"))] : [];
}

function factList(facts) {
  const list = make("dl");
  for (const fact of facts) {
    list.append(make("dt", "", say(`fact_${fact.name}`)), make("dd", "", inLanguage(fact.value)));
  }
  return list;
}

/** Names in the languages that the title does not show. */
function nameFacts(node) {
  const given = ["ru", "en", "uz"].map((lang) => ({ lang, name: node.names[lang] }));
  const facts = given
    .filter(({ name }) => name && name !== inLanguage(node.title))
    .map(({ lang, name }) => ({ name: `name_${lang}`, value: { ru: name, en: name } }));
  const aliases = node.names.aliases.join("; ");
  return aliases ? [...facts, { name: "aliases", value: { ru: aliases, en: aliases } }] : facts;
}

/** An address: a link where it is one of the web, plain text otherwise. */
function address(text) {
  if (!/^https?:\/\//i.test(text)) return make("p", "small", text);
  const link = make("a", "", text);
  link.href = text;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return make("p", "small", "", link);
}

function claimDetails(claim) {
  const percent = Math.round(claim.confidence * 100);
  return [
    say("claim_published", { date: inLanguage(claim.published) }),
    say("claim_locator", { locator: inLanguage(claim.locator) }),
    say("claim_asserted", { date: inLanguage(claim.asserted) }),
    `${inLanguage(claim.status)}; ${say("claim_confidence", { percent })}`,
    ...(claim.note ? [say("claim_note", { note: claim.note })] : []),
  ];
}

function claimBlock(claim) {
  const block = make("article", "claim");
  block.append(make("p", "small", inLanguage(claim.kind)), make("p", "source", claim.title));
  if (claim.quote) block.append(make("blockquote", "", claim.quote));
  claimDetails(claim).forEach((line) => block.append(make("p", "small", line)));
  if (claim.address) block.append(address(claim.address));
  return block;
}

function evidence(thing) {
  const known = thing.evidence.map((id) => CLAIMS.get(id)).filter(Boolean);
  const blocks = known.map(claimBlock);
  return blocks.length ? blocks : [make("p", "", say("evidence_none"))];
}

function connection(edge, from) {
  const directed = BASE.get(edge.id).arrows === "to";
  const arrow = directed ? (edge.source === from ? "→" : "←") : "—";
  const about = [say(`edge_${edge.kind}`), inLanguage(edge.label), inLanguage(edge.dates)].filter(Boolean).join(" · ");
  const entry = button("", () => select(edge.id));
  entry.append(make("span", "", `${arrow} ${inLanguage(NODES.get(otherEnd(edge, from)).title)}`), make("small", "", about));
  return make("li", "", "", entry);
}

function connections(node) {
  const edges = edgesOf(node.id);
  if (!edges.length) return [];
  const list = make("ul");
  list.append(...edges.map((edge) => connection(edge, node.id)));
  return [make("h3", "", `${say("connections")}: ${edges.length}`), list];
}

function ends(edge) {
  const list = make("ul");
  for (const [key, id] of [["column_from", edge.source], ["column_to", edge.target]]) {
    const entry = button("", () => select(id));
    entry.append(make("small", "", say(key)), make("span", "", inLanguage(NODES.get(id).title)));
    list.append(make("li", "", "", entry));
  }
  return [list];
}

function section(title, parts) {
  return parts.length ? [make("h3", "", title), ...parts] : [];
}

function fillPanel(panel, id) {
  const node = NODES.get(id);
  const thing = node || EDGES.get(id);
  const facts = node ? [...nameFacts(node), ...node.facts] : thing.facts;
  const kind = make("p", "kind", say(`${node ? "node" : "edge"}_${thing.kind}`), ...badges(thing));
  kind.style.color = node ? DATA.colours.nodes[thing.kind] : DATA.colours.edges[thing.kind];
  const close = button("×", () => select(null));
  close.className = "close";
  close.setAttribute("aria-label", say("close"));
  const title = node ? inLanguage(node.title) : inLanguage(thing.label) || edgeName(thing);
  panel.replaceChildren(close, kind, make("h2", "", title));
  if (!node) panel.append(...ends(thing));
  panel.append(...section(say("facts"), facts.length ? [factList(facts)] : []));
  panel.append(...section(`${say("evidence")}: ${thing.evidence.length}`, evidence(thing)));
  if (node) panel.append(...connections(node));
}

/** Shows what is selected, or nothing. */
function showPanel() {
  const panel = byId("panel");
  panel.hidden = state.selected === null;
  if (panel.hidden) panel.replaceChildren();
  else fillPanel(panel, state.selected);
  panel.scrollTop = 0;
}

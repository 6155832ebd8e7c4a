/*
name: undated
title:
  ru: Какие утверждения без даты
  en: Which claims have no date
explanation:
  ru: >-
    Утверждения, про которые неизвестно, на какой год они верны. При разногласии источников они уступают датированным;
    дату стоит уточнить.
  en: >-
    Claims of which it is not known for what year they hold. Where sources disagree they give way to dated ones; the date
    is worth finding out.
group: quality
tags: [quality]
columns:
  kind: {meaning: {ru: вид утверждения, en: kind of claim}}
  about: {meaning: {ru: "предприятия, изделия, соглашения, кластеры, о которых оно говорит", en: "enterprises, products, agreements and clusters that it speaks of"}}
  status: {meaning: {ru: статус, en: status}}
  asserted: {meaning: {ru: дата (EDTF), en: date (EDTF)}}
  source: {meaning: {ru: источник, en: source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  locator: {meaning: {ru: место в источнике, en: place in the source}}
  note: {meaning: {ru: примечание, en: note}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (c:Claim)-[:FROM]->(s:Source)
WHERE c.asserted STARTS WITH 'XXXX'
RETURN c.kind AS kind,
       COLLECT {
         MATCH (c)-[:ABOUT]->(n:Enterprise|Product|Agreement|Cluster)
         RETURN coalesce(n.name_ru, n.name_en, n.subject, n.id, n.code) AS name ORDER BY name
       } AS about,
       c.status AS status,
       c.asserted AS asserted,
       s.title AS source,
       s.date AS published,
       s.address AS address,
       c.locator AS locator,
       c.note AS note,
       [c.id] AS claims
ORDER BY source, s.id, kind, locator, c.id
LIMIT 1001

/*
name: silent-agreements
title:
  ru: О каких соглашениях давно ничего не слышно
  en: Which agreements nothing was heard of for months
explanation:
  ru: >-
    Подписанные и действующие соглашения, о которых, как и о поставках между их сторонами, источники столько месяцев
    молчат. Срок считается от последней даты в утверждениях; неточная дата берётся по её концу.
  en: >-
    Signed and active agreements of which, as of supplies between their parties, sources have said nothing for so
    many months. Counted from the last date in the claims; an imprecise date counts by its end.
group: agreements
tags: [agreements, control]
cost:
  ru: >-
    Читает все узлы Agreement: молчание видно, только если спросить о каждом; соглашений тысячи.
  en: >-
    Reads every Agreement node: silence shows only where each is asked about; there are thousands.
parameters:
  months:
    type: integer
    meaning: {ru: сколько месяцев тишины, en: how many months of silence}
    unit: months
    default: 12
    example: 12
  day:
    type: date
    meaning: {ru: "на какой день; пусто — сегодня", en: "as of which day; empty for today"}
    default: ""
    example: "2026-06-30"
columns:
  last_heard: {meaning: {ru: "последняя дата в утверждениях (EDTF); пусто — даты нет", en: "last date in the claims (EDTF); empty where there is none"}}
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  parties: {meaning: {ru: все стороны, en: all parties}}
  subject: {meaning: {ru: предмет, en: subject}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении, en: claims about the agreement}}
*/
MATCH (a:Agreement)
WHERE a.status IN ['signed', 'active']
CALL (a) {
  MATCH (c:Claim)-[:ABOUT]->(a)
  RETURN c
  UNION
  MATCH (a)<-[:SIGNED]-(:Enterprise)-[s:SUPPLIES]-(other:Enterprise)
  WHERE EXISTS { (other)-[:SIGNED]->(a) }
  UNWIND s.claims AS id
  MATCH (c:Claim {id: id})
  RETURN c
}
WITH a, CASE WHEN NOT c.asserted STARTS WITH 'XXXX' THEN split(c.asserted, '/')[-1] END AS heard
WITH a, max(CASE heard WHEN '..' THEN NULL ELSE heard END) AS last_heard
WITH a, last_heard, CASE $day WHEN '' THEN date() ELSE date($day) END - duration('P' + toString($months) + 'M') AS limit
WHERE last_heard IS NULL OR left(last_heard + '-99-99', 10) < toString(limit)
RETURN last_heard,
       a.signed AS signed,
       a.kind AS kind,
       a.status AS status,
       COLLECT {
         MATCH (p)-[:SIGNED]->(a)
         RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS parties,
       a.subject AS subject,
       a.id AS agreement,
       a.claims AS claims
ORDER BY coalesce(last_heard, ''), agreement
LIMIT 1001

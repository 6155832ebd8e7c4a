/*
name: claims-of
title:
  ru: Что именно источники утверждают о предприятии
  en: What exactly sources state of an enterprise
explanation:
  ru: >-
    Каждое утверждение, в котором речь о предприятии: вид, дата, достоверность, источник, место в нём и цитата.
  en: >-
    Every claim that speaks of the enterprise: kind, date, confidence, source, the place in it and the quote.
group: provenance
tags: [provenance]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-9d9812c46f7899d7
columns:
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  source: {meaning: {ru: источник, en: source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  locator: {meaning: {ru: место в источнике, en: place in the source}}
  quote: {meaning: {ru: цитата, en: quote}}
  note: {meaning: {ru: примечание, en: note}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (:Enterprise {id: $enterprise})<-[:ABOUT]-(c:Claim)-[:FROM]->(s:Source)
RETURN c.kind AS kind,
       c.status AS status,
       c.asserted AS asserted,
       c.confidence AS confidence,
       s.title AS source,
       s.date AS published,
       s.address AS address,
       c.locator AS locator,
       c.quote AS quote,
       c.note AS note,
       [c.id] AS claims
ORDER BY kind, asserted DESC, source, s.id, locator, c.id
LIMIT 1001

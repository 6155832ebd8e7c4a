/*
name: why-agreement
title:
  ru: Откуда известно об этом соглашении
  en: On whose word an agreement is known
explanation:
  ru: >-
    Каждое утверждение о соглашении: источник, место в нём, цитата, статус, дата и достоверность.
  en: >-
    Every claim about an agreement: the source, the place in it, the quote, the status, the date and the confidence.
group: provenance
tags: [provenance, agreements]
parameters:
  agreement:
    type: string
    meaning: {ru: код соглашения, en: id of the agreement}
    example: agr-A002
columns:
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
MATCH (:Agreement {id: $agreement})<-[:ABOUT]-(c:Claim)-[:FROM]->(s:Source)
RETURN c.status AS status,
       c.asserted AS asserted,
       c.confidence AS confidence,
       s.title AS source,
       s.date AS published,
       s.address AS address,
       c.locator AS locator,
       c.quote AS quote,
       c.note AS note,
       [c.id] AS claims
ORDER BY confidence DESC, asserted DESC, c.id

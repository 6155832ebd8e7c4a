/*
name: why-makes
title:
  ru: "Откуда известно, что предприятие это выпускает"
  en: Why we believe that an enterprise makes a product
explanation:
  ru: >-
    Каждое утверждение об этом выпуске: источник, место в нём, цитата, дата и достоверность.
  en: >-
    Every claim about this production: the source, the place in it, the quote, the date and the confidence.
group: provenance
tags: [provenance, products]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-208f34dfe1e67880
  product:
    type: string
    meaning: {ru: код продукции, en: code of the product}
    example: combine-harvester
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
MATCH (:Enterprise {id: $enterprise})-[r:PRODUCES]->(:Product {code: $product})
UNWIND r.claims AS id
MATCH (c:Claim {id: id})-[:FROM]->(s:Source)
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

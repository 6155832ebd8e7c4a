/*
name: why
title:
  ru: Откуда известна связь двух предприятий
  en: Why we believe that two enterprises are linked
explanation:
  ru: >-
    Каждое утверждение, на котором держатся поставки, соглашения и владение между двумя предприятиями: источник, место в нём,
    цитата, дата и достоверность.
  en: >-
    Every claim behind the supply links, agreements and ownership between two enterprises: the source, the place in it, the
    quote, the date and the confidence.
group: provenance
tags: [provenance]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: одно предприятие, en: one enterprise}
    example: ent-8a19e9b050b4acbc
  other:
    type: enterprise
    meaning: {ru: другое предприятие, en: the other enterprise}
    example: ent-73459d4302063269
columns:
  relation: {meaning: {ru: "вид связи: SUPPLIES, MEMORANDUM или OWNS", en: "kind of link: SUPPLIES, MEMORANDUM or OWNS"}}
  product: {meaning: {ru: поставляемая продукция, en: what is supplied}}
  status: {meaning: {ru: статус по утверждению, en: status by the claim}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  confidence: {meaning: {ru: достоверность утверждения от 0 до 1, en: confidence of the claim from 0 to 1}}
  source: {meaning: {ru: источник, en: source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  locator: {meaning: {ru: место в источнике, en: place in the source}}
  quote: {meaning: {ru: цитата, en: quote}}
  note: {meaning: {ru: примечание, en: note}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (:Enterprise {id: $enterprise})-[r:SUPPLIES|MEMORANDUM|OWNS]-(:Enterprise {id: $other})
OPTIONAL MATCH (p:Product {code: r.product})
UNWIND r.claims AS id
MATCH (c:Claim {id: id})-[:FROM]->(s:Source)
RETURN type(r) AS relation,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
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
ORDER BY relation, coalesce(product, ''), confidence DESC, asserted DESC, c.id

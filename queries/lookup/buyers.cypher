/*
name: buyers
title:
  ru: Кому поставляет предприятие
  en: Whom an enterprise supplies
explanation:
  ru: >-
    Цепочка поставок вниз: покупатели предприятия, их покупатели и так далее, по одной связи в строке. Ярус 1 — прямые
    покупатели. Завершённая поставка показана со своим статусом, но дальше по ней цепочка не идёт.
  en: >-
    The supply chain downstream: the buyers of an enterprise, their buyers and so on, one link a row. Tier 1 are the
    direct buyers. An ended link is shown with its status, but the chain does not go on through it.
group: chains
tags: [chains]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие-поставщик, en: the enterprise that supplies}
    example: ent-208f34dfe1e67880
  tiers:
    type: integer
    meaning: {ru: "сколько ярусов, не больше 6", en: "how many tiers, at most 6"}
    unit: tiers
    default: 3
    example: 3
columns:
  tier: {meaning: {ru: ярус, en: tier}}
  enterprise: {meaning: {ru: покупатель, en: buyer}}
  id: {meaning: {ru: код покупателя, en: id of the buyer}}
  unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  supplier: {meaning: {ru: у кого покупает, en: from whom it buys}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус поставки, en: status of the link}}
  since: {meaning: {ru: первая поставка (EDTF), en: first delivery (EDTF)}}
  until: {meaning: {ru: последняя поставка (EDTF), en: last delivery (EDTF)}}
  claims: {meaning: {ru: утверждения о поставке, en: claims about the link}}
*/
MATCH path = (:Enterprise {id: $enterprise})-[:SUPPLIES*0..5]->(s:Enterprise)
WHERE all(link IN relationships(path) WHERE link.status <> 'ended')
WITH s, min(length(path)) + 1 AS tier
WHERE tier <= $tiers
MATCH (s)-[r:SUPPLIES]->(b:Enterprise)
OPTIONAL MATCH (p:Product {code: r.product})
RETURN tier,
       coalesce(b.name_ru, b.name_en, b.id) AS enterprise,
       b.id AS id,
       b:Placeholder AS unnamed,
       coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       r.status AS status,
       r.since AS since,
       r.until AS until,
       r.claims AS claims
ORDER BY tier, enterprise, id, supplier, supplier_id, coalesce(product_code, '')
LIMIT 1001

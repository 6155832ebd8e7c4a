/*
name: suppliers
title:
  ru: Кто поставляет предприятию
  en: Who supplies an enterprise
explanation:
  ru: >-
    Цепочка поставок вверх: поставщики предприятия, их поставщики и так далее, по одной связи в строке. Ярус 1 — прямые
    поставщики. Завершённая поставка показана со своим статусом, но дальше по ней цепочка не идёт.
  en: >-
    The supply chain upstream: the suppliers of an enterprise, their suppliers and so on, one link a row. Tier 1 are the
    direct suppliers. An ended link is shown with its status, but the chain does not go on through it.
group: chains
tags: [chains]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие-покупатель, en: the enterprise that buys}
    example: ent-208f34dfe1e67880
  tiers:
    type: integer
    meaning: {ru: "сколько ярусов, не больше 6", en: "how many tiers, at most 6"}
    unit: tiers
    default: 3
    example: 3
columns:
  tier: {meaning: {ru: ярус, en: tier}}
  enterprise: {meaning: {ru: поставщик, en: supplier}}
  id: {meaning: {ru: код поставщика, en: id of the supplier}}
  unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  buyer: {meaning: {ru: кому поставляет, en: whom it supplies}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус поставки, en: status of the link}}
  since: {meaning: {ru: первая поставка (EDTF), en: first delivery (EDTF)}}
  until: {meaning: {ru: последняя поставка (EDTF), en: last delivery (EDTF)}}
  claims: {meaning: {ru: утверждения о поставке, en: claims about the link}}
*/
MATCH path = (:Enterprise {id: $enterprise})<-[:SUPPLIES*0..5]-(b:Enterprise)
WHERE all(link IN relationships(path) WHERE link.status <> 'ended')
WITH b, min(length(path)) + 1 AS tier
WHERE tier <= $tiers
MATCH (b)<-[r:SUPPLIES]-(s:Enterprise)
OPTIONAL MATCH (p:Product {code: r.product})
RETURN tier,
       coalesce(s.name_ru, s.name_en, s.id) AS enterprise,
       s.id AS id,
       s:Placeholder AS unnamed,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       r.status AS status,
       r.since AS since,
       r.until AS until,
       r.claims AS claims
ORDER BY tier, enterprise, id, buyer, buyer_id, coalesce(product_code, '')
LIMIT 1001

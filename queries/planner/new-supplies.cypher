/*
name: new-supplies
title:
  ru: Какие поставки начались или подтверждены в регионе с этой даты
  en: Which supplies of a region began or were confirmed since a date
explanation:
  ru: >-
    Поставки с предприятиями региона, у которых первая поставка или последнее утверждение — этой даты или позже.
    Неточная дата берётся по её концу; завершённые поставки — в вопросе ended.
  en: >-
    Supply links with enterprises of a region whose first delivery or winning claim is of this date or later. An
    imprecise date counts by its end; for ended links there is the question ended.
group: change
tags: [change, chains, place]
cost:
  ru: >-
    Перебирает все поставки региона; у региона с тысячами предприятий это десятки тысяч связей.
  en: >-
    Goes through all supply links of the region; one with thousands of enterprises has tens of thousands.
parameters:
  region:
    type: string
    meaning: {ru: код региона (ISO 3166-2), en: code of the region (ISO 3166-2)}
    example: RU-ROS
  since:
    type: date
    meaning: {ru: с какой даты, en: since which date}
    example: "2020-01-01"
columns:
  since: {meaning: {ru: первая поставка (EDTF), en: first delivery (EDTF)}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  buyer: {meaning: {ru: покупатель, en: buyer}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения о поставке, en: claims about the link}}
*/
MATCH (:Region {code: $region})<-[:LOCATED_IN]-(:Enterprise)-[r:SUPPLIES]-(:Enterprise)
WHERE r.status <> 'ended' AND any(told IN [r.since, r.asserted] WHERE NOT told STARTS WITH 'XXXX'
  AND left(replace(split(told, '/')[-1], '..', '9999') + '-99-99', 10) >= $since)
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS b
OPTIONAL MATCH (p:Product {code: r.product})
RETURN r.since AS since,
       r.asserted AS asserted,
       coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       r.product AS product_code,
       r.status AS status,
       r.claims AS claims
ORDER BY asserted DESC, supplier, supplier_id, buyer, buyer_id, coalesce(product_code, '')
LIMIT 1001

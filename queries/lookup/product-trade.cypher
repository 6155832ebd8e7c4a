/*
name: product-trade
title:
  ru: Кто кому поставляет эту продукцию
  en: Who delivers this product to whom
explanation:
  ru: >-
    Все известные поставки одной продукции, с местом обеих сторон. Завершённая поставка показана со своим статусом.
  en: >-
    All known supply links of one product, with the country of both sides. An ended link is shown with its status.
group: chains
tags: [chains, products]
parameters:
  product:
    type: string
    meaning: {ru: код продукции, en: code of the product}
    example: diesel-engine
columns:
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  supplier_country: {meaning: {ru: страна поставщика по ISO 3166-1, en: country of the supplier by ISO 3166-1}}
  buyer: {meaning: {ru: покупатель, en: buyer}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  buyer_country: {meaning: {ru: страна покупателя по ISO 3166-1, en: country of the buyer by ISO 3166-1}}
  status: {meaning: {ru: статус, en: status}}
  since: {meaning: {ru: первая поставка (EDTF), en: first delivery (EDTF)}}
  until: {meaning: {ru: последняя поставка (EDTF), en: last delivery (EDTF)}}
  volume: {meaning: {ru: объём словами источника, en: volume in the words of the source}}
  value: {meaning: {ru: "стоимость, в единицах валюты", en: "value, in units of the currency"}}
  currency: {meaning: {ru: валюта (ISO 4217), en: currency (ISO 4217)}}
  claims: {meaning: {ru: утверждения о поставке, en: claims about the link}}
*/
MATCH (s:Enterprise)-[r:SUPPLIES {product: $product}]->(:Enterprise)
WITH s, collect(r) AS links
WITH s, links, coalesce(s.name_ru, s.name_en, s.id) AS supplier, s.id AS supplier_id
ORDER BY supplier, supplier_id
UNWIND links AS r
WITH s, supplier, supplier_id, r, endNode(r) AS b
WITH s, supplier, supplier_id, r, b, coalesce(b.name_ru, b.name_en, b.id) AS buyer, b.id AS buyer_id
ORDER BY supplier, supplier_id, buyer, buyer_id LIMIT 1001
OPTIONAL MATCH (s)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(home:Country)
OPTIONAL MATCH (b)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(abroad:Country)
RETURN supplier,
       supplier_id,
       s:Placeholder AS supplier_unnamed,
       home.code AS supplier_country,
       buyer,
       buyer_id,
       b:Placeholder AS buyer_unnamed,
       abroad.code AS buyer_country,
       r.status AS status,
       r.since AS since,
       r.until AS until,
       r.volume AS volume,
       r.value AS value,
       r.currency AS currency,
       r.claims AS claims
ORDER BY supplier, supplier_id, buyer, buyer_id
LIMIT 1001

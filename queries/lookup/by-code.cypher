/*
name: by-code
title:
  ru: Кто выпускает продукцию с таким кодом ОКПД2 или ТН ВЭД
  en: Who makes products of an OKPD2 or HS code
explanation:
  ru: >-
    Предприятия, выпускающие изделия с этим кодом или с любым кодом, который им начинается: «28.30» — вся
    сельскохозяйственная техника.
  en: >-
    Enterprises that make products of this code or of any that begins with it: 28.30 is all farm machinery.
group: who
tags: [who, products]
cost:
  ru: >-
    Читает все узлы Product: коды лежат списками, которые индекс не охватывает; изделий сотни.
  en: >-
    Reads every Product node: codes are kept in lists, which no index covers; there are hundreds of products.
parameters:
  code:
    type: string
    meaning: {ru: "код ОКПД2 или ТН ВЭД, или его начало", en: "OKPD2 or HS code, or its beginning"}
    example: "28.30"
columns:
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  codes: {meaning: {ru: подходящие коды, en: codes that match}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения о выпуске, en: claims about the production}}
*/
MATCH (p:Product)
WITH p, [code IN coalesce(p.okpd2, []) + coalesce(p.hs, []) WHERE code STARTS WITH $code] AS codes
WHERE size(codes) > 0
WITH p, codes, coalesce(p.name_ru, p.name_en, p.code) AS product, p.code AS product_code
ORDER BY product, product_code
MATCH (p)<-[r:PRODUCES]-(e:Enterprise)
WITH product, product_code, codes, r, e, coalesce(e.name_ru, e.name_en, e.id) AS enterprise, e.id AS id
ORDER BY product, product_code, enterprise, id LIMIT 1001
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN product,
       product_code,
       codes,
       enterprise,
       id,
       e:Placeholder AS unnamed,
       c.code AS country,
       r.status AS status,
       r.claims AS claims
ORDER BY product, product_code, enterprise, id

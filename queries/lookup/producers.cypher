/*
name: producers
title:
  ru: Кто выпускает изделие или мог бы выпускать
  en: Who makes a product, or might
explanation:
  ru: >-
    Сначала те, кто изделие выпускает (makes), затем те, кто его поставляет, хотя выпуск не назван (supplies), затем
    кандидаты (related): выпускают изделие, код которого (ОКПД2 или ТН ВЭД) тот же, шире или уже. Кандидат — повод спросить,
    а не факт.
  en: >-
    First those that make the product (makes), then those that supply it though no source says that they make it
    (supplies), then candidates (related): they make a product whose code (OKPD2 or HS) is the same, wider or narrower. A
    candidate is a reason to ask, not a fact.
group: who
tags: [products, gaps]
cost:
  ru: >-
    Читает все узлы Product: близость кодов индекс не знает; изделий сотни.
  en: >-
    Reads every Product node: no index knows how close codes are; there are hundreds of products.
parameters:
  product:
    type: string
    meaning: {ru: код изделия, en: code of the product}
    example: hydraulic-pump
columns:
  relation: {meaning: {ru: "makes, supplies или related", en: "makes, supplies or related"}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  product: {meaning: {ru: что выпускает или поставляет, en: what it makes or supplies}}
  product_code: {meaning: {ru: код изделия, en: code of the product}}
  buyer: {meaning: {ru: "кому поставляет (supplies)", en: whom it supplies (supplies)}}
  status: {meaning: {ru: статус выпуска или поставки, en: status of the production or the link}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  claims: {meaning: {ru: утверждения о выпуске или поставке, en: claims about the production or the link}}
*/
MATCH (wanted:Product {code: $product})
UNWIND range(1, 3) AS rank
WITH wanted, rank ORDER BY rank
CALL (wanted, rank) {
  WITH wanted, rank
  WHERE rank = 1
  MATCH (wanted)<-[r:PRODUCES]-(e:Enterprise)
  RETURN 'makes' AS relation, e, wanted AS p, r, null AS b
  UNION ALL
  WITH wanted, rank
  WHERE rank = 2
  MATCH (e:Enterprise)-[r:SUPPLIES {product: wanted.code}]->(b:Enterprise)
  WHERE NOT (e)-[:PRODUCES]->(wanted)
  RETURN 'supplies' AS relation, e, wanted AS p, r, b
  UNION ALL
  WITH wanted, rank
  WHERE rank = 3
  MATCH (p:Product)
  WHERE p <> wanted
    AND any(own IN coalesce(wanted.okpd2, []) + coalesce(wanted.hs, [])
            WHERE any(code IN coalesce(p.okpd2, []) + coalesce(p.hs, [])
                      WHERE code STARTS WITH own OR own STARTS WITH code))
  MATCH (p)<-[r:PRODUCES]-(e:Enterprise)
  WHERE NOT (e)-[:PRODUCES]->(wanted)
  RETURN 'related' AS relation, e, p, r, null AS b
}
WITH rank, relation, e, p, p.code AS product_code, r, r.confidence AS confidence, b,
     coalesce(e.name_ru, e.name_en, e.id) AS enterprise, e.id AS id, coalesce(b.id, '') AS other
ORDER BY rank, confidence DESC, enterprise, id, product_code, other LIMIT 1001
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN relation,
       enterprise,
       id,
       e:Placeholder AS unnamed,
       c.code AS country,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       product_code,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       r.status AS status,
       confidence,
       r.claims AS claims
ORDER BY rank, confidence DESC, enterprise, id, product_code, other
LIMIT 1001

/*
name: candidates
title:
  ru: Кто мог бы поставлять эту составляющую
  en: Who could deliver this input
explanation:
  ru: >-
    Предприятия, которые выпускают или поставляют саму составляющую (same) либо продукцию того же подкласса ОКПД2
    или подсубпозиции ТН ВЭД (class), с местом и кластерами. Кандидат — повод спросить, а не факт; баллы и причины
    даёт graphmodel gaps.
  en: >-
    Enterprises that make or supply the input itself (same) or a product of its OKPD2 subgroup or HS subheading
    (class), with place and clusters. A candidate is a reason to ask, not a fact; graphmodel gaps gives scores and
    reasons.
group: gaps
tags: [gaps, products]
cost:
  ru: >-
    Читает все узлы Product: близость кодов индекс не знает; изделий сотни. Затем перебирает всех, кто выпускает или
    поставляет подходящие: у ходовой составляющей их тысячи.
  en: >-
    Reads every Product node: no index knows how close codes are; there are hundreds of products. Then goes through all
    that make or supply those that fit: a common input has thousands.
parameters:
  product:
    type: string
    meaning: {ru: код составляющей, en: code of the input}
    example: gearbox
columns:
  nearness: {meaning: {ru: same или class, en: same or class}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  clusters: {meaning: {ru: кластеры, en: clusters}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  relation: {meaning: {ru: "выпускает или поставляет: makes или supplies", en: makes or supplies}}
  status: {meaning: {ru: статус, en: status}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  claims: {meaning: {ru: утверждения о выпуске или поставке, en: claims about the production or the link}}
*/
MATCH (wanted:Product {code: $product})
MATCH (p:Product)
WHERE p = wanted OR any(pair IN [[wanted.okpd2, p.okpd2], [wanted.hs, p.hs]]
  WHERE any(a IN [code IN coalesce(pair[0], []) | replace(code, '.', '')]
    WHERE any(b IN [code IN coalesce(pair[1], []) | replace(code, '.', '')]
      WHERE size(a) > 0 AND size(b) > 0 AND (
        left(a, 5) = left(b, 5) OR (size(a) < 5 AND b STARTS WITH a) OR (size(b) < 5 AND a STARTS WITH b)))))
WITH p, CASE WHEN p = wanted THEN 'same' ELSE 'class' END AS nearness ORDER BY nearness DESC
CALL (p) {
  CALL (p) {
    MATCH (p)<-[r:PRODUCES]-(e:Enterprise)
    WHERE r.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
    RETURN 'makes' AS relation, e, r
    UNION ALL
    MATCH (e:Enterprise)-[r:SUPPLIES {product: p.code}]->(b:Enterprise)
    WHERE r.status <> 'ended' AND e <> b AND coalesce(e.status, '') <> 'ended' AND coalesce(b.status, '') <> 'ended'
    RETURN 'supplies' AS relation, e, r
  }
  RETURN relation, e, max(r.confidence) AS confidence, min(r.status) AS status, collect(r) AS links
}
WITH nearness, p, p.code AS product_code, relation, e, confidence, status, links,
     coalesce(e.name_ru, e.name_en, e.id) AS enterprise, e.id AS id
ORDER BY nearness DESC, confidence DESC, enterprise, id, product_code, relation LIMIT 1001
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
CALL (links) {
  UNWIND links AS link
  UNWIND link.claims AS claim
  WITH claim ORDER BY claim
  RETURN collect(DISTINCT claim) AS claims
}
RETURN nearness,
       enterprise,
       id,
       e:Placeholder AS unnamed,
       c.code AS country,
       COLLECT {
         MATCH (e)-[:MEMBER_OF]->(k:Cluster)
         RETURN coalesce(k.name_ru, k.name_en, k.id) AS name ORDER BY name
       } AS clusters,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       product_code,
       relation,
       status,
       confidence,
       claims
ORDER BY nearness DESC, confidence DESC, enterprise, id, product_code, relation
LIMIT 1001

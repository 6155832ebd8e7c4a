/*
name: where-used
title:
  ru: Кому нужна эта составляющая
  en: Who needs this input
explanation:
  ru: >-
    Изделия, в состав которых она входит, и предприятия, которые их выпускают: возможные покупатели. Поставляется ли
    она им уже, показано отдельно.
  en: >-
    The products that require it and the enterprises that make them: possible buyers. Whether anybody delivers it to
    them already is shown.
group: chains
tags: [chains, products]
cost:
  ru: >-
    У каждого из показанных изготовителей смотрит, поставляют ли ему составляющую: у крупных поставщиков сотни.
  en: >-
    Looks for a delivery of the input to each maker that is shown: large ones have hundreds of suppliers.
parameters:
  product:
    type: string
    meaning: {ru: код составляющей, en: code of the input}
    example: hydraulic-cylinder
columns:
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  points: {meaning: {ru: баллы локализации (ПП РФ № 719), en: localisation points (Government decree 719)}}
  necessity: {meaning: {ru: необходимость, en: necessity}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  supplied: {meaning: {ru: предприятию её уже поставляют, en: somebody delivers it to the enterprise}}
  claims: {meaning: {ru: утверждения о составе и выпуске, en: claims about the recipe and the production}}
*/
MATCH (i:Product {code: $product})<-[r:REQUIRES]-(p:Product)
WITH i, p, max(r.points) AS points, collect(DISTINCT r.necessity) AS needed, collect(r.claims) AS recipes
WITH i, p, points, needed, recipes, coalesce(points, 0) AS weight,
     coalesce(p.name_ru, p.name_en, p.code) AS product, p.code AS product_code
ORDER BY weight DESC, product, product_code
MATCH (p)<-[made:PRODUCES]-(e:Enterprise)
WHERE made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH i, product, product_code, weight, points, needed, recipes, made, e,
     coalesce(e.name_ru, e.name_en, e.id) AS enterprise, e.id AS id
ORDER BY weight DESC, product, product_code, enterprise, id LIMIT 1001
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN product,
       product_code,
       points,
       COLLECT { UNWIND needed AS one RETURN one ORDER BY one } AS necessity,
       enterprise,
       id,
       e:Placeholder AS unnamed,
       c.code AS country,
       EXISTS { MATCH (e)<-[link:SUPPLIES {product: i.code}]-(:Enterprise) WHERE link.status <> 'ended' } AS supplied,
       COLLECT { UNWIND recipes + [made.claims] AS list UNWIND list AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
ORDER BY coalesce(points, 0) DESC, product, product_code, enterprise, id

/*
name: recipe
title:
  ru: Из чего состоит изделие
  en: What a product is made of
explanation:
  ru: >-
    Составляющие изделия, их составляющие и так далее, до трёх ярусов, с баллами локализации и числом предприятий,
    которые их выпускают.
  en: >-
    The inputs of a product, their inputs and so on, up to three tiers, with localisation points and the number of
    enterprises that make them.
group: chains
tags: [chains, products]
parameters:
  product:
    type: string
    meaning: {ru: код изделия, en: code of the product}
    example: tillage-implement
  tiers:
    type: integer
    meaning: {ru: "сколько ярусов, не больше 3", en: "how many tiers, at most 3"}
    unit: tiers
    default: 1
    example: 1
columns:
  tier: {meaning: {ru: ярус, en: tier}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  input: {meaning: {ru: составляющая, en: input}}
  input_code: {meaning: {ru: код составляющей, en: code of the input}}
  points: {meaning: {ru: баллы локализации (ПП РФ № 719), en: localisation points (Government decree 719)}}
  necessity: {meaning: {ru: необходимость, en: necessity}}
  condition: {meaning: {ru: "вариант продукции, которому нужна составляющая", en: the variant of the product that needs it}}
  makers: {meaning: {ru: сколько предприятий её выпускают, en: how many enterprises make the input}}
  claims: {meaning: {ru: утверждения о составе, en: claims about the recipe}}
*/
MATCH path = (:Product {code: $product})-[:REQUIRES*0..2]->(p:Product)
WITH p, min(length(path)) + 1 AS tier
WHERE tier <= $tiers
MATCH (p)-[r:REQUIRES]->(i:Product)
RETURN tier,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       COUNT { MATCH (i)<-[made:PRODUCES]-(:Enterprise) WHERE made.status <> 'ended' } AS makers,
       r.claims AS claims
ORDER BY tier, product, product_code, coalesce(points, 0) DESC, input, input_code, coalesce(condition, '')

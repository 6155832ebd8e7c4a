/*
name: localisation
title:
  ru: Какие составляющие изделия выпускают в стране
  en: Which inputs of a product a country makes
explanation:
  ru: >-
    Состав изделия с баллами локализации (ПП РФ № 719) и предприятиями страны, которые каждую составляющую
    выпускают. Пустой список — за этими баллами идти за границу или строить.
  en: >-
    The recipe of a product with localisation points (Government decree 719) and the enterprises of the country that
    make each input. An empty list: for these points one must go abroad or build.
group: gaps
tags: [gaps, products, place]
cost:
  ru: >-
    Узнаёт место каждого изготовителя каждой составляющей: у ходовой их тысячи.
  en: >-
    Learns the place of each maker of each input: a common one has thousands.
parameters:
  product:
    type: string
    meaning: {ru: код изделия, en: code of the product}
    example: combine-harvester
  country:
    type: string
    meaning: {ru: код страны (ISO 3166-1), en: code of the country (ISO 3166-1)}
    default: RU
    example: RU
columns:
  input: {meaning: {ru: составляющая, en: input}}
  input_code: {meaning: {ru: код составляющей, en: code of the input}}
  points: {meaning: {ru: баллы локализации (ПП РФ № 719), en: localisation points (Government decree 719)}}
  necessity: {meaning: {ru: необходимость, en: necessity}}
  condition: {meaning: {ru: "вариант продукции, которому нужна составляющая", en: the variant of the product that needs it}}
  makers: {meaning: {ru: "кто выпускает её в стране, первые сто", en: "who makes it in the country, the first hundred"}}
  elsewhere: {meaning: {ru: сколько изготовителей в других странах, en: how many makers there are in other countries}}
  claims: {meaning: {ru: утверждения о составе и об этом выпуске, en: claims about the recipe and this production}}
*/
MATCH (:Product {code: $product})-[r:REQUIRES]->(i:Product)
WITH i, collect(r) AS uses
CALL (i) {
  MATCH (i)<-[made:PRODUCES]-(e:Enterprise)
  WHERE made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
  MATCH (e)-[:LOCATED_IN]->(place)
  WITH made, left(place.code, 2) = $country AS here, coalesce(e.name_ru, e.name_en, e.id) AS maker, e.id AS id
  ORDER BY here DESC, maker, id
  RETURN collect(CASE WHEN here THEN maker END)[..100] AS makers,
         count(CASE WHEN NOT here THEN 1 END) AS elsewhere,
         [one IN collect(made)[..100] | one.claims] AS told
}
UNWIND uses AS r
WITH i, r, makers, elsewhere, told + [r.claims] AS lists
CALL (lists) {
  UNWIND lists AS list
  UNWIND list AS claim
  WITH claim ORDER BY claim
  RETURN collect(DISTINCT claim) AS claims
}
RETURN coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       makers,
       elsewhere,
       claims
ORDER BY coalesce(points, 0) DESC, input, input_code, coalesce(condition, '')

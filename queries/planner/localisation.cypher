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
  makers: {meaning: {ru: кто выпускает её в стране, en: who makes it in the country}}
  elsewhere: {meaning: {ru: сколько изготовителей в других странах, en: how many makers there are in other countries}}
  claims: {meaning: {ru: утверждения о составе и выпуске, en: claims about the recipe and the production}}
*/
MATCH (:Product {code: $product})-[r:REQUIRES]->(i:Product)
CALL (i) {
  MATCH (i)<-[made:PRODUCES]-(e:Enterprise)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
  WHERE made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
  WITH made, c, coalesce(e.name_ru, e.name_en, e.id) AS maker ORDER BY maker, e.id
  RETURN collect(CASE WHEN c.code = $country THEN maker END) AS makers,
         count(CASE WHEN c.code <> $country THEN 1 END) AS elsewhere,
         collect(made.claims) AS told
}
RETURN coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       makers,
       elsewhere,
       COLLECT { UNWIND told + [r.claims] AS list UNWIND list AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
ORDER BY coalesce(points, 0) DESC, input, input_code, coalesce(condition, '')

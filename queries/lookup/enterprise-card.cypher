/*
name: enterprise-card
title:
  ru: Что известно о предприятии
  en: What is known of an enterprise
explanation:
  ru: >-
    Имена, номера в реестрах, место, продукция и кластеры одного предприятия. Пусто — значит, ни один источник этого
    не говорит.
  en: >-
    The names, registry numbers, place, products and clusters of one enterprise. What is empty, no source says.
group: who
tags: [who]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-208f34dfe1e67880
columns:
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  name_en: {meaning: {ru: имя по-английски, en: English name}}
  name_uz: {meaning: {ru: имя по-узбекски, en: Uzbek name}}
  aliases: {meaning: {ru: другие имена, en: further names}}
  status: {meaning: {ru: статус, en: status}}
  inn: {meaning: {ru: ИНН, en: "INN, Russian taxpayer number"}}
  ogrn: {meaning: {ru: ОГРН, en: "OGRN, Russian registration number"}}
  stir: {meaning: {ru: СТИР, en: "STIR, Uzbek taxpayer number"}}
  lei: {meaning: {ru: "LEI, ISO 17442", en: "LEI, ISO 17442"}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  region: {meaning: {ru: "регион; страна, где регион не известен", en: "region; country where the region is not known"}}
  products: {meaning: {ru: что выпускает, en: what it makes}}
  clusters: {meaning: {ru: кластеры, en: clusters}}
  claims: {meaning: {ru: "утверждения о предприятии, месте, выпуске и участии", en: "claims about the enterprise, its place, production and memberships"}}
*/
MATCH (e:Enterprise {id: $enterprise})
OPTIONAL MATCH (e)-[:LOCATED_IN]->(place)
OPTIONAL MATCH (place)-[:PART_OF*0..1]->(c:Country)
RETURN coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       e.name_en AS name_en,
       e.name_uz AS name_uz,
       e.aliases AS aliases,
       e.status AS status,
       e.inn AS inn,
       e.ogrn AS ogrn,
       e.stir AS stir,
       e.lei AS lei,
       c.code AS country,
       coalesce(place.name_ru, place.name_en, place.code) AS region,
       COLLECT {
         MATCH (e)-[:PRODUCES]->(p:Product)
         RETURN coalesce(p.name_ru, p.name_en, p.code) AS name ORDER BY name
       } AS products,
       COLLECT {
         MATCH (e)-[:MEMBER_OF]->(k:Cluster)
         RETURN coalesce(k.name_ru, k.name_en, k.id) AS name ORDER BY name
       } AS clusters,
       COLLECT {
         MATCH (e)-[r:LOCATED_IN|PRODUCES|MEMBER_OF]->()
         UNWIND r.claims AS claim
         RETURN claim
         UNION
         UNWIND e.claims AS claim
         RETURN claim
       } AS claims
ORDER BY id

/*
name: orphans
title:
  ru: Какие предприятия ни с кем не связаны
  en: Which enterprises are linked with nobody
explanation:
  ru: >-
    Предприятия без поставок, соглашений, участия в кластерах и владения: источник их называет, но больше ничего не
    говорит. Список для поиска связей.
  en: >-
    Enterprises without supplies, agreements, memberships and ownership: a source names them and says no more. A
    list for finding links.
group: quality
tags: [quality]
cost:
  ru: >-
    Читает все узлы Enterprise: несвязанность индекс не показывает; у каждого узла смотрится только счётчик связей.
  en: >-
    Reads every Enterprise node: no index shows what is missing; of each node only the counts of its edges are read.
columns:
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  region: {meaning: {ru: "регион; страна, где регион не известен", en: "region; country where the region is not known"}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  products: {meaning: {ru: что выпускает, en: what it makes}}
  claims: {meaning: {ru: утверждения о предприятии, en: claims about the enterprise}}
*/
MATCH (e:Enterprise)
WHERE NOT (e)--(:Agreement) AND NOT (e)-[:SUPPLIES|MEMBER_OF|OWNS]-()
OPTIONAL MATCH (e)-[:LOCATED_IN]->(place)
OPTIONAL MATCH (place)-[:PART_OF*0..1]->(c:Country)
RETURN c.code AS country,
       coalesce(place.name_ru, place.name_en, place.code) AS region,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       COLLECT {
         MATCH (e)-[:PRODUCES]->(p:Product)
         RETURN coalesce(p.name_ru, p.name_en, p.code) AS name ORDER BY name
       } AS products,
       e.claims AS claims
ORDER BY country, region, enterprise, id
LIMIT 1001

/*
name: unnamed
title:
  ru: Каких предприятий источники не называют
  en: Which enterprises sources do not name
explanation:
  ru: >-
    Предприятия, о которых источники говорят, но не называют их: словами источника, с местом, кластерами, числом
    соглашений и источниками. Список для запросов на места: кто эти предприятия?
  en: >-
    Enterprises that sources speak of without naming them, in the words of the source, with place, clusters, number of
    agreements and sources. A list for asking the regions: who are they?
group: quality
tags: [quality]
cost:
  ru: >-
    Читает все узлы Placeholder: вопрос обо всех, кого источники не называют.
  en: >-
    Reads every Placeholder node: the question is about all that sources do not name.
columns:
  enterprise: {meaning: {ru: предприятие словами источника, en: the enterprise in the words of the source}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  region: {meaning: {ru: регион, en: region}}
  clusters: {meaning: {ru: кластеры, en: clusters}}
  agreements: {meaning: {ru: число соглашений, en: number of agreements}}
  sources: {meaning: {ru: источники, en: sources}}
  claims: {meaning: {ru: утверждения о предприятии, en: claims about the enterprise}}
*/
MATCH (e:Enterprise:Placeholder)
OPTIONAL MATCH (e)-[:LOCATED_IN]->(place)
OPTIONAL MATCH (place)-[:PART_OF*0..1]->(c:Country)
RETURN coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       true AS unnamed,
       c.code AS country,
       CASE WHEN place:Region THEN coalesce(place.name_ru, place.name_en, place.code) END AS region,
       COLLECT {
         MATCH (e)-[:MEMBER_OF]->(k:Cluster)
         RETURN coalesce(k.name_ru, k.name_en, k.id) AS name ORDER BY name
       } AS clusters,
       COUNT { (e)-[:SIGNED]->(:Agreement) } AS agreements,
       COLLECT {
         MATCH (e)<-[:ABOUT]-(:Claim)-[:FROM]->(s:Source)
         RETURN DISTINCT s.title AS title ORDER BY title
       } AS sources,
       e.claims AS claims
ORDER BY country, region, enterprise, id

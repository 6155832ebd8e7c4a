/*
name: without-place
title:
  ru: У каких предприятий не известно место
  en: Of which enterprises no place is known
explanation:
  ru: >-
    Предприятия, для которых ни один источник не называет ни региона, ни страны: они выпадают из всех вопросов о
    регионах и границах.
  en: >-
    Enterprises for which no source gives a region or country: they are missing from every question about regions
    and borders.
group: quality
tags: [quality, place]
cost:
  ru: >-
    Читает все узлы Enterprise: отсутствие места индекс не показывает; у каждого узла смотрится только счётчик
    связей.
  en: >-
    Reads every Enterprise node: no index shows what is missing; of each node only the counts of its edges are read.
columns:
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  agreements: {meaning: {ru: число соглашений, en: number of agreements}}
  supplies: {meaning: {ru: число поставок, en: number of supply links}}
  claims: {meaning: {ru: утверждения о предприятии, en: claims about the enterprise}}
*/
MATCH (e:Enterprise)
WHERE NOT (e)-[:LOCATED_IN]->()
RETURN coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       COUNT { (e)-[:SIGNED]->(:Agreement) } AS agreements,
       COUNT { (e)-[:SUPPLIES]-(:Enterprise) } AS supplies,
       e.claims AS claims
ORDER BY enterprise, id
LIMIT 1001

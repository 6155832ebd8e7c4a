/*
name: by-region
title:
  ru: Какие предприятия есть в регионе или стране
  en: Which enterprises a region or country has
explanation:
  ru: >-
    Предприятия региона, а по коду страны — всех её регионов, с тем, что они выпускают, и кластерами, в которых состоят.
    Код — по ISO 3166; где источник указывает другую страну, она стоит рядом.
  en: >-
    The enterprises of a region, or by the code of a country those of all its regions, with what they make and the clusters
    that they belong to. Codes are those of ISO 3166; where a source states another country, it stands beside.
group: who
tags: [who, place]
cost:
  ru: >-
    Упорядочивает все предприятия региона, а их бывают тысячи; показаны первые 1000.
  en: >-
    Puts all enterprises of a region in order, of which there may be thousands; the first 1,000 are shown.
parameters:
  region:
    type: string
    meaning: {ru: код региона (ISO 3166-2) или страны (ISO 3166-1), en: code of a region (ISO 3166-2) or country (ISO 3166-1)}
    example: RU-KDA
columns:
  region: {meaning: {ru: "регион; страна, где регион не известен", en: "region; country where the region is not known"}}
  country_as_stated: {meaning: {ru: "страна по источнику, где она иная", en: country by the source where it differs}}
  place: {meaning: {ru: место словами источника, en: place in the words of the source}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  status: {meaning: {ru: статус предприятия, en: status of the enterprise}}
  products: {meaning: {ru: что выпускает, en: what it makes}}
  clusters: {meaning: {ru: кластеры, en: clusters}}
  claims: {meaning: {ru: утверждения о предприятии и его месте, en: claims about the enterprise and its place}}
*/
MATCH (:Region|Country {code: $region})<-[:PART_OF*0..1]-(place)
WITH place, coalesce(place.name_ru, place.name_en, place.code) AS region
ORDER BY region
MATCH (place)<-[l:LOCATED_IN]-(e:Enterprise)
WITH l, e, region, coalesce(e.name_ru, e.name_en, e.id) AS enterprise, e.id AS id
ORDER BY region, enterprise, id LIMIT 1001
RETURN region,
       l.country_as_stated AS country_as_stated,
       l.place AS place,
       enterprise,
       id,
       e:Placeholder AS unnamed,
       e.status AS status,
       COLLECT {
         MATCH (e)-[:PRODUCES]->(p:Product)
         RETURN coalesce(p.name_ru, p.name_en, p.code) AS name ORDER BY name
       } AS products,
       COLLECT {
         MATCH (e)-[:MEMBER_OF]->(k:Cluster)
         RETURN coalesce(k.name_ru, k.name_en, k.id) AS name ORDER BY name
       } AS clusters,
       l.claims + [claim IN e.claims WHERE NOT claim IN l.claims] AS claims
ORDER BY region, enterprise, id

/*
name: members-by-region
title:
  ru: Сколько участников кластера в каждом регионе
  en: How many members of a cluster each region has
explanation:
  ru: >-
    Действующие участники кластера по странам и регионам: сколько всего и скольких источники не называют.
  en: >-
    Present members of a cluster by country and region: how many, and how many of them sources do not name.
group: who
tags: [who, cluster, place]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
columns:
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  region: {meaning: {ru: "регион; страна, где регион не известен", en: "region; country where the region is not known"}}
  members: {meaning: {ru: число участников, en: number of members}}
  unnamed_members: {meaning: {ru: из них не названы источниками, en: "of these, not named by sources"}}
  claims: {meaning: {ru: утверждения об участии и местах, en: claims about the memberships and places}}
*/
MATCH (:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)
WHERE m.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
OPTIONAL MATCH (e)-[l:LOCATED_IN]->(place)
OPTIONAL MATCH (place)-[:PART_OF*0..1]->(c:Country)
UNWIND m.claims + coalesce(l.claims, []) AS claim
WITH c.code AS country, place, e, claim ORDER BY claim
RETURN country,
       coalesce(place.name_ru, place.name_en, place.code) AS region,
       count(DISTINCT e) AS members,
       count(DISTINCT CASE WHEN e:Placeholder THEN e END) AS unnamed_members,
       collect(DISTINCT claim) AS claims
ORDER BY members DESC, country, region

/*
name: members
title:
  ru: Кто входит в кластер
  en: Who is in the cluster
explanation:
  ru: >-
    Участники кластера по странам и регионам. Участник, которого источник не называет, показан словами источника и
    помечен как не названный. Страна дана по ISO 3166, рядом — страна, которую указывает источник, где они расходятся.
  en: >-
    The members of a cluster by country and region. A member that the source does not name is shown in the words of the
    source and marked as unnamed. The country is that of ISO 3166; where the source states another one, it stands beside.
group: who
tags: [cluster, who]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: agromash-ru-uz
columns:
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  country_as_stated: {meaning: {ru: "страна по источнику, где она иная", en: country by the source where it differs}}
  region: {meaning: {ru: регион, en: region}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  role: {meaning: {ru: роль в кластере, en: part in the cluster}}
  status: {meaning: {ru: статус участия, en: status of the membership}}
  claims: {meaning: {ru: утверждения об участии и месте, en: claims about the membership and the place}}
*/
MATCH (:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)
OPTIONAL MATCH (e)-[l:LOCATED_IN]->(place)
OPTIONAL MATCH (place)-[:PART_OF*0..1]->(c:Country)
RETURN c.code AS country,
       l.country_as_stated AS country_as_stated,
       CASE WHEN place:Region THEN coalesce(place.name_ru, place.name_en, place.code) END AS region,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       m.role AS role,
       m.status AS status,
       m.claims + [claim IN coalesce(l.claims, []) WHERE NOT claim IN m.claims] AS claims
ORDER BY country, region, unnamed, enterprise, id
LIMIT 1001

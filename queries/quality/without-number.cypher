/*
name: without-number
title:
  ru: У каких участников кластера нет номера в реестре
  en: Which members of a cluster have no registry number
explanation:
  ru: >-
    Названные участники кластера без ИНН, ОГРН, СТИР и LEI: их не сверить с реестром и не проверить на правила
    кластеров.
  en: >-
    Named members of a cluster without INN, OGRN, STIR and LEI: they cannot be checked against a register, nor by
    the rules for clusters.
group: quality
tags: [quality, cluster]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
columns:
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  claims: {meaning: {ru: утверждения о предприятии и участии, en: claims about the enterprise and the membership}}
*/
MATCH (:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)
WHERE m.status <> 'ended' AND NOT e:Placeholder AND coalesce(e.inn, e.ogrn, e.stir, e.lei) IS NULL
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       c.code AS country,
       m.claims + [claim IN e.claims WHERE NOT claim IN m.claims] AS claims
ORDER BY country, enterprise, id

/*
name: weak-links
title:
  ru: Какие связи участников кластера держатся на слабых утверждениях
  en: Which links of a cluster's members rest on weak claims
explanation:
  ru: >-
    Поставки, соглашения, участия и выпуск участников кластера с достоверностью ниже порога, слабейшие сначала: что
    проверить первым.
  en: >-
    Supplies, agreements, memberships and production of a cluster's members of a confidence below the limit, weakest
    first: what to check first.
group: quality
tags: [quality, cluster]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
  below:
    type: number
    meaning: {ru: порог достоверности, en: limit of confidence}
    unit: 0 to 1
    default: 0.7
    example: 0.95
columns:
  relation: {meaning: {ru: вид связи, en: kind of link}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  counterpart: {meaning: {ru: с кем или что, en: with whom or what}}
  status: {meaning: {ru: статус, en: status}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  claims: {meaning: {ru: утверждения о связи, en: claims about the link}}
*/
MATCH (:Cluster {id: $cluster})<-[:MEMBER_OF]-(e:Enterprise)-[r:SUPPLIES|MEMORANDUM|MEMBER_OF|PRODUCES|OWNS]-(n)
WHERE r.confidence < $below
RETURN type(r) AS relation,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       coalesce(n.name_ru, n.name_en, n.id, n.code) AS counterpart,
       r.status AS status,
       r.confidence AS confidence,
       r.claims AS claims
ORDER BY confidence, relation, enterprise, id, counterpart, coalesce(n.id, n.code), coalesce(r.product, '')
LIMIT 1001

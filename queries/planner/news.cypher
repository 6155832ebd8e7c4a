/*
name: news
title:
  ru: Что нового об участниках кластера с этой даты
  en: What is new of a cluster's members since a date
explanation:
  ru: >-
    Утверждения источников об участниках кластера, которые относятся к этой дате или более поздней, по одному в
    строке, новые сначала. Неточная дата («2025») берётся по её концу.
  en: >-
    What sources state of the members of a cluster for this date or later, one claim a row, newest first. An
    imprecise date (2025) counts by its end.
group: change
tags: [change, cluster]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
  since:
    type: date
    meaning: {ru: с какой даты, en: since which date}
    example: "2025-01-01"
columns:
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  about: {meaning: {ru: "участники, о которых оно говорит", en: members that it speaks of}}
  status: {meaning: {ru: статус, en: status}}
  source: {meaning: {ru: источник, en: source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  locator: {meaning: {ru: место в источнике, en: place in the source}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (:Cluster {id: $cluster})<-[:MEMBER_OF]-(e:Enterprise)<-[:ABOUT]-(c:Claim)-[:FROM]->(s:Source)
WHERE NOT c.asserted STARTS WITH 'XXXX'
  AND left(replace(split(c.asserted, '/')[-1], '..', '9999') + '-99-99', 10) >= $since
WITH c, s, coalesce(e.name_ru, e.name_en, e.id) AS name ORDER BY name, e.id
WITH c, s, collect(DISTINCT name) AS about
RETURN c.asserted AS asserted,
       c.kind AS kind,
       about,
       c.status AS status,
       s.title AS source,
       s.date AS published,
       s.address AS address,
       c.locator AS locator,
       [c.id] AS claims
ORDER BY replace(split(asserted, '/')[-1], '..', '9999') DESC, kind, source, s.id, locator, c.id
LIMIT 1001

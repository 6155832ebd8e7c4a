/*
name: in-several-clusters
title:
  ru: Кто состоит сразу в нескольких кластерах
  en: Who belongs to several clusters at once
explanation:
  ru: >-
    Предприятия, у которых больше одного участия, с кластерами и статусом каждого. Одну и ту же кооперацию нельзя
    засчитать дважды.
  en: >-
    Enterprises with more than one membership, with the clusters. The same cooperation must not be counted twice.
group: who
tags: [who, cluster]
cost:
  ru: >-
    Начинает со всех узлов Cluster: их десятки, и без них участия не перебрать.
  en: >-
    Starts from every Cluster node: there are tens of them, and memberships cannot be gone through without.
columns:
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  clusters: {meaning: {ru: кластеры и статус участия, en: clusters with the status of the membership}}
  claims: {meaning: {ru: утверждения об участии, en: claims about the memberships}}
*/
MATCH (k:Cluster)<-[m:MEMBER_OF]-(e:Enterprise)
WITH e, m, coalesce(k.name_ru, k.name_en, k.id) AS cluster ORDER BY cluster, k.id
WITH e, collect(cluster + ' (' + m.status + ')') AS clusters, collect(m.claims) AS lists
WHERE size(clusters) > 1
RETURN coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       clusters,
       COLLECT { UNWIND lists AS list UNWIND list AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
ORDER BY size(clusters) DESC, enterprise, id

/*
name: clusters
title:
  ru: Какие есть кластеры
  en: Which clusters there are
explanation:
  ru: >-
    Все кластеры, число участников, из них не названных источниками, и соглашения, которыми кластеры созданы.
    Участник, вышедший из кластера, не считается.
  en: >-
    All clusters with the number of members, how many of them sources do not name, and the agreements that founded
    them. Who has left a cluster is not counted.
group: who
tags: [who, cluster]
cost:
  ru: >-
    Читает все узлы Cluster: вопрос обо всех кластерах, а их десятки.
  en: >-
    Reads every Cluster node: the question is about all clusters, and there are tens of them.
columns:
  cluster: {meaning: {ru: кластер, en: cluster}}
  code: {meaning: {ru: код кластера, en: id of the cluster}}
  members: {meaning: {ru: число участников, en: number of members}}
  unnamed_members: {meaning: {ru: из них не названы источниками, en: "of these, not named by sources"}}
  agreements: {meaning: {ru: "соглашения, которыми создан", en: agreements that founded it}}
  claims: {meaning: {ru: утверждения о кластере, en: claims about the cluster}}
*/
MATCH (k:Cluster)
RETURN coalesce(k.name_ru, k.name_en, k.id) AS cluster,
       k.id AS code,
       COUNT { MATCH (k)<-[m:MEMBER_OF]-(:Enterprise) WHERE m.status <> 'ended' } AS members,
       COUNT { MATCH (k)<-[m:MEMBER_OF]-(:Placeholder) WHERE m.status <> 'ended' } AS unnamed_members,
       COLLECT { MATCH (k)<-[:FOUNDS]-(a:Agreement) RETURN a.id AS id ORDER BY id } AS agreements,
       k.claims AS claims
ORDER BY members DESC, cluster, code

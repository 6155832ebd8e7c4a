/*
name: owned
title:
  ru: Чем владеет предприятие
  en: What an enterprise owns
explanation:
  ru: >-
    Дочерние предприятия, их дочерние и так далее, до четырёх ярусов, по одному владению в строке: холдинг на одном
    листе.
  en: >-
    The subsidiaries of an enterprise, theirs and so on, up to four tiers, one holding a row: a holding on one page.
group: who
tags: [who, ownership]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-673d0b4f315391be
columns:
  tier: {meaning: {ru: ярус, en: tier}}
  owned: {meaning: {ru: чем владеет, en: what it owns}}
  owned_id: {meaning: {ru: "код того, чем владеет", en: id of what it owns}}
  owned_unnamed: {meaning: {ru: "источник не называет, чем владеет", en: the source does not name what it owns}}
  owner: {meaning: {ru: владелец, en: owner}}
  owner_id: {meaning: {ru: код владельца, en: id of the owner}}
  owner_unnamed: {meaning: {ru: источник не называет владельца, en: the source does not name the owner}}
  share: {meaning: {ru: доля от 0 до 1, en: share from 0 to 1}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения о владении, en: claims about the ownership}}
*/
MATCH path = (:Enterprise {id: $enterprise})-[:OWNS*0..3]->(a:Enterprise)
WHERE all(link IN relationships(path) WHERE link.status <> 'ended')
WITH a, min(length(path)) + 1 AS tier
MATCH (a)-[r:OWNS]->(b:Enterprise)
RETURN tier,
       coalesce(b.name_ru, b.name_en, b.id) AS owned,
       b.id AS owned_id,
       b:Placeholder AS owned_unnamed,
       coalesce(a.name_ru, a.name_en, a.id) AS owner,
       a.id AS owner_id,
       a:Placeholder AS owner_unnamed,
       r.share AS share,
       r.status AS status,
       r.claims AS claims
ORDER BY tier, owned, owned_id, owner, owner_id

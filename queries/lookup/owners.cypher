/*
name: owners
title:
  ru: Кому принадлежит предприятие
  en: Who owns an enterprise
explanation:
  ru: >-
    Владельцы предприятия, их владельцы и так далее, до четырёх ярусов, по одному владению в строке. Доля пуста, где
    источник её не называет.
  en: >-
    The owners of an enterprise, their owners and so on, up to four tiers, one holding a row. The share is empty
    where no source gives it.
group: who
tags: [who, ownership]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-c11f99cbddbb7217
columns:
  tier: {meaning: {ru: ярус, en: tier}}
  owner: {meaning: {ru: владелец, en: owner}}
  owner_id: {meaning: {ru: код владельца, en: id of the owner}}
  owner_unnamed: {meaning: {ru: источник не называет владельца, en: the source does not name the owner}}
  owned: {meaning: {ru: чем владеет, en: what it owns}}
  owned_id: {meaning: {ru: "код того, чем владеет", en: id of what it owns}}
  owned_unnamed: {meaning: {ru: "источник не называет, чем владеет", en: the source does not name what it owns}}
  share: {meaning: {ru: доля от 0 до 1, en: share from 0 to 1}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения о владении, en: claims about the ownership}}
*/
MATCH path = (:Enterprise {id: $enterprise})<-[:OWNS*0..3]-(b:Enterprise)
WHERE all(link IN relationships(path) WHERE link.status <> 'ended')
WITH b, min(length(path)) + 1 AS tier
MATCH (b)<-[r:OWNS]-(a:Enterprise)
RETURN tier,
       coalesce(a.name_ru, a.name_en, a.id) AS owner,
       a.id AS owner_id,
       a:Placeholder AS owner_unnamed,
       coalesce(b.name_ru, b.name_en, b.id) AS owned,
       b.id AS owned_id,
       b:Placeholder AS owned_unnamed,
       r.share AS share,
       r.status AS status,
       r.claims AS claims
ORDER BY tier, owner, owner_id, owned, owned_id

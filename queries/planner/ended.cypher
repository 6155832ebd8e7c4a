/*
name: ended
title:
  ru: Что завершилось в регионе или стране
  en: What has ended in a region or country
explanation:
  ru: >-
    Предприятия, поставки, участия в кластерах и выпуск продукции, о которых источники говорят, что они завершены,
    по месту предприятия. По коду страны — все её регионы.
  en: >-
    Enterprises, supplies, memberships and production that sources say have ended, by the place of the enterprise.
    The code of a country stands for all its regions.
group: change
tags: [change, place]
parameters:
  region:
    type: string
    meaning: {ru: код региона (ISO 3166-2) или страны (ISO 3166-1), en: code of a region (ISO 3166-2) or country (ISO 3166-1)}
    example: RU
columns:
  what: {meaning: {ru: "что: ENTERPRISE, SUPPLIES, MEMBER_OF, PRODUCES или OWNS", en: "what: ENTERPRISE, SUPPLIES, MEMBER_OF, PRODUCES or OWNS"}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  counterpart: {meaning: {ru: "с кем или что: партнёр, кластер, продукция", en: "with whom or what: partner, cluster, product"}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  claims: {meaning: {ru: утверждения о завершении, en: claims about the end}}
*/
MATCH (c:Claim {status: 'ended'})-[:ABOUT]->(e:Enterprise)
WITH DISTINCT e
WHERE EXISTS { (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(:Region|Country {code: $region}) }
CALL (e) {
  WITH e
  WHERE e.status = 'ended'
  RETURN 'ENTERPRISE' AS what, null AS other, e.asserted AS asserted, e.claims AS claims
  UNION
  MATCH (e)-[r:SUPPLIES|MEMBER_OF|PRODUCES|OWNS]->(n)
  WHERE r.status = 'ended'
  RETURN type(r) AS what, n AS other, r.asserted AS asserted, r.claims AS claims
}
RETURN what,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       coalesce(other.name_ru, other.name_en, other.id, other.code) AS counterpart,
       asserted,
       claims
ORDER BY what, enterprise, id, coalesce(counterpart, ''), coalesce(other.id, other.code, ''), claims[0]
LIMIT 1001

/*
name: region-trade
title:
  ru: С какими регионами торгует регион
  en: Which regions a region trades with
explanation:
  ru: >-
    Поставки предприятий региона по регионам партнёров: куда (out), откуда (in) и внутри региона (within), с числом
    связей. Партнёр без известного места и завершённые поставки не считаются.
  en: >-
    The supply links of a region by the regions of the partners: to (out), from (in) and within the region (within),
    with the number of links. Partners of unknown place and ended links do not count.
group: chains
tags: [chains, place]
cost:
  ru: >-
    Перебирает все поставки региона; у региона с тысячами предприятий это десятки тысяч связей.
  en: >-
    Goes through all supply links of the region; one with thousands of enterprises has tens of thousands.
parameters:
  region:
    type: string
    meaning: {ru: код региона (ISO 3166-2), en: code of the region (ISO 3166-2)}
    example: RU-KDA
columns:
  direction: {meaning: {ru: "куда, откуда или внутри: out, in или within", en: "out, in or within"}}
  partner_region: {meaning: {ru: "регион партнёров; страна, где регион не известен", en: "region of the partners; country where the region is not known"}}
  partner_code: {meaning: {ru: его код по ISO 3166, en: its ISO 3166 code}}
  links: {meaning: {ru: число поставок, en: number of links}}
  enterprises: {meaning: {ru: число предприятий-партнёров, en: number of partner enterprises}}
  claims: {meaning: {ru: утверждения о поставках, en: claims about the links}}
*/
MATCH (home:Region {code: $region})<-[:LOCATED_IN]-(e:Enterprise)-[r:SUPPLIES]-(f:Enterprise)-[:LOCATED_IN]->(place)
WHERE r.status <> 'ended'
WITH r, f, place, place <> home OR startNode(r) = e AS once,
     CASE WHEN place = home THEN 'within' WHEN startNode(r) = e THEN 'out' ELSE 'in' END AS direction
WITH direction, place, count(DISTINCT f) AS enterprises,
     count(CASE WHEN once THEN 1 END) AS links, collect(CASE WHEN once THEN r.claims END) AS lists
CALL (lists) {
  UNWIND lists AS list
  UNWIND list AS claim
  WITH claim ORDER BY claim
  RETURN collect(DISTINCT claim) AS claims
}
RETURN direction,
       coalesce(place.name_ru, place.name_en, place.code) AS partner_region,
       place.code AS partner_code,
       links,
       enterprises,
       claims
ORDER BY direction, links DESC, partner_code
LIMIT 1001

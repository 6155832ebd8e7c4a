/*
name: cycles
title:
  ru: Через какие кольца поставок проходит предприятие
  en: Which rings of supplies an enterprise is in
explanation:
  ru: >-
    Кольца из двух, трёх или четырёх разных предприятий, где каждое поставляет следующему, а последнее — первому:
    взаимная зависимость. Завершённые поставки не считаются.
  en: >-
    Rings of two, three or four different enterprises, each of which supplies the next and the last the first:
    mutual dependence. Ended links do not count.
group: chains
tags: [chains]
empty:
  ru: >-
    В справочном наборе поставки колец не образуют.
  en: >-
    In the reference data set supplies form no rings.
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-208f34dfe1e67880
columns:
  length: {meaning: {ru: сколько предприятий в кольце, en: how many enterprises the ring has}}
  ring: {meaning: {ru: предприятия по порядку поставки, en: the enterprises in the order of supply}}
  codes: {meaning: {ru: их коды, en: their ids}}
  claims: {meaning: {ru: утверждения о поставках, en: claims about the links}}
*/
MATCH path = (e:Enterprise {id: $enterprise})-[:SUPPLIES*2..4]->(e)
WHERE all(link IN relationships(path) WHERE link.status <> 'ended')
WITH nodes(path)[1..] AS ring, relationships(path) AS links
WHERE all(n IN ring WHERE single(same IN ring WHERE same = n))
UNWIND links AS link
UNWIND link.claims AS claim
WITH [n IN ring | n.id] AS ids, [n IN ring | coalesce(n.name_ru, n.name_en, n.id)] AS names, claim ORDER BY claim
RETURN size(ids) AS length,
       names AS ring,
       ids AS codes,
       collect(DISTINCT claim) AS claims
ORDER BY length, codes

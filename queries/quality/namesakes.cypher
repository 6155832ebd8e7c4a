/*
name: namesakes
title:
  ru: Какие предприятия носят одно имя
  en: Which enterprises share a name
explanation:
  ru: >-
    Разные записи, одно из имён которых совпадает без кавычек, правовой формы и регистра: возможно, одно предприятие
    дважды. Решает graphmodel review.
  en: >-
    Different records one of whose names is the same but for quotes, legal form and case: perhaps one enterprise
    twice. graphmodel review decides.
group: quality
tags: [quality]
cost:
  ru: >-
    Читает все узлы Enterprise и группирует их имена: совпадение видно, только если сравнить все.
  en: >-
    Reads every Enterprise node and groups their names: a match shows only where all are compared.
columns:
  name: {meaning: {ru: имя в виде для сравнения, en: name in the form that is compared}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  claims: {meaning: {ru: утверждения о предприятии, en: claims about the enterprise}}
*/
MATCH (e:Enterprise)
WHERE NOT e:Placeholder
UNWIND e.search AS name
WITH name, collect(DISTINCT e) AS bearers
WHERE size(bearers) > 1
UNWIND bearers AS e
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN name,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       c.code AS country,
       e.claims AS claims
ORDER BY name, enterprise, id
LIMIT 1001

/*
name: between-places
title:
  ru: О чём договорились два региона или страны и их предприятия
  en: What two regions or countries and their enterprises agreed on
explanation:
  ru: >-
    Соглашения, где одна сторона — из первого места, другая — из второго; стороной может быть и сам регион или
    страна. По коду страны — все её регионы.
  en: >-
    Agreements with one party of the first place and another of the second; a region or country may itself be a
    party. The code of a country stands for all its regions.
group: agreements
tags: [agreements, place]
parameters:
  one:
    type: string
    meaning: {ru: код одного места (ISO 3166), en: code of one place (ISO 3166)}
    example: RU-KDA
  other:
    type: string
    meaning: {ru: код другого места (ISO 3166), en: code of the other place (ISO 3166)}
    example: UZ
columns:
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  parties_here: {meaning: {ru: стороны из первого места, en: parties of the first place}}
  parties_there: {meaning: {ru: стороны из второго места, en: parties of the second place}}
  subject: {meaning: {ru: предмет, en: subject}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении, en: claims about the agreement}}
*/
MATCH (:Region|Country {code: $one})<-[:PART_OF*0..1]-(here)<-[:LOCATED_IN*0..1]-(x)-[:SIGNED]->(a:Agreement)
WITH a, collect(DISTINCT x) AS parties
MATCH (a)<-[:SIGNED]-(y)-[:LOCATED_IN*0..1]->()-[:PART_OF*0..1]->(there:Region|Country {code: $other})
WHERE NOT y IN parties
WITH a, parties, collect(DISTINCT y) AS others
RETURN a.signed AS signed,
       a.kind AS kind,
       a.status AS status,
       COLLECT {
         UNWIND parties AS p RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS parties_here,
       COLLECT {
         UNWIND others AS p RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS parties_there,
       a.subject AS subject,
       a.id AS agreement,
       a.claims AS claims
ORDER BY replace(split(coalesce(a.signed, 'XXXX'), '/')[-1], 'X', '0') DESC, agreement
LIMIT 1001

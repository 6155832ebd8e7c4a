/*
name: by-industry
title:
  ru: Какие предприятия есть в отрасли
  en: Which enterprises an industry has
explanation:
  ru: >-
    Предприятия с кодом ОКВЭД2 (NACE Rev. 2) или любым кодом под ним: «28.3» находит и 28.30. Коды приходят из
    выписок реестров и таблиц.
  en: >-
    Enterprises with an OKVED2 code (NACE Rev. 2) or any code below it: 28.3 finds 28.30 as well. Codes come from
    registry extracts and tables.
group: who
tags: [who]
empty:
  ru: >-
    Источники справочного набора не называют ОКВЭД2; коды появляются с выписками ЕГРЮЛ.
  en: >-
    The sources of the reference data set give no OKVED2 code; codes come with extracts of the EGRUL register.
parameters:
  industry:
    type: string
    meaning: {ru: код ОКВЭД2 или его начало, en: OKVED2 code or its beginning}
    example: "28.3"
columns:
  industry: {meaning: {ru: отрасль, en: industry}}
  industry_code: {meaning: {ru: код ОКВЭД2, en: OKVED2 code}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения об отрасли, en: claims about the industry}}
*/
MATCH (i:Industry)<-[r:CLASSIFIED_AS]-(e:Enterprise)
WHERE i.code STARTS WITH $industry
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN coalesce(i.name_ru, i.name_en, i.code) AS industry,
       i.code AS industry_code,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       c.code AS country,
       e.status AS status,
       r.claims AS claims
ORDER BY industry_code, enterprise, id

/*
name: aggregates
title:
  ru: Какие сводные цифры называют источники
  en: Which figures sources give
explanation:
  ru: >-
    Числа, которые источники называют о регионе, стране, мероприятии, кластере или предприятии: контракты, их сумма,
    поставщики. Из них не выводятся связи. Разные числа об одном показателе стоят рядом: сравните даты и границы.
  en: >-
    Numbers that sources give about a region, country, event, cluster or enterprise: contracts, their value, suppliers.
    No edges are made from them. Different numbers of one measure stand side by side: compare their dates and bounds.
group: provenance
tags: [figures]
parameters:
  about:
    type: string
    meaning:
      ru: "код региона (ISO 3166-2), страны (ISO 3166-1), мероприятия, кластера или предприятия"
      en: "code of a region (ISO 3166-2) or country (ISO 3166-1), or id of an event, cluster or enterprise"
    example: RU-KDA
columns:
  measure: {meaning: {ru: что посчитано, en: what is counted}}
  bound: {meaning: {ru: "точно, не менее, около или не более", en: "exact, at_least, about or at_most"}}
  value: {meaning: {ru: число, en: number}}
  unit: {meaning: {ru: единица или валюта, en: unit or currency}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  note: {meaning: {ru: примечание, en: note}}
  source: {meaning: {ru: источник, en: source}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (c:Claim {kind: 'aggregate', about: $about})-[:FROM]->(s:Source)
RETURN c.measure AS measure,
       c.bound AS bound,
       c.value AS value,
       c.unit AS unit,
       c.asserted AS asserted,
       c.confidence AS confidence,
       c.note AS note,
       s.title AS source,
       s.address AS address,
       [c.id] AS claims
ORDER BY measure, unit, asserted, c.id

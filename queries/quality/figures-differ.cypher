/*
name: figures-differ
title:
  ru: Где источники называют разные числа
  en: Where sources give different numbers
explanation:
  ru: >-
    Показатели, по которым источники называют разные числа об одном регионе, мероприятии или кластере. Числа за
    разные годы могут быть верны все; сравните даты и границы. Настоящие противоречия выделяет graphmodel conflicts.
  en: >-
    Measures for which sources give different numbers of one region, event or cluster. Numbers for different years
    may all be true; compare dates and bounds. graphmodel conflicts picks out the real contradictions.
group: quality
tags: [quality, figures]
columns:
  about: {meaning: {ru: "код того, о чём число", en: id or code of what the number is about}}
  measure: {meaning: {ru: что посчитано, en: what is counted}}
  unit: {meaning: {ru: единица или валюта, en: unit or currency}}
  bound: {meaning: {ru: "точно, не менее, около или не более", en: "exact, at_least, about or at_most"}}
  value: {meaning: {ru: число, en: number}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  source: {meaning: {ru: источник, en: source}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (c:Claim {kind: 'aggregate'})
WITH c.about AS about, c.measure AS measure, c.unit AS unit, collect(c) AS told,
     count(DISTINCT c.source) AS sources, count(DISTINCT c.value) AS values
WHERE sources > 1 AND values > 1
UNWIND told AS c
MATCH (c)-[:FROM]->(s:Source)
RETURN about,
       measure,
       unit,
       c.bound AS bound,
       c.value AS value,
       c.asserted AS asserted,
       c.confidence AS confidence,
       s.title AS source,
       s.address AS address,
       [c.id] AS claims
ORDER BY about, measure, unit, asserted, c.id

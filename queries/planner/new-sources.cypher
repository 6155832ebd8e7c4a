/*
name: new-sources
title:
  ru: Какие источники опубликованы с этой даты
  en: Which sources were published since a date
explanation:
  ru: >-
    Источники, опубликованные в этот день или позже, новые сначала, с видами и числом утверждений. Неточная дата
    берётся по её концу; источник без даты не показан.
  en: >-
    Sources published on that day or later, newest first, with the kinds and the number of their claims. An
    imprecise date counts by its end; a source without a date is not shown.
group: change
tags: [change, sources]
cost:
  ru: >-
    Читает все узлы Source: даты EDTF индекс не упорядочит; источников сотни.
  en: >-
    Reads every Source node: no index puts EDTF dates in order; there are hundreds of sources.
parameters:
  since:
    type: date
    meaning: {ru: с какой даты, en: since which date}
    example: "2025-10-01"
columns:
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  source: {meaning: {ru: источник, en: source}}
  source_code: {meaning: {ru: код источника, en: id of the source}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  kinds: {meaning: {ru: "виды утверждений, по первой тысяче", en: "kinds of claims, by the first thousand"}}
  number: {meaning: {ru: число утверждений, en: number of claims}}
  claims: {meaning: {ru: "утверждения источника, первые сто по коду", en: "claims of the source, the first hundred by id"}}
*/
MATCH (s:Source)
WHERE NOT s.date STARTS WITH 'XXXX'
  AND left(replace(split(s.date, '/')[-1], '..', '9999') + '-99-99', 10) >= $since
RETURN s.date AS published,
       s.title AS source,
       s.id AS source_code,
       s.address AS address,
       COLLECT { MATCH (c:Claim {source: s.id}) WITH c LIMIT 1000 RETURN DISTINCT c.kind AS kind ORDER BY kind } AS kinds,
       COUNT { (s)<-[:FROM]-() } AS number,
       COLLECT { MATCH (c:Claim {source: s.id}) WITH c LIMIT 1000 RETURN c.id AS id ORDER BY id LIMIT 100 } AS claims
ORDER BY replace(split(published, '/')[-1], '..', '9999') DESC, source, source_code

/*
name: sources-of
title:
  ru: Какие источники говорят о предприятии
  en: Which sources speak of an enterprise
explanation:
  ru: >-
    Источники с датой, адресом и числом утверждений, в которых речь о предприятии, новые сначала.
  en: >-
    The sources with date, address and the number of claims that speak of the enterprise, newest first.
group: provenance
tags: [provenance, sources]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-9d9812c46f7899d7
columns:
  source: {meaning: {ru: источник, en: source}}
  source_code: {meaning: {ru: код источника, en: id of the source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  kinds: {meaning: {ru: виды утверждений, en: kinds of claims}}
  number: {meaning: {ru: число утверждений, en: number of claims}}
  claims: {meaning: {ru: утверждения источника о предприятии, en: claims of the source about the enterprise}}
*/
MATCH (:Enterprise {id: $enterprise})<-[:ABOUT]-(c:Claim)-[:FROM]->(s:Source)
WITH s, c ORDER BY c.kind, c.id
WITH s, collect(DISTINCT c.kind) AS kinds, collect(c.id) AS claims
RETURN s.title AS source,
       s.id AS source_code,
       s.date AS published,
       s.address AS address,
       kinds,
       size(claims) AS number,
       claims
ORDER BY replace(split(coalesce(published, 'XXXX'), '/')[-1], 'X', '0') DESC, source, source_code

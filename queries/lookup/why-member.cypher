/*
name: why-member
title:
  ru: "Откуда известно, что предприятие состоит в кластере"
  en: Why we believe that an enterprise is in a cluster
explanation:
  ru: >-
    Каждое утверждение об этом участии: источник, место в нём, цитата, роль, дата и достоверность.
  en: >-
    Every claim about this membership: the source, the place in it, the quote, the date and the confidence.
group: provenance
tags: [provenance, cluster]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-9d9812c46f7899d7
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
columns:
  status: {meaning: {ru: статус, en: status}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  source: {meaning: {ru: источник, en: source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  locator: {meaning: {ru: место в источнике, en: place in the source}}
  quote: {meaning: {ru: цитата, en: quote}}
  note: {meaning: {ru: примечание, en: note}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (:Enterprise {id: $enterprise})-[r:MEMBER_OF]->(:Cluster {id: $cluster})
UNWIND r.claims AS id
MATCH (c:Claim {id: id})-[:FROM]->(s:Source)
RETURN c.status AS status,
       c.asserted AS asserted,
       c.confidence AS confidence,
       s.title AS source,
       s.date AS published,
       s.address AS address,
       c.locator AS locator,
       c.quote AS quote,
       c.note AS note,
       [c.id] AS claims
ORDER BY confidence DESC, asserted DESC, c.id

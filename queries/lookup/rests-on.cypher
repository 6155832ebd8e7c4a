/*
name: rests-on
title:
  ru: Что известно только от этого источника
  en: What is known from this source alone
explanation:
  ru: >-
    Предприятия, соглашения и связи, которые не подтверждает никакой другой источник: что исчезнет, если источник
    отозвать.
  en: >-
    Enterprises, agreements and links that no other source supports: what goes if the source is retracted.
group: provenance
tags: [provenance, sources]
cost:
  ru: >-
    Перебирает все утверждения источника и то, о чём они: у таблицы на миллион строк это весь граф.
  en: >-
    Goes through all claims of the source and what they are about: with a table of a million rows that is the whole
    graph.
parameters:
  source:
    type: string
    meaning: {ru: код источника, en: id of the source}
    example: S001
columns:
  what: {meaning: {ru: "Enterprise, Agreement или вид связи", en: "Enterprise, Agreement or kind of link"}}
  subject: {meaning: {ru: "предприятие, соглашение или начало связи", en: "enterprise, agreement or start of the link"}}
  subject_code: {meaning: {ru: его код, en: its id or code}}
  counterpart: {meaning: {ru: конец связи, en: end of the link}}
  counterpart_code: {meaning: {ru: его код, en: its id or code}}
  claims: {meaning: {ru: "утверждения, на которых это держится", en: claims that it rests on}}
*/
MATCH (:Source {id: $source})<-[:FROM]-(:Claim)-[:ABOUT]->(n:Enterprise|Agreement)
WITH DISTINCT n
CALL (n) {
  WITH n
  WHERE NOT EXISTS { MATCH (n)<-[:ABOUT]-(c:Claim) WHERE c.source <> $source }
  RETURN CASE WHEN n:Agreement THEN 'Agreement' ELSE 'Enterprise' END AS what, null AS other, n.claims AS claims
  UNION
  MATCH (n)-[r:SUPPLIES|SIGNED|MEMBER_OF|PRODUCES|OWNS|LOCATED_IN|FOUNDS|SIGNED_AT]->(other)
  WHERE NOT EXISTS { UNWIND r.claims AS id MATCH (c:Claim {id: id}) WHERE c.source <> $source RETURN c }
  RETURN type(r) AS what, other, r.claims AS claims
}
RETURN what,
       coalesce(n.name_ru, n.name_en, n.subject, n.id) AS subject,
       n.id AS subject_code,
       coalesce(other.name_ru, other.name_en, other.subject, other.id, other.code) AS counterpart,
       coalesce(other.id, other.code) AS counterpart_code,
       claims
ORDER BY what, subject, subject_code, coalesce(counterpart_code, ''), claims[0]
LIMIT 1001

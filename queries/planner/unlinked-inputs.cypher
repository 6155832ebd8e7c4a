/*
name: unlinked-inputs
title:
  ru: "Что участники кластера делают, но друг другу не поставляют"
  en: What members make and do not deliver to each other
explanation:
  ru: >-
    Составляющие, которые участник кластера выпускает или поставляет кому-то, но не тем участникам, которым они
    нужны. Самая дешёвая кооперация: обе стороны уже в кластере. Взаимозаменяемые составляющие показаны все;
    graphmodel gaps опускает ненужные.
  en: >-
    Inputs that a member of the cluster makes, or supplies to somebody, but not to the members that need them. The
    cheapest cooperation: both sides are in the cluster already. Of alternatives all are shown; graphmodel gaps
    leaves out those that another makes needless.
group: gaps
tags: [gaps]
empty:
  ru: >-
    В кластерах справочного набора таких пар нет.
  en: >-
    The clusters of the reference data set have no such pair.
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: agromash-ru-uz
columns:
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  makers: {meaning: {ru: "участники, которым нужна составляющая", en: members that need the input}}
  input: {meaning: {ru: составляющая, en: input}}
  input_code: {meaning: {ru: код составляющей, en: code of the input}}
  points: {meaning: {ru: баллы локализации (ПП РФ № 719), en: localisation points (Government decree 719)}}
  necessity: {meaning: {ru: необходимость, en: necessity}}
  condition: {meaning: {ru: "вариант продукции, которому нужна составляющая", en: the variant of the product that needs it}}
  holders: {meaning: {ru: "участники, у которых она есть", en: members that have it}}
  claims: {meaning: {ru: "утверждения о составе, выпуске, участии и поставках", en: "claims about the recipe, the production, the memberships and the supplies"}}
*/
MATCH (k:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH k, p, collect(e) AS makers, collect(m.claims) + collect(made.claims) AS lists
MATCH (p)-[r:REQUIRES]->(i:Product)
CALL (k, i) {
  MATCH (k)<-[m:MEMBER_OF]-(s:Enterprise)-[made:PRODUCES]->(i)
  WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(s.status, '') <> 'ended'
  RETURN s, made.claims AS told
  UNION
  MATCH (k)<-[m:MEMBER_OF]-(s:Enterprise)-[link:SUPPLIES {product: i.code}]->(b:Enterprise)
  WHERE m.status <> 'ended' AND link.status <> 'ended' AND s <> b
    AND coalesce(s.status, '') <> 'ended' AND coalesce(b.status, '') <> 'ended'
  RETURN s, link.claims AS told
}
WITH p, r, i, makers, lists, collect(DISTINCT s) AS holders, collect(told) AS told
WHERE none(own IN makers WHERE EXISTS { MATCH (own)-[made:PRODUCES]->(i) WHERE made.status <> 'ended' })
  AND none(b IN makers WHERE EXISTS {
    MATCH (b)<-[link:SUPPLIES]-(s:Enterprise)
    WHERE s IN holders AND b <> s AND link.status <> 'ended' AND coalesce(link.product, i.code) = i.code
  })
WITH p, r, i, makers, holders, lists + told + [r.claims] AS lists
CALL (lists) {
  UNWIND lists AS list
  UNWIND list AS claim
  WITH claim ORDER BY claim
  RETURN collect(DISTINCT claim) AS claims
}
RETURN coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       COLLECT { UNWIND makers AS s RETURN coalesce(s.name_ru, s.name_en, s.id) AS name ORDER BY name, s.id } AS makers,
       coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       COLLECT { UNWIND holders AS s RETURN coalesce(s.name_ru, s.name_en, s.id) AS name ORDER BY name, s.id } AS holders,
       claims
ORDER BY coalesce(points, 0) DESC, product, input, coalesce(condition, '')

/*
name: no-producer
title:
  ru: Каких комплектующих никто не выпускает
  en: Which inputs nobody makes
explanation:
  ru: >-
    Составляющие продукции участников кластера, которые в графе никто не выпускает и не поставляет; тяжёлые по баллам
    локализации — сначала. Объявленный выпуск считается, завершённый — нет. Граф знает то, что сказали источники: строка
    означает «никто не назван», а не «никого нет». Взаимозаменяемые составляющие показаны все; graphmodel gaps опускает
    ненужные.
  en: >-
    Inputs of what the members of a cluster make that nobody in the graph makes or supplies, heaviest by localisation points
    first. What is only announced counts, what has ended does not. The graph knows what sources said: a row means "nobody is
    named", not "there is nobody". Of alternatives all are shown; graphmodel gaps leaves out those that another makes
    needless.
group: gaps
tags: [gaps]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: agromash-ru-uz
columns:
  product: {meaning: {ru: продукция участников, en: what members make}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  members: {meaning: {ru: "участники, которые её выпускают", en: members that make it}}
  input: {meaning: {ru: составляющая, en: input}}
  input_code: {meaning: {ru: код составляющей, en: code of the input}}
  points: {meaning: {ru: баллы локализации (ПП РФ № 719), en: localisation points (Government decree 719)}}
  necessity: {meaning: {ru: необходимость, en: necessity}}
  condition: {meaning: {ru: "вариант продукции, которому нужна составляющая", en: the variant of the product that needs it}}
  claims: {meaning: {ru: "утверждения о составе, выпуске и участии", en: "claims about the recipe, the production and the membership"}}
*/
MATCH (:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH p, m, made, coalesce(e.name_ru, e.name_en, e.id) AS member ORDER BY member, e.id
UNWIND m.claims + made.claims AS claim
WITH p, collect(DISTINCT member) AS members, collect(DISTINCT claim) AS made_by
MATCH (p)-[r:REQUIRES]->(i:Product)
WHERE NOT EXISTS {
  MATCH (i)<-[made:PRODUCES]-(e:Enterprise)
  WHERE made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
} AND NOT EXISTS {
  MATCH (s:Enterprise)-[link:SUPPLIES {product: i.code}]->(b:Enterprise)
  WHERE s <> b AND link.status <> 'ended'
    AND coalesce(s.status, '') <> 'ended' AND coalesce(b.status, '') <> 'ended'
}
RETURN coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       members,
       coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       r.claims + made_by AS claims
ORDER BY coalesce(points, 0) DESC, product, input, coalesce(condition, '')

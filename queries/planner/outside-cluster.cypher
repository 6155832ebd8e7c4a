/*
name: outside-cluster
title:
  ru: Какие составляющие есть только вне кластера
  en: Which inputs are to be had only outside the cluster
explanation:
  ru: >-
    Составляющие продукции участников, которых ни один участник не выпускает и не поставляет, а другие — да: кто они
    и из каких стран. Кого пригласить в кластер или чей импорт замещать. Взаимозаменяемые составляющие показаны все;
    graphmodel gaps опускает ненужные.
  en: >-
    Inputs of what members make that no member makes or supplies while others do: who they are and in which
    countries. Whom to invite into the cluster, or whose imports to replace. Of alternatives all are shown;
    graphmodel gaps leaves out those that another makes needless.
group: gaps
tags: [gaps]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: agromash-ru-uz
columns:
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  input: {meaning: {ru: составляющая, en: input}}
  input_code: {meaning: {ru: код составляющей, en: code of the input}}
  points: {meaning: {ru: баллы локализации (ПП РФ № 719), en: localisation points (Government decree 719)}}
  necessity: {meaning: {ru: необходимость, en: necessity}}
  condition: {meaning: {ru: "вариант продукции, которому нужна составляющая", en: the variant of the product that needs it}}
  suppliers: {meaning: {ru: кто выпускает или поставляет, en: who makes or supplies it}}
  countries: {meaning: {ru: их страны по ISO 3166-1, en: their countries by ISO 3166-1}}
  claims: {meaning: {ru: "утверждения о составе, выпуске, участии и поставках", en: "claims about the recipe, the production, the memberships and the supplies"}}
*/
MATCH (k:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH k, p, collect(m.claims) + collect(made.claims) AS lists
MATCH (p)-[r:REQUIRES]->(i:Product)
CALL (i) {
  MATCH (i)<-[made:PRODUCES]-(s:Enterprise)
  WHERE made.status <> 'ended' AND coalesce(s.status, '') <> 'ended'
  RETURN s, made.claims AS told
  UNION
  MATCH (s:Enterprise)-[link:SUPPLIES {product: i.code}]->(b:Enterprise)
  WHERE s <> b AND link.status <> 'ended' AND coalesce(s.status, '') <> 'ended' AND coalesce(b.status, '') <> 'ended'
  RETURN s, link.claims AS told
}
WITH k, p, r, i, lists, collect(DISTINCT s) AS sources, collect(told) AS told
WHERE none(s IN sources WHERE EXISTS { MATCH (s)-[m:MEMBER_OF]->(k) WHERE m.status <> 'ended' })
RETURN coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       COLLECT { UNWIND sources AS s RETURN coalesce(s.name_ru, s.name_en, s.id) AS name ORDER BY name, s.id } AS suppliers,
       COLLECT {
         UNWIND sources AS s
         MATCH (s)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
         RETURN DISTINCT c.code AS code ORDER BY code
       } AS countries,
       COLLECT {
         UNWIND lists + told + [r.claims] AS list UNWIND list AS claim RETURN DISTINCT claim ORDER BY claim
       } AS claims
ORDER BY coalesce(points, 0) DESC, product, input, coalesce(condition, '')

/*
name: sole-makers
title:
  ru: Какие составляющие выпускает одно-единственное предприятие
  en: Which inputs one enterprise alone makes
explanation:
  ru: >-
    Составляющие продукции участников кластера, у которых в графе ровно один изготовитель, где бы он ни был.
    Сломается он — заменить его некем.
  en: >-
    Inputs of what the members of a cluster make that have exactly one maker in the graph, wherever it is. If it
    fails, nobody can step in.
group: gaps
tags: [gaps, risk]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: agromash-ru-uz
columns:
  input: {meaning: {ru: составляющая, en: input}}
  input_code: {meaning: {ru: код составляющей, en: code of the input}}
  needed_for: {meaning: {ru: "продукция участников, которой она нужна", en: what members make that needs it}}
  points: {meaning: {ru: наибольшие баллы локализации (ПП РФ № 719), en: highest localisation points (Government decree 719)}}
  enterprise: {meaning: {ru: предприятие, en: enterprise}}
  id: {meaning: {ru: код предприятия, en: id of the enterprise}}
  unnamed: {meaning: {ru: источник не называет предприятие, en: the source does not name the enterprise}}
  country: {meaning: {ru: страна по ISO 3166-1, en: country by ISO 3166-1}}
  inside: {meaning: {ru: изготовитель — участник кластера, en: the maker is a member of the cluster}}
  claims: {meaning: {ru: утверждения о составе и выпуске, en: claims about the recipe and the production}}
*/
MATCH (k:Cluster {id: $cluster})<-[m:MEMBER_OF]-(own:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(own.status, '') <> 'ended'
WITH DISTINCT k, p, coalesce(p.name_ru, p.name_en, p.code) AS name ORDER BY name, p.code
MATCH (p)-[r:REQUIRES]->(i:Product)
WITH k, i, collect(DISTINCT name) AS needed_for, max(r.points) AS points, collect(r.claims) AS lists
CALL (i) {
  MATCH (i)<-[made:PRODUCES]-(e:Enterprise)
  WHERE made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
  WITH made, e LIMIT 2
  RETURN collect(made.claims) AS told, collect(e) AS makers
}
WITH k, i, needed_for, points, lists + told AS lists, makers
WHERE size(makers) = 1
WITH k, i, needed_for, points, lists, makers[0] AS e
OPTIONAL MATCH (e)-[:LOCATED_IN]->()-[:PART_OF*0..1]->(c:Country)
RETURN coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       needed_for,
       points,
       coalesce(e.name_ru, e.name_en, e.id) AS enterprise,
       e.id AS id,
       e:Placeholder AS unnamed,
       c.code AS country,
       EXISTS { MATCH (e)-[m:MEMBER_OF]->(k) WHERE m.status <> 'ended' } AS inside,
       COLLECT { UNWIND lists AS list UNWIND list AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
ORDER BY coalesce(points, 0) DESC, input, input_code

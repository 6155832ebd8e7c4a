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
cost:
  ru: >-
    Узнаёт имя и место каждого, кто выпускает или поставляет составляющую: у ходовой их тысячи.
  en: >-
    Learns the name and the place of each that makes or supplies an input: a common one has thousands.
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
  suppliers: {meaning: {ru: "кто выпускает или поставляет, первые сто", en: "who makes or supplies it, the first hundred"}}
  countries: {meaning: {ru: страны всех по ISO 3166-1, en: the countries of all of them by ISO 3166-1}}
  claims: {meaning: {ru: "утверждения о составе, выпуске, участии и поставках", en: "claims about the recipe, the production, the memberships and the supplies"}}
*/
MATCH (k:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH k, p, collect(m.claims) + collect(made.claims) AS lists
MATCH (p)-[r:REQUIRES]->(i:Product)
WITH k, i, collect([p, r, lists]) AS needs
WHERE NOT EXISTS {
  MATCH (k)<-[m:MEMBER_OF]-(s:Enterprise)-[made:PRODUCES]->(i)
  WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(s.status, '') <> 'ended'
} AND NOT EXISTS {
  MATCH (k)<-[m:MEMBER_OF]-(s:Enterprise)-[link:SUPPLIES {product: i.code}]->(b:Enterprise)
  WHERE m.status <> 'ended' AND link.status <> 'ended' AND s <> b
    AND coalesce(s.status, '') <> 'ended' AND coalesce(b.status, '') <> 'ended'
}
CALL (i) {
  CALL (i) {
    MATCH (i)<-[made:PRODUCES]-(s:Enterprise)
    WHERE made.status <> 'ended' AND coalesce(s.status, '') <> 'ended'
    RETURN s
    UNION
    MATCH (s)-[:SUPPLIES {product: i.code}]->()
    WITH DISTINCT i, s
    WHERE coalesce(s.status, '') <> 'ended' AND EXISTS {
      MATCH (s)-[link:SUPPLIES {product: i.code}]->(b:Enterprise)
      WHERE s <> b AND link.status <> 'ended' AND coalesce(b.status, '') <> 'ended'
    }
    RETURN s
  }
  RETURN collect(s) AS sources
}
WITH i, needs, sources
WHERE size(sources) > 0
CALL (sources) {
  UNWIND sources AS s
  MATCH (s)-[:LOCATED_IN]->(place)
  WITH left(place.code, 2) AS code ORDER BY code
  RETURN collect(DISTINCT code) AS countries
}
CALL (sources) {
  UNWIND sources AS s
  WITH s, coalesce(s.name_ru, s.name_en, s.id) AS name ORDER BY name, s.id LIMIT 100
  RETURN collect(s) AS first, collect(name) AS suppliers
}
WITH i, needs, suppliers, countries,
     COLLECT {
       UNWIND first AS s
       MATCH (s)-[made:PRODUCES]->(i)
       WHERE made.status <> 'ended'
       RETURN made.claims AS list
       UNION ALL
       UNWIND first AS s
       MATCH (s)-[link:SUPPLIES {product: i.code}]->(b:Enterprise)
       WHERE s <> b AND link.status <> 'ended' AND coalesce(b.status, '') <> 'ended'
       RETURN link.claims AS list
     } AS told
UNWIND needs AS need
WITH i, need[0] AS p, need[1] AS r, suppliers, countries, told + need[2] + [need[1].claims] AS lists
CALL (lists) {
  UNWIND lists AS list
  UNWIND list AS claim
  WITH claim ORDER BY claim
  RETURN collect(DISTINCT claim) AS claims
}
RETURN coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       coalesce(i.name_ru, i.name_en, i.code) AS input,
       i.code AS input_code,
       r.points AS points,
       r.necessity AS necessity,
       r.condition AS condition,
       suppliers,
       countries,
       claims
ORDER BY coalesce(points, 0) DESC, product, input, coalesce(condition, '')

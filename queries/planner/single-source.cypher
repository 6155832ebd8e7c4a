/*
name: single-source
title:
  ru: Какие составляющие поставляет один-единственный поставщик
  en: Which inputs one supplier alone delivers
explanation:
  ru: >-
    Составляющие продукции участников кластера, которые участникам, её выпускающим, поставляет ровно одно
    предприятие и которые сами они не делают. Поставка без названной продукции считается, если поставщик известен
    этой составляющей. Взаимозаменяемые составляющие показаны все; graphmodel gaps опускает ненужные.
  en: >-
    Inputs of what the members of a cluster make that exactly one enterprise delivers to the members that need them
    and that these do not make themselves. A supply that names no product counts where its supplier is known to have
    the input. Of alternatives all are shown; graphmodel gaps leaves out those that another makes needless.
group: gaps
tags: [gaps, risk]
empty:
  ru: >-
    Поставки участникам кластеров справочного набора не называют составляющих из рецептов.
  en: >-
    Supplies to members of the clusters of the reference data set name no input of a recipe.
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
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  inside: {meaning: {ru: поставщик — участник кластера, en: the supplier is a member of the cluster}}
  buyers: {meaning: {ru: "участники, которым он поставляет", en: members to which it delivers}}
  claims: {meaning: {ru: "утверждения о составе, выпуске, участии и поставках", en: "claims about the recipe, the production, the memberships and the supplies"}}
*/
MATCH (k:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH k, p, collect(e) AS makers, collect(m.claims) + collect(made.claims) AS lists
MATCH (p)-[r:REQUIRES]->(i:Product)
WHERE none(own IN makers WHERE EXISTS { MATCH (own)-[made:PRODUCES]->(i) WHERE made.status <> 'ended' })
CALL (makers, i) {
  UNWIND makers AS b
  MATCH (b)<-[link:SUPPLIES]-(s:Enterprise)
  WHERE s <> b AND link.status <> 'ended' AND coalesce(s.status, '') <> 'ended'
    AND (link.product = i.code OR (link.product IS NULL AND (
      EXISTS { MATCH (s)-[made:PRODUCES]->(i) WHERE made.status <> 'ended' }
      OR EXISTS {
        MATCH (s)-[named:SUPPLIES {product: i.code}]->(to:Enterprise)
        WHERE to <> s AND named.status <> 'ended' AND coalesce(to.status, '') <> 'ended'
      })))
  WITH s, link, coalesce(b.name_ru, b.name_en, b.id) AS buyer ORDER BY buyer, b.id
  RETURN s, collect(DISTINCT buyer) AS buyers, collect(link.claims) AS told
}
WITH k, p, r, i, lists, collect(s) AS found, collect(buyers) AS to, collect(told) AS told
WHERE size(found) = 1
WITH k, p, r, i, lists + told[0] + [r.claims] AS lists, found[0] AS s, to[0] AS buyers
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
       coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       EXISTS { MATCH (s)-[m:MEMBER_OF]->(k) WHERE m.status <> 'ended' } AS inside,
       buyers,
       claims
ORDER BY coalesce(points, 0) DESC, product, input, coalesce(condition, ''), supplier_id

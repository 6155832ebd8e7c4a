/*
name: shortest-chain
title:
  ru: Какой кратчайшей цепочкой поставок связаны два предприятия
  en: By which shortest chain of supplies two enterprises are linked
explanation:
  ru: >-
    Одна кратчайшая цепочка не длиннее шести связей, шаг за шагом; направление поставки может меняться. Завершённые
    поставки не считаются. Из равных выбирается первая по кодам предприятий.
  en: >-
    One shortest chain of at most six links, step by step; the links may run either way. Ended links do not count.
    Of several equally short chains the first by the ids of the enterprises is taken.
group: chains
tags: [chains]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: одно предприятие, en: one enterprise}
    example: ent-dbf494f338884057
  other:
    type: enterprise
    meaning: {ru: другое предприятие, en: the other enterprise}
    example: ent-570400d10a1760df
columns:
  step: {meaning: {ru: шаг, en: step}}
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  buyer: {meaning: {ru: покупатель, en: buyer}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения о поставке, en: claims about the link}}
*/
MATCH (a:Enterprise {id: $enterprise})
MATCH (b:Enterprise {id: $other})
WHERE a <> b
MATCH path = allShortestPaths((a)-[:SUPPLIES*..6]-(b))
WHERE all(link IN relationships(path) WHERE link.status <> 'ended')
WITH path ORDER BY [n IN nodes(path) | n.id], [link IN relationships(path) | coalesce(link.product, '')] LIMIT 1
WITH relationships(path) AS links
UNWIND range(1, size(links)) AS step
WITH step, links[step - 1] AS r
WITH step, r, startNode(r) AS s, endNode(r) AS b
OPTIONAL MATCH (p:Product {code: r.product})
RETURN step,
       coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       r.product AS product_code,
       r.status AS status,
       r.claims AS claims
ORDER BY step

/*
name: if-it-stops
title:
  ru: "Кто останется без поставок, если предприятие остановится"
  en: Who is left without supplies if an enterprise stops
explanation:
  ru: >-
    Покупатели предприятия и по каждой продукции — кто ещё поставляет им то же самое и сколько в графе других
    изготовителей. Сначала те, у кого другого поставщика нет.
  en: >-
    The buyers of an enterprise and, for each product, who else delivers the same to them and how many other makers
    the graph knows. Those without another supplier come first.
group: chains
tags: [chains, risk]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: "предприятие, которое остановится", en: the enterprise that stops}
    example: ent-dbf494f338884057
columns:
  buyer: {meaning: {ru: покупатель, en: buyer}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  only_supplier: {meaning: {ru: других поставщиков этой продукции у покупателя нет, en: the buyer has no other supplier of this product}}
  others: {meaning: {ru: другие поставщики этой продукции, en: other suppliers of this product}}
  other_makers: {meaning: {ru: сколько других предприятий её выпускают, en: how many other enterprises make it}}
  status: {meaning: {ru: статус, en: status}}
  claims: {meaning: {ru: утверждения о поставке, en: claims about the link}}
*/
MATCH (s:Enterprise {id: $enterprise})-[r:SUPPLIES]->(b:Enterprise)
WHERE r.status <> 'ended' AND s <> b
WITH s, r.product AS code, collect(r) AS links
OPTIONAL MATCH (p:Product {code: code})
WITH s, links, p,
     COUNT { MATCH (p)<-[made:PRODUCES]-(maker:Enterprise) WHERE maker <> s AND made.status <> 'ended' } AS other_makers
UNWIND links AS r
WITH s, r, endNode(r) AS b, p, other_makers
WITH s, r, b, p, other_makers, COLLECT {
  MATCH (b)<-[link:SUPPLIES]-(other:Enterprise)
  WHERE other <> s AND other <> b AND link.product = p.code AND link.status <> 'ended'
  RETURN coalesce(other.name_ru, other.name_en, other.id) AS name ORDER BY name
} AS others
RETURN coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       others = [] AS only_supplier,
       others,
       other_makers,
       r.status AS status,
       r.claims AS claims
ORDER BY only_supplier DESC, other_makers, buyer, buyer_id, coalesce(product_code, '')
LIMIT 1001

/*
name: inside-cluster
title:
  ru: Кто кому поставляет внутри кластера
  en: Who supplies whom inside a cluster
explanation:
  ru: >-
    Поставки между участниками кластера: внутренняя кооперация, которую проверяют правила кластеров. Завершённая
    поставка показана со своим статусом.
  en: >-
    Supply links between members of a cluster: the inner cooperation that the rules for clusters check. An ended
    link is shown with its status.
group: chains
tags: [chains, cluster]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
columns:
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  buyer: {meaning: {ru: покупатель, en: buyer}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус, en: status}}
  since: {meaning: {ru: первая поставка (EDTF), en: first delivery (EDTF)}}
  until: {meaning: {ru: последняя поставка (EDTF), en: last delivery (EDTF)}}
  claims: {meaning: {ru: утверждения о поставке и участии, en: claims about the link and the memberships}}
*/
MATCH (k:Cluster {id: $cluster})<-[m:MEMBER_OF]-(s:Enterprise)-[r:SUPPLIES]->(b:Enterprise)-[n:MEMBER_OF]->(k)
WHERE m.status <> 'ended' AND n.status <> 'ended' AND s <> b
OPTIONAL MATCH (p:Product {code: r.product})
RETURN coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       r.product AS product_code,
       r.status AS status,
       r.since AS since,
       r.until AS until,
       COLLECT { UNWIND r.claims + m.claims + n.claims AS claim RETURN DISTINCT claim ORDER BY claim } AS claims
ORDER BY supplier, supplier_id, buyer, buyer_id, coalesce(product_code, '')

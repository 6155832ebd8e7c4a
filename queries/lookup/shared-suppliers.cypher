/*
name: shared-suppliers
title:
  ru: Кто поставляет обоим предприятиям
  en: Who supplies both of two enterprises
explanation:
  ru: >-
    Общие поставщики двух предприятий и что они каждому поставляют: где заказы можно объединить и где один сбой
    остановит обоих. Завершённые поставки не считаются.
  en: >-
    The suppliers that two enterprises share and what they deliver to each: where orders can be joined, and where
    one failure stops both. Ended links do not count.
group: chains
tags: [chains]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: одно предприятие, en: one enterprise}
    example: ent-430cd759767d1396
  other:
    type: enterprise
    meaning: {ru: другое предприятие, en: the other enterprise}
    example: ent-2bf92ee2fcb63c0a
columns:
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  first: {meaning: {ru: что поставляет первому (коды продукции), en: what it delivers to the first (codes of products)}}
  second: {meaning: {ru: что поставляет второму (коды продукции), en: what it delivers to the second (codes of products)}}
  claims: {meaning: {ru: утверждения о поставках, en: claims about the links}}
*/
MATCH (a:Enterprise {id: $enterprise})<-[r:SUPPLIES]-(s:Enterprise)
WHERE r.status <> 'ended'
MATCH (s)-[t:SUPPLIES]->(b:Enterprise {id: $other})
WHERE t.status <> 'ended' AND a <> b
UNWIND r.claims + t.claims AS claim
WITH s, r.product AS here, t.product AS there, claim ORDER BY here, there, claim
RETURN coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       collect(DISTINCT here) AS first,
       collect(DISTINCT there) AS second,
       collect(DISTINCT claim) AS claims
ORDER BY supplier, supplier_id

/*
name: partners
title:
  ru: С кем связано предприятие
  en: With whom an enterprise is linked
explanation:
  ru: >-
    Все поставщики, покупатели, стороны соглашений, владельцы и дочерние предприятия одного предприятия, по одной
    связи в строке. Связь со статусом ended завершена.
  en: >-
    All suppliers, buyers, parties to agreements, owners and subsidiaries of one enterprise, one relation a row. A
    relation of status ended is over.
group: who
tags: [who, chains, agreements]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-208f34dfe1e67880
columns:
  relation: {meaning: {ru: "supplier, buyer, agreement, owner или owned: кто партнёр предприятию", en: "supplier, buyer, agreement, owner or owned: what the partner is to the enterprise"}}
  partner: {meaning: {ru: партнёр, en: partner}}
  partner_id: {meaning: {ru: код партнёра, en: id or code of the partner}}
  partner_unnamed: {meaning: {ru: источник не называет партнёра, en: the source does not name the partner}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус, en: status}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  claims: {meaning: {ru: утверждения о связи, en: claims about the relation}}
*/
MATCH (e:Enterprise {id: $enterprise})-[r:SUPPLIES|MEMORANDUM|OWNS]-(n)
OPTIONAL MATCH (p:Product {code: r.product})
UNWIND CASE type(r)
         WHEN 'SUPPLIES' THEN [[endNode(r), 'supplier'], [startNode(r), 'buyer']]
         WHEN 'OWNS' THEN [[endNode(r), 'owner'], [startNode(r), 'owned']]
         ELSE [[e, 'agreement']]
       END AS told
WITH n, r, p, told, e
WHERE told[0] = e
RETURN told[1] AS relation,
       coalesce(n.name_ru, n.name_en, n.id, n.code) AS partner,
       coalesce(n.id, n.code) AS partner_id,
       n:Placeholder AS partner_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       r.product AS product_code,
       r.status AS status,
       r.confidence AS confidence,
       r.claims AS claims
ORDER BY relation, partner, partner_id, coalesce(product_code, '')
LIMIT 1001

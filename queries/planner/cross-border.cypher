/*
name: cross-border
title:
  ru: Какие поставки идут через границу
  en: Which supply links cross a border
explanation:
  ru: >-
    Поставки между предприятиями разных стран по ISO 3166. Где источник указывает для предприятия другую страну, она стоит
    рядом. Завершённые поставки показаны со своим статусом; предприятие без известной страны не показано.
  en: >-
    Supply links between enterprises of different countries by ISO 3166. Where a source states another country for an
    enterprise, it stands beside. Ended links are shown with their status; an enterprise of unknown country is not shown.
group: chains
tags: [chains]
cost:
  ru: >-
    Без кода страны читает все связи SUPPLIES: вопрос обо всех поставках; с кодом идёт от предприятий страны, а их
    десятки тысяч.
  en: >-
    Without a country it reads every SUPPLIES edge: the question is about all supplies; with one it starts from the
    enterprises of the country, of which there are tens of thousands.
parameters:
  country:
    type: string
    meaning: {ru: "код страны (ISO 3166-1) одной из сторон; пусто — все", en: "code (ISO 3166-1) of the country of one side; empty for all"}
    default: ""
    example: UZ
columns:
  supplier_country: {meaning: {ru: страна поставщика, en: country of the supplier}}
  supplier_country_as_stated: {meaning: {ru: "она же по источнику, где она иная", en: the same by the source where it differs}}
  supplier: {meaning: {ru: поставщик, en: supplier}}
  supplier_id: {meaning: {ru: код поставщика, en: id of the supplier}}
  supplier_unnamed: {meaning: {ru: источник не называет поставщика, en: the source does not name the supplier}}
  buyer_country: {meaning: {ru: страна покупателя, en: country of the buyer}}
  buyer_country_as_stated: {meaning: {ru: "она же по источнику, где она иная", en: the same by the source where it differs}}
  buyer: {meaning: {ru: покупатель, en: buyer}}
  buyer_id: {meaning: {ru: код покупателя, en: id of the buyer}}
  buyer_unnamed: {meaning: {ru: источник не называет покупателя, en: the source does not name the buyer}}
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  status: {meaning: {ru: статус поставки, en: status of the link}}
  since: {meaning: {ru: первая поставка (EDTF), en: first delivery (EDTF)}}
  until: {meaning: {ru: последняя поставка (EDTF), en: last delivery (EDTF)}}
  claims: {meaning: {ru: утверждения о поставке и местах, en: claims about the link and the places}}
*/
CALL () {
  MATCH (:Country {code: $country})<-[:PART_OF*0..1]-()<-[:LOCATED_IN]-(:Enterprise)-[r:SUPPLIES]-(:Enterprise)
  RETURN r
  UNION
  WITH $country AS every
  WHERE every = ''
  MATCH (:Enterprise)-[r:SUPPLIES]->(:Enterprise)
  RETURN r
}
WITH startNode(r) AS s, r, endNode(r) AS b
MATCH (s)-[here:LOCATED_IN]->()-[:PART_OF*0..1]->(home:Country)
MATCH (b)-[there:LOCATED_IN]->()-[:PART_OF*0..1]->(abroad:Country)
WHERE home <> abroad
WITH s, r, b, here, there, home, abroad
ORDER BY home.code, abroad.code, coalesce(s.name_ru, s.name_en, s.id), s.id,
         coalesce(b.name_ru, b.name_en, b.id), b.id, coalesce(r.product, '') LIMIT 1001
OPTIONAL MATCH (p:Product {code: r.product})
UNWIND r.claims + here.claims + there.claims AS claim
WITH s, r, b, here, there, home, abroad, p, collect(DISTINCT claim) AS claims
RETURN home.code AS supplier_country,
       here.country_as_stated AS supplier_country_as_stated,
       coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       abroad.code AS buyer_country,
       there.country_as_stated AS buyer_country_as_stated,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       r.status AS status,
       r.since AS since,
       r.until AS until,
       claims
ORDER BY supplier_country, buyer_country, supplier, supplier_id, buyer, buyer_id, coalesce(product_code, '')
LIMIT 1001

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
    Узнаёт места всех предприятий, чтобы увидеть границу; без кода страны читает и все связи SUPPLIES, с кодом — связи
    предприятий страны, а их десятки тысяч.
  en: >-
    Learns the places of all enterprises to see the border; without a country it also reads every SUPPLIES edge, with
    one the edges of the enterprises of the country, of which there are tens of thousands.
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
MATCH (one:Country)
WHERE $country IN ['', one.code]
MATCH (one)<-[:PART_OF*0..1]-()<-[mine:LOCATED_IN]-(e:Enterprise)-[r:SUPPLIES]-(f:Enterprise)
MATCH (f)-[theirs:LOCATED_IN]->(place:Region|Country)
USING JOIN ON f
WHERE left(place.code, 2) <> one.code AND (startNode(r) = e OR $country <> '')
WITH r, startNode(r) AS s, endNode(r) AS b,
     CASE WHEN startNode(r) = e THEN [mine, theirs] ELSE [theirs, mine] END AS places,
     CASE WHEN startNode(r) = e THEN [one.code, left(place.code, 2)] ELSE [left(place.code, 2), one.code] END AS countries
ORDER BY countries, coalesce(s.name_ru, s.name_en, s.id), s.id, coalesce(b.name_ru, b.name_en, b.id), b.id,
         coalesce(r.product, '') LIMIT 1001
OPTIONAL MATCH (p:Product {code: r.product})
RETURN countries[0] AS supplier_country,
       places[0].country_as_stated AS supplier_country_as_stated,
       coalesce(s.name_ru, s.name_en, s.id) AS supplier,
       s.id AS supplier_id,
       s:Placeholder AS supplier_unnamed,
       countries[1] AS buyer_country,
       places[1].country_as_stated AS buyer_country_as_stated,
       coalesce(b.name_ru, b.name_en, b.id) AS buyer,
       b.id AS buyer_id,
       b:Placeholder AS buyer_unnamed,
       coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       r.status AS status,
       r.since AS since,
       r.until AS until,
       COLLECT {
         UNWIND r.claims + places[0].claims + places[1].claims AS claim RETURN DISTINCT claim
       } AS claims
ORDER BY supplier_country, buyer_country, supplier, supplier_id, buyer, buyer_id, coalesce(product_code, '')
LIMIT 1001

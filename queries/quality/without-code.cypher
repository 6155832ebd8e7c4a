/*
name: without-code
title:
  ru: У какой продукции нет кодов ОКПД2 и ТН ВЭД
  en: Which products have no OKPD2 or HS code
explanation:
  ru: >-
    Продукция, которую по кодам не найти и не сравнить: для неё не подобрать кандидатов. Сначала та, что нужна
    рецептам.
  en: >-
    Products that cannot be found or compared by code: no candidates can be named for them. Those that recipes need
    come first.
group: quality
tags: [quality, products]
cost:
  ru: >-
    Читает все узлы Product: отсутствие кода индекс не показывает; изделий сотни.
  en: >-
    Reads every Product node: no index shows what is missing; there are hundreds of products.
columns:
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  needed_for: {meaning: {ru: в скольких рецептах нужна, en: how many recipes need it}}
  makers: {meaning: {ru: сколько предприятий её выпускают, en: how many enterprises make it}}
  claims: {meaning: {ru: утверждения о продукции, en: claims about the product}}
*/
MATCH (p:Product)
WHERE coalesce(p.okpd2, []) = [] AND coalesce(p.hs, []) = []
RETURN coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       COUNT { (p)<-[:REQUIRES]-(:Product) } AS needed_for,
       COUNT { (p)<-[:PRODUCES]-(:Enterprise) } AS makers,
       p.claims AS claims
ORDER BY needed_for DESC, makers DESC, product, product_code

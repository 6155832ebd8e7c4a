/*
name: what-members-make
title:
  ru: Что выпускают участники кластера
  en: What the members of a cluster make
explanation:
  ru: >-
    Продукция участников кластера с кодами ОКПД2 и теми, кто её выпускает. Завершённый выпуск и вышедшие участники
    не показаны.
  en: >-
    What the members of a cluster make, with OKPD2 codes and who makes it. Ended production and members that have
    left are not shown.
group: who
tags: [who, cluster, products]
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера, en: id of the cluster}
    default: agromash-ru-uz
    example: yug
columns:
  product: {meaning: {ru: продукция, en: product}}
  product_code: {meaning: {ru: код продукции, en: code of the product}}
  okpd2: {meaning: {ru: коды ОКПД2, en: OKPD2 codes}}
  makers: {meaning: {ru: "участники, которые её выпускают", en: members that make it}}
  claims: {meaning: {ru: утверждения об участии и выпуске, en: claims about the memberships and the production}}
*/
MATCH (:Cluster {id: $cluster})<-[m:MEMBER_OF]-(e:Enterprise)-[made:PRODUCES]->(p:Product)
WHERE m.status <> 'ended' AND made.status <> 'ended' AND coalesce(e.status, '') <> 'ended'
WITH p, m, made, coalesce(e.name_ru, e.name_en, e.id) AS maker ORDER BY maker, e.id
UNWIND m.claims + made.claims AS claim
RETURN coalesce(p.name_ru, p.name_en, p.code) AS product,
       p.code AS product_code,
       p.okpd2 AS okpd2,
       collect(DISTINCT maker) AS makers,
       collect(DISTINCT claim) AS claims
ORDER BY product, product_code

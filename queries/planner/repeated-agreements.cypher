/*
name: repeated-agreements
title:
  ru: Кто договаривался друг с другом не раз
  en: Who agreed with each other more than once
explanation:
  ru: >-
    Пары сторон с несколькими соглашениями: число соглашений и то из них, что продвинулось дальше всех.
  en: >-
    Pairs of parties with several agreements: how many, and the one that stands furthest.
group: agreements
tags: [agreements]
cost:
  ru: >-
    Читает все связи MEMORANDUM: вопрос обо всех парах; пар тысячи.
  en: >-
    Reads every MEMORANDUM edge: the question is about all pairs; there are thousands.
columns:
  one: {meaning: {ru: одна сторона, en: one party}}
  other: {meaning: {ru: другая сторона, en: the other party}}
  number: {meaning: {ru: число соглашений, en: number of agreements}}
  agreements: {meaning: {ru: коды соглашений, en: ids of the agreements}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  claims: {meaning: {ru: утверждения о соглашениях, en: claims about the agreements}}
*/
MATCH (x:Enterprise|Region|Country)-[m:MEMORANDUM]->(y:Enterprise|Region|Country)
WHERE size(m.agreements) > 1
RETURN coalesce(x.name_ru, x.name_en, x.id, x.code) AS one,
       coalesce(y.name_ru, y.name_en, y.id, y.code) AS other,
       size(m.agreements) AS number,
       m.agreements AS agreements,
       m.kind AS kind,
       m.status AS status,
       m.signed AS signed,
       m.claims AS claims
ORDER BY number DESC, one, other, coalesce(x.id, x.code), coalesce(y.id, y.code)

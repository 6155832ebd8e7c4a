/*
name: signed-since
title:
  ru: Что подписано с этой даты
  en: What was signed since a date
explanation:
  ru: >-
    Все соглашения, подписанные в этот день или позже, новые сначала; неточная дата берётся по её концу. Соглашение
    без даты подписания не показано.
  en: >-
    All agreements signed on that day or later, newest first; an imprecise date counts by its end. An agreement
    without a date of signing is not shown.
group: change
tags: [change, agreements]
cost:
  ru: >-
    Читает все узлы Agreement: даты EDTF бывают интервалами, и индекс их не упорядочит; соглашений тысячи.
  en: >-
    Reads every Agreement node: EDTF dates may be intervals, which no index puts in order; there are thousands.
parameters:
  since:
    type: date
    meaning: {ru: с какой даты, en: since which date}
    example: "2025-01-01"
columns:
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  parties: {meaning: {ru: все стороны, en: all parties}}
  unnamed_parties: {meaning: {ru: "стороны, которых источник не называет", en: parties that the source does not name}}
  subject: {meaning: {ru: предмет, en: subject}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении, en: claims about the agreement}}
*/
MATCH (a:Agreement)
WHERE NOT a.signed STARTS WITH 'XXXX'
  AND left(replace(split(a.signed, '/')[-1], '..', '9999') + '-99-99', 10) >= $since
RETURN a.signed AS signed,
       a.kind AS kind,
       a.status AS status,
       COLLECT {
         MATCH (p)-[:SIGNED]->(a)
         RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS parties,
       COLLECT {
         MATCH (p:Placeholder)-[:SIGNED]->(a)
         RETURN coalesce(p.name_ru, p.name_en, p.id) AS name ORDER BY name
       } AS unnamed_parties,
       a.subject AS subject,
       a.id AS agreement,
       a.claims AS claims
ORDER BY replace(split(signed, '/')[-1], '..', '9999') DESC, agreement

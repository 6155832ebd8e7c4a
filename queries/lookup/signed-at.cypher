/*
name: signed-at
title:
  ru: Что подписано на мероприятии
  en: What was signed at an event
explanation:
  ru: >-
    Соглашения одного форума, выставки или комиссии со всеми сторонами и статусом.
  en: >-
    The agreements of one forum, exhibition or commission with all parties and their status.
group: agreements
tags: [agreements, events]
parameters:
  event:
    type: string
    meaning: {ru: код мероприятия, en: id of the event}
    example: innoprom-ca-2025
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
MATCH (:Event {id: $event})<-[:SIGNED_AT]-(a:Agreement)
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
ORDER BY kind, agreement

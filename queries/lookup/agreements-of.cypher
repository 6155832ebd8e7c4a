/*
name: agreements-of
title:
  ru: Что и с кем подписало предприятие
  en: "What an enterprise signed, and with whom"
explanation:
  ru: >-
    Все соглашения, где предприятие — сторона: с кем, где, о чём и на какой стадии. Новые сначала, без даты — в
    конце.
  en: >-
    All agreements that the enterprise is a party to: with whom, where, on what, and how far they are. Newest first,
    undated ones last.
group: agreements
tags: [agreements]
parameters:
  enterprise:
    type: enterprise
    meaning: {ru: предприятие, en: the enterprise}
    example: ent-9d9812c46f7899d7
columns:
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  role: {meaning: {ru: роль предприятия словами источника, en: part of the enterprise in the words of the source}}
  others: {meaning: {ru: другие стороны, en: the other parties}}
  subject: {meaning: {ru: предмет, en: subject}}
  events: {meaning: {ru: где подписано, en: where it was signed}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении и подписи, en: claims about the agreement and the signature}}
*/
MATCH (e:Enterprise {id: $enterprise})-[s:SIGNED]->(a:Agreement)
RETURN a.signed AS signed,
       a.kind AS kind,
       a.status AS status,
       s.role AS role,
       COLLECT {
         MATCH (p)-[:SIGNED]->(a) WHERE p <> e
         RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS others,
       a.subject AS subject,
       COLLECT {
         MATCH (a)-[:SIGNED_AT]->(event:Event)
         RETURN coalesce(event.name_ru, event.name_en, event.id) AS name ORDER BY name
       } AS events,
       a.id AS agreement,
       a.claims + [claim IN s.claims WHERE NOT claim IN a.claims] AS claims
ORDER BY replace(split(coalesce(a.signed, 'XXXX'), '/')[-1], 'X', '0') DESC, agreement

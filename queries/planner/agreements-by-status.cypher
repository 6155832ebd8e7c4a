/*
name: agreements-by-status
title:
  ru: Какие соглашения на этой стадии
  en: Which agreements have this status
explanation:
  ru: >-
    Соглашения со статусом announced (объявлено), signed (подписано), active (действует) или ended (завершено): что
    объявлено, но ещё не подписано.
  en: >-
    Agreements of status announced, signed, active or ended: what was announced and is not signed yet.
group: agreements
tags: [agreements]
cost:
  ru: >-
    Читает все узлы Agreement: соглашений тысячи, и индекса по статусу четырёх значений они не стоят.
  en: >-
    Reads every Agreement node: there are thousands, and a status of four values is not worth an index.
parameters:
  status:
    type: string
    meaning: {ru: "announced, signed, active или ended", en: "announced, signed, active or ended"}
    default: announced
    example: announced
columns:
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  parties: {meaning: {ru: все стороны, en: all parties}}
  subject: {meaning: {ru: предмет, en: subject}}
  events: {meaning: {ru: где подписано, en: where it was signed}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении, en: claims about the agreement}}
*/
MATCH (a:Agreement {status: $status})
RETURN a.signed AS signed,
       a.kind AS kind,
       COLLECT {
         MATCH (p)-[:SIGNED]->(a)
         RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS parties,
       a.subject AS subject,
       COLLECT {
         MATCH (a)-[:SIGNED_AT]->(event:Event)
         RETURN coalesce(event.name_ru, event.name_en, event.id) AS name ORDER BY name
       } AS events,
       a.id AS agreement,
       a.claims AS claims
ORDER BY replace(split(coalesce(a.signed, 'XXXX'), '/')[-1], 'X', '0') DESC, agreement

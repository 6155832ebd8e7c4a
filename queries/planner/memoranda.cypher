/*
name: memoranda
title:
  ru: Кто с кем что подписал
  en: Who signed what with whom
explanation:
  ru: >-
    Меморандумы, соглашения и контракты в поле кластера: соглашение, которым кластер создан, всё, что подписано на том же
    мероприятии, и всё, что подписали участники. С пустым кодом кластера — все соглашения. Новые сначала, без даты — в конце.
  en: >-
    Memoranda, agreements and contracts in the field of a cluster: the agreement that founds it, all that was signed at the
    same event, and all that its members signed. With an empty cluster, all agreements. Newest first, undated ones last.
group: agreements
tags: [agreements]
cost:
  ru: >-
    Без кода кластера читает все узлы Agreement: вопрос обо всех соглашениях; их тысячи.
  en: >-
    Without a cluster it reads every Agreement node: the question is about all agreements; there are thousands.
parameters:
  cluster:
    type: string
    meaning: {ru: код кластера; пусто — все соглашения, en: id of the cluster; empty for all agreements}
    default: agromash-ru-uz
    example: agromash-ru-uz
columns:
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  parties: {meaning: {ru: все стороны, en: all parties}}
  unnamed_parties: {meaning: {ru: "стороны, которых источник не называет", en: parties that the source does not name}}
  subject: {meaning: {ru: предмет, en: subject}}
  events: {meaning: {ru: где подписано, en: where it was signed}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении, en: claims about the agreement}}
*/
CALL () {
  MATCH (:Cluster {id: $cluster})<-[:FOUNDS]-(a:Agreement)
  RETURN a
  UNION
  MATCH (:Cluster {id: $cluster})<-[:FOUNDS]-(:Agreement)-[:SIGNED_AT]->(:Event)<-[:SIGNED_AT]-(a:Agreement)
  RETURN a
  UNION
  MATCH (:Cluster {id: $cluster})<-[:MEMBER_OF]-(:Enterprise)-[:SIGNED]->(a:Agreement)
  RETURN a
  UNION
  MATCH (a:Agreement)
  WHERE $cluster = ''
  RETURN a
}
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
       COLLECT {
         MATCH (a)-[:SIGNED_AT]->(event:Event)
         RETURN coalesce(event.name_ru, event.name_en, event.id) AS name ORDER BY name
       } AS events,
       a.id AS agreement,
       a.claims AS claims
ORDER BY replace(split(coalesce(a.signed, 'XXXX'), '/')[-1], 'X', '0') DESC, agreement
LIMIT 1001

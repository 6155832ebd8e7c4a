/*
name: signed-without-supplies
title:
  ru: "Где соглашение подписано, а поставок между сторонами нет"
  en: Which agreements were signed with no supplies between the parties
explanation:
  ru: >-
    Подписанные и действующие соглашения двух и более предприятий, между которыми граф не знает ни одной
    незавершённой поставки. Повод спросить стороны, а не вывод, что дела нет.
  en: >-
    Signed and active agreements of two or more enterprises between which the graph knows no supply that has not
    ended. A reason to ask the parties, not a finding that nothing is done.
group: agreements
tags: [agreements, control]
cost:
  ru: >-
    Читает все узлы Agreement: проверить надо каждое соглашение; их тысячи.
  en: >-
    Reads every Agreement node: each has to be checked; there are thousands.
columns:
  signed: {meaning: {ru: дата подписания (EDTF), en: date of signing (EDTF)}}
  kind: {meaning: {ru: вид, en: kind}}
  status: {meaning: {ru: статус, en: status}}
  parties: {meaning: {ru: все стороны, en: all parties}}
  subject: {meaning: {ru: предмет, en: subject}}
  agreement: {meaning: {ru: код соглашения, en: id of the agreement}}
  claims: {meaning: {ru: утверждения о соглашении, en: claims about the agreement}}
*/
MATCH (a:Agreement)
WHERE a.status IN ['signed', 'active']
  AND COUNT { (:Enterprise)-[:SIGNED]->(a) } > 1
  AND NOT EXISTS {
    MATCH (x:Enterprise)-[:SIGNED]->(a)<-[:SIGNED]-(y:Enterprise)
    MATCH (x)-[s:SUPPLIES]->(y)
    WHERE s.status <> 'ended'
  }
RETURN a.signed AS signed,
       a.kind AS kind,
       a.status AS status,
       COLLECT {
         MATCH (p)-[:SIGNED]->(a)
         RETURN coalesce(p.name_ru, p.name_en, p.id, p.code) AS name ORDER BY name
       } AS parties,
       a.subject AS subject,
       a.id AS agreement,
       a.claims AS claims
ORDER BY replace(split(coalesce(a.signed, 'XXXX'), '/')[-1], 'X', '0') DESC, agreement
LIMIT 1001

/*
name: status-differs
title:
  ru: О чьём статусе источники противоречат друг другу
  en: Whose status sources contradict each other on
explanation:
  ru: >-
    Предприятия и соглашения, о которых разные источники на одну дату говорят разное или более поздний возвращает
    статус назад (announced → signed → active → ended), по утверждению в строке. Неточные даты сравниваются по их
    концу.
  en: >-
    Enterprises and agreements of which different sources say different things for one date, or a later one puts the
    status back (announced → signed → active → ended), one claim a row. Imprecise dates are compared by their end.
group: quality
tags: [quality]
cost:
  ru: >-
    Сравнивает всё, что сказано о каждом предприятии и соглашении: иначе противоречия не видно.
  en: >-
    Compares all that is said of each enterprise and agreement: a contradiction shows in no other way.
columns:
  subject: {meaning: {ru: "о чём: предприятие или соглашение", en: "of what: enterprise or agreement"}}
  subject_code: {meaning: {ru: его код, en: its id}}
  status: {meaning: {ru: статус, en: status}}
  asserted: {meaning: {ru: на какую дату (EDTF), en: the date for which it is stated (EDTF)}}
  confidence: {meaning: {ru: достоверность от 0 до 1, en: confidence from 0 to 1}}
  source: {meaning: {ru: источник, en: source}}
  published: {meaning: {ru: когда опубликован (EDTF), en: when it was published (EDTF)}}
  address: {meaning: {ru: адрес источника, en: address of the source}}
  locator: {meaning: {ru: место в источнике, en: place in the source}}
  claims: {meaning: {ru: утверждение, en: claim}}
*/
MATCH (c:Claim)
WHERE c.kind IN ['enterprise', 'agreement']
WITH c
MATCH (c)-[:ABOUT]->(n:Enterprise|Agreement)
WHERE n:Agreement OR c.kind = 'enterprise'
WITH n, collect(c) AS claims
WHERE size(claims) > 1
UNWIND claims AS c
WITH n, c,
     split('announced signed active ended', ' ') AS stages,
     CASE
       WHEN c.asserted STARTS WITH 'XXXX' THEN '0000'
       ELSE left(replace(split(c.asserted, '/')[-1], '..', '9999') + '-99-99', 10)
     END AS day
WITH n, collect([c, day, [i IN range(0, 3) WHERE stages[i] = c.status][0]]) AS told
UNWIND told AS x
UNWIND told AS y
WITH n, x, y
WHERE x[0].source <> y[0].source AND (
  (x[1] = y[1] AND x[2] <> y[2]) OR (x[1] < y[1] AND x[2] > y[2]) OR (x[1] > y[1] AND x[2] < y[2]))
WITH DISTINCT n, x[0] AS c
MATCH (c)-[:FROM]->(s:Source)
RETURN coalesce(n.name_ru, n.name_en, n.subject, n.id) AS subject,
       n.id AS subject_code,
       c.status AS status,
       c.asserted AS asserted,
       c.confidence AS confidence,
       s.title AS source,
       s.date AS published,
       s.address AS address,
       c.locator AS locator,
       [c.id] AS claims
ORDER BY subject, subject_code, asserted DESC, source, s.id, c.id
LIMIT 1001

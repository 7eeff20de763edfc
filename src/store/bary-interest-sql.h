#pragma once

/* Who may not score what, as a table "interest" of expert, application, kind, potential, detail (what a fact rests on), day and
 * record (whose history tells the day where none is written). Facts of the directory stand by themselves; what people noted
 * stands unless it was dismissed. An expert works where the directory says and where the contest does. Partners are those who
 * were in one group of a cluster when the application was handed in.
 * A pair is never written down: of 1,000 applications and 300 experts only those that a fact leads to are visited. The plus keeps
 * all applications of a contest from being gone through.
 * @condition: of the experts `e` that are looked at, each with all applications of the contest */
#define BARY_INTEREST_TABLE(condition) \
  "pair AS NOT MATERIALIZED (SELECT e.id AS expert, e.person, e.contest, a.id AS application, a.organisation AS applicant, " \
  "e.organisation AS home, p.organisation AS work, e.second_job AS second, o.name AS applicant_name, a.submitted_on AS day " \
  "FROM contest_expert e JOIN person p ON p.id = e.person JOIN application a ON +a.contest = e.contest " \
  "JOIN organisation o ON o.id = a.organisation WHERE " condition "), " \
  "place (expert, organisation) AS (SELECT e.id, e.organisation FROM contest_expert e WHERE e.organisation IS NOT NULL AND " condition " " \
  "UNION SELECT e.id, p.organisation FROM contest_expert e JOIN person p ON p.id = e.person WHERE p.organisation IS NOT NULL AND " condition " " \
  "UNION SELECT e.id, e.second_job FROM contest_expert e WHERE e.second_job IS NOT NULL AND " condition "), " \
  "rival AS MATERIALIZED (SELECT place.expert, x.contest, x.organisation, x.id, x.submitted_on, o.name FROM place " \
  "JOIN application x ON x.organisation = place.organisation AND x.state IN ('submitted', 'admitted', 'to_mend') " \
  "JOIN organisation o ON o.id = x.organisation), " \
  "interest AS (" \
  "SELECT expert, application, 'own_organisation' AS kind, 0 AS potential, applicant_name AS detail, NULL AS day, expert AS record " \
  "FROM pair WHERE applicant IN (home, work) " \
  "UNION ALL SELECT expert, application, 'second_job', 0, applicant_name, NULL, expert FROM pair WHERE second = applicant " \
  "UNION ALL SELECT pair.expert, application, 'second_job', 0, applicant_name, r.\"from\", r.id FROM pair " \
  "JOIN role r ON r.person = pair.person AND r.organisation = applicant AND (r.\"to\" IS NULL OR r.\"to\" >= pair.day) " \
  "WHERE applicant IS NOT home AND applicant IS NOT work AND applicant IS NOT second " \
  "UNION ALL SELECT pair.expert, application, 'partner', 0, c.name || ', ' || g.name, max (m.\"from\", n.\"from\"), n.id FROM pair " \
  "JOIN place USING (expert) JOIN membership m ON m.organisation = place.organisation " \
  "JOIN membership n ON n.cluster = m.cluster AND n.\"group\" = m.\"group\" AND n.organisation = applicant AND n.id <> m.id " \
  "JOIN cluster c ON c.id = m.cluster JOIN \"group\" g ON g.id = m.\"group\" WHERE place.organisation <> applicant " \
  "AND (m.\"to\" IS NULL OR m.\"to\" >= pair.day) AND (n.\"to\" IS NULL OR n.\"to\" >= pair.day) " \
  "AND (pair.day IS NULL OR ((m.\"from\" IS NULL OR m.\"from\" <= pair.day) AND (n.\"from\" IS NULL OR n.\"from\" <= pair.day))) " \
  "UNION ALL SELECT rival.expert, a.id, 'applicant', 0, rival.name, rival.submitted_on, rival.id FROM rival " \
  "CROSS JOIN contest_expert e ON e.id = rival.expert AND e.contest = rival.contest " \
  "CROSS JOIN application a ON a.contest = rival.contest AND a.organisation <> rival.organisation " \
  "UNION ALL SELECT i.expert, pair.application, i.kind, i.state = 'potential', i.source, i.noted_on, i.id FROM interest_conflict i " \
  "JOIN pair ON pair.expert = i.expert AND (pair.application = i.application OR pair.applicant = i.organisation) " \
  "WHERE i.state <> 'dismissed') "

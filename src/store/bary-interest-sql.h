#pragma once

/* Who may not score what, as a table "interest" of expert, application, kind, potential, detail (what a fact rests on), day and
 * record (whose history tells the day where none is written). Facts of the directory stand by themselves; what people noted
 * stands unless it was dismissed. An expert works where the directory says and where the contest does. Partners are those who
 * were in one group of a cluster when the application was handed in.
 * A pair is never written down: of 1,000 applications and 300 experts only those that a fact leads to are visited. The plus keeps
 * all applications of a contest from being gone through, and each fact opens no more tables than it rests on: mostly there is
 * none, and opening them is what the question takes.
 * @condition: of the experts `e` that are looked at, each with all applications of the contest */
#define BARY_INTEREST_TABLE(condition) \
  "place (expert, contest, organisation, kind) AS MATERIALIZED (" \
  "SELECT e.id, e.contest, e.organisation, 'own_organisation' FROM contest_expert e WHERE e.organisation IS NOT NULL AND " condition " " \
  "UNION ALL SELECT e.id, e.contest, p.organisation, 'own_organisation' FROM contest_expert e JOIN person p ON p.id = e.person " \
  "WHERE p.organisation IS NOT NULL AND p.organisation IS NOT e.organisation AND " condition " " \
  "UNION ALL SELECT e.id, e.contest, e.second_job, 'second_job' FROM contest_expert e JOIN person p ON p.id = e.person " \
  "WHERE e.second_job IS NOT NULL AND e.second_job IS NOT e.organisation AND e.second_job IS NOT p.organisation AND " condition "), " \
  "interest AS NOT MATERIALIZED (" \
  "SELECT place.expert, a.id AS application, place.kind, 0 AS potential, o.name AS detail, NULL AS day, place.expert AS record FROM place " \
  "JOIN application a ON a.organisation = place.organisation AND +a.contest = place.contest JOIN organisation o ON o.id = a.organisation " \
  "UNION ALL SELECT e.id, a.id, 'second_job', 0, o.name, r.\"from\", r.id FROM contest_expert e JOIN person p ON p.id = e.person " \
  "JOIN role r ON r.person = e.person AND r.organisation IS NOT e.organisation AND r.organisation IS NOT p.organisation " \
  "AND r.organisation IS NOT e.second_job JOIN organisation o ON o.id = r.organisation " \
  "JOIN application a ON a.organisation = r.organisation AND +a.contest = e.contest AND (r.\"to\" IS NULL OR r.\"to\" >= a.submitted_on) " \
  "WHERE " condition " " \
  "UNION ALL SELECT place.expert, a.id, 'partner', 0, c.name || ', ' || g.name, max (m.\"from\", n.\"from\"), n.id FROM place " \
  "JOIN membership m ON m.organisation = place.organisation " \
  "JOIN membership n ON n.cluster = m.cluster AND n.\"group\" = m.\"group\" AND n.organisation <> m.organisation " \
  "JOIN cluster c ON c.id = m.cluster JOIN \"group\" g ON g.id = m.\"group\" " \
  "JOIN application a ON a.organisation = n.organisation AND +a.contest = place.contest " \
  "WHERE (m.\"to\" IS NULL OR m.\"to\" >= a.submitted_on) AND (n.\"to\" IS NULL OR n.\"to\" >= a.submitted_on) AND (a.submitted_on IS NULL " \
  "OR ((m.\"from\" IS NULL OR m.\"from\" <= a.submitted_on) AND (n.\"from\" IS NULL OR n.\"from\" <= a.submitted_on))) " \
  "UNION ALL SELECT place.expert, a.id, 'applicant', 0, o.name, x.submitted_on, x.id FROM place " \
  "CROSS JOIN application x ON x.organisation = place.organisation AND (x.state = 'submitted' OR x.state = 'admitted' OR x.state = 'to_mend') " \
  "CROSS JOIN organisation o ON o.id = x.organisation " \
  "CROSS JOIN application a ON a.contest = place.contest AND a.organisation <> x.organisation WHERE +x.contest = place.contest " \
  "UNION ALL SELECT e.id, a.id, i.kind, i.state = 'potential', i.source, i.noted_on, i.id FROM contest_expert e " \
  "JOIN interest_conflict i ON i.expert = e.id AND i.state <> 'dismissed' " \
  "JOIN application a ON +a.contest = e.contest AND (a.id = i.application OR a.organisation = i.organisation) WHERE " condition ") "

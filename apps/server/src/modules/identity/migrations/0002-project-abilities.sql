-- Who takes part in the year's loop of the budget projects: department heads declare, finance checks, the director
-- approves, the editorial board reviews; whoever submits never checks (a rule of the module, not of the roles).
update identity.role r set abilities = r.abilities || n.abilities
from (values
  ('departmentReviewer', array['project.read', 'project.link', 'project.fill', 'project.export', 'project.declare']),
  ('chiefReviewer', array['project.read', 'project.export', 'project.review']),
  ('finance', array['project.link', 'project.check']),
  ('director', array['project.declare', 'project.approve', 'project.publish']),
  ('administrator', array['project.fill', 'project.declare'])
) as n (key, abilities)
where r.key = n.key and not r.abilities && n.abilities;

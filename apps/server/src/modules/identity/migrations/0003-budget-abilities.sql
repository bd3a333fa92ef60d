-- Who handles the money of the projects: finance enters, the director approves adjustments, heads and auditors look.
update identity.role r set abilities = r.abilities || n.abilities
from (values
  ('finance', array['budget.read', 'budget.write']),
  ('director', array['budget.read', 'budget.approve']),
  ('departmentReviewer', array['budget.read']),
  ('chiefReviewer', array['budget.read']),
  ('auditor', array['budget.read'])
) as n (key, abilities)
where r.key = n.key and not r.abilities && n.abilities;

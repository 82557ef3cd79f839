/** A whole blueprint that uses most of the language; agents learn from it, so it has no finding. */
export const EXAMPLE = `blueprint: 1
name: spokes
title: Spokes
summary: Bicycle workshops take bicycles in, repair them and charge for parts and hours.

scale: { concurrentUsers: 400, tenants: 60 }
constraints: { compliance: [gdpr] }
qualities: { latencyP95Ms: 300 }

roles:
  manager:
    summary: Runs the workshop
    grants: ['*']
  mechanic:
    summary: Works on the repairs that are theirs
    grants:
      - customers:read
      - repairs.Repair:read
      - repairs.Repair:update:own
      - repairs.Repair:finish:own
      - repairs.PartLine:*:own
      - parts:read

contexts:
  customers:
    summary: Who brings bicycles
    entities:
      Customer:
        fields:
          name: string(120) personal
          email: email unique personal
          phone: phone? personal
        list: { sort: [name], search: [name, email] }

  parts:
    summary: What lies on the shelf
    entities:
      Part:
        fields:
          number: string(20) unique pattern "^[A-Z]{2}-[0-9]{4}$" example BR-0001
          name: string(120)
          price: money
          inStock: int min 0 = 0
        rules:
          - { check: price.amount >= 0, message: A part never costs less than nothing. }
        list: { sort: [name, number], search: [name, number] }

  repairs:
    summary: Bicycles on their way through the workshop
    needs: [customers, parts]
    entities:
      Repair:
        summary: One bicycle, from the door in to the door out.
        owner: mechanic
        fields:
          number: sequence
          complaint: text
          promisedOn: date
          estimate: money?
          finishedAt: datetime?
          status: enum(waiting, inWork, finished, collected, declined) = waiting
        relations:
          customer: Customer
          mechanic: User?
          parts: PartLine[] owned
        lifecycle:
          begin: waiting -> inWork
          finish:
            from: inWork
            to: finished
            when: estimate != null
            sets: { finishedAt: now }
            emits: repair.finished
          collect: { from: finished, to: collected, emits: repair.collected }
          decline: { from: [waiting, inWork], to: declined, roles: manager }
        list: { filter: [status, customer, mechanic], sort: [promisedOn, number] }
      PartLine:
        fields: { quantity: int min 1 max 100, unitPrice: money }
        relations: { part: Part }

reactions:
  - { on: repair.finished, notify: customer, template: ready-to-collect }
  - { on: repair.collected, call: bookkeeping.createInvoice, retries: 5 }

integrations:
  bookkeeping: { kind: accounting, timeoutMs: 5000, summary: Writes the invoices }

webhooks: { events: [repair.finished] }

reports:
  repairs-by-week: { from: Repair, group: [week(createdAt), status], measure: count() }

assumptions:
  - { id: A1, text: A workshop has six mechanics, source: assumption }

requirements:
  - { id: R1, quote: 'customers are told when their bicycle is ready', by: [repairs.Repair.finish, reactions] }
  - { id: R2, quote: 'answers within 300 ms', kind: quality, by: [qualities.latencyP95Ms] }
  - { id: R3, quote: 'no web shop', kind: exclusion, status: excluded }
  - { id: R4, quote: 'prints labels', status: open, note: Nothing prints. }

questions:
  - May a mechanic decline a repair without asking?
`;

/** What the language has, for somebody who has never seen it. */
export const LANGUAGE = `## The language

One YAML file, plain data: no anchors, no tags. \`blueprint.schema.json\` has every key; this is what the keys mean.

**Always there, never declared:** users, organizations, memberships, invitations, roles and permissions, sign-in, the audit log, a role
\`owner\` that may do everything; of every entity \`id\`, \`createdAt\`, \`updatedAt\` and the organization it belongs to. Relations may point at \`User\` and \`Organization\`.

**Names:** contexts, roles, integrations and reports kebab-case; entities PascalCase, singular and unique in the whole file; fields, relations
and actions camelCase. What an entity is called is never its own plural.

**Contexts** own entities. A relation to an entity of another context wants that context in \`needs\`; contexts may not need each other in a circle.

**Fields** are lines: a type, \`[]\` for a list, \`?\` for optional, then words.

| Part    | Values |
| ------- | ------ |
| type    | \`string(200)\` \`text\` \`richtext\` \`int\` \`bigint\` \`decimal(12, 2)\` \`money\` \`boolean\` \`date\` \`datetime\` \`time\` \`duration\` \`enum(a, b)\` \`email\` \`url\` \`phone\` \`slug\` \`uuid\` \`json\` \`file\` \`sequence\` |
| words   | \`unique\` (per organization) · \`immutable\` · \`private\` (stored, never returned) · \`personal\` (personal data) · \`min 0\` · \`max 100\` · \`pattern "^[A-Z]+$" example ABC\` |
| default | \`= draft\` · \`= 0\` · \`= 0 EUR\` · \`= now\` |

**Relations** are lines: \`Customer\` (required), \`User?\` (optional), \`Tag[]\` (many), \`PartLine[] owned\` (parts that live and die with the whole; an
owned entity has no relation back), then \`one\` (one-to-one), \`immutable\`, \`cascade\`, \`restrict\`, \`setNull\`, \`by customer\` (the other side of that
relation). Many-to-many relations are written on one side only.

**Rules** are conditions in CEL over the entity's own fields, true of every stored row: \`endsAt == null || endsAt > startsAt\`. Money has
\`.amount\` (minor units) and \`.currency\`.

**Lifecycles** move an enum field (\`status\` unless \`field:\` names another): \`finish: inWork -> finished\`, or with keys \`from\`, \`to\`, \`when\` (CEL), \`sets\`,
\`emits\`, \`roles\`. Each action becomes an endpoint and a permission.

**Grants** are \`context:action\` or \`context.Entity:action\`; actions are \`read\`, \`create\`, \`update\`, \`delete\`, those of lifecycles, and \`*\`. \`:own\` at the end
limits them to rows that belong to the actor (\`owner:\` names the relation to User that says whose a row is).

**Reactions** have one trigger (\`on:\` an event, \`every: 1h\`, \`cron: '0 3 * * *'\`) and one effect (\`notify:\` a role or relation with \`template:\`, \`do:\` an action,
\`call: integration.operation\`, \`emit:\` an event). Events are those that actions emit, \`repair.created\`, \`.updated\` and \`.deleted\` of every
entity, and what integrations send (\`receives:\`).

**Reports** count or sum the rows of one entity: \`measure: [count(), sum(total)]\`, \`group: [month(createdAt), status]\`, \`where:\` CEL.

**Requirements** say what was asked and what answers it. \`quote\` is verbatim from the brief. \`by\` names \`context\`, \`context.Entity\`, one of its fields, relations,
rules or actions (\`context.Entity.action\`), a key such as \`roles.manager\`, \`reports.…\`, \`integrations.…\`, \`scale.tenants\`, \`constraints.compliance\`,
\`qualities.latencyP95Ms\`, or \`tenancy\`, \`webhooks\`, \`reactions\`. \`kind\`: function (default), quality, constraint, exclusion. \`status\`: covered (default), partial, open, excluded.
Only covered and partial ones have \`by\`; open ones say in \`note\` what is missing.

A blueprint without findings:

\`\`\`yaml
${EXAMPLE}\`\`\`
`;

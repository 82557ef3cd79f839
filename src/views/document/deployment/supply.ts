import { dependenciesOf } from '../../../design/dependencies.js';
import { code, counted, headline, label, list, number } from '../words.js';
import { decisionOf, type Subject } from './subject.js';

/** Packages of the running system. */
export function packageRows({ design }: Subject) {
  return dependenciesOf(design)
    .filter(({ kind }) => kind === 'runtime')
    .map(({ name, version, licence, reason, usedBy }) => ({
      name: code(name),
      version: code(version.split('-')[0] ?? version),
      licence,
      reason,
      usedBy: usedBy.map(code).join(', '),
    }));
}

export function licenceRows({ design }: Subject) {
  const dependencies = dependenciesOf(design);
  const licences = [...new Set(dependencies.map(({ licence }) => licence))].sort();
  return licences.map((licence) => {
    const under = dependencies.filter((one) => one.licence === licence);
    const runtime = under.filter(({ kind }) => kind === 'runtime').length;
    return { licence, runtime: number(runtime), development: number(under.length - runtime), duty: 'keep the notice' };
  });
}

export function packageCounts({ design }: Subject): { readonly runtime: string; readonly development: string } {
  const dependencies = dependenciesOf(design);
  const runtime = dependencies.filter(({ kind }) => kind === 'runtime').length;
  return {
    runtime: counted(runtime, 'package'),
    development: counted(dependencies.length - runtime, 'package'),
  };
}

export function updateRows({ design }: Subject) {
  return design.deployment.updates.map(({ kind, within, how, part }) => ({
    kind,
    within: headline(within),
    how,
    part: label(part),
  }));
}

/** What holds on to us, and what letting go costs. */
export function exitRows({ design }: Subject) {
  const { items } = design.cost.stages.launch;
  return items.flatMap(({ label: title, monthlyUsd, exit }) =>
    exit
      ? [
          {
            title,
            monthly: headline(monthlyUsd),
            days: headline(exit.days),
            how: exit.how,
          },
        ]
      : [],
  );
}

export function exitNames({ design }: Subject): string {
  const { items } = design.cost.stages.launch;
  const [first, second] = items
    .filter(({ exit }) => exit)
    .sort((a, b) => (b.exit?.days.value ?? 0) - (a.exit?.days.value ?? 0));
  return list([first, second].flatMap((item) => (item ? [item.label] : [])));
}

/** What lists the packages of the running system, and the known holes in them. */
export function commandLines({ design }: Subject): { readonly text: string }[] {
  return design.stack.packageManager === 'pnpm'
    ? [{ text: 'pnpm ls --prod --recursive --depth Infinity --json' }, { text: 'pnpm audit --prod --audit-level high' }]
    : [{ text: 'npm sbom --sbom-format cyclonedx --omit dev' }, { text: 'npm audit --omit dev --audit-level high' }];
}

/** Licences of what is run beside the code, copyleft flagged. */
export function serviceRows({ design }: Subject) {
  const decided = ['database', ...(design.stack.queue === 'rabbitmq' ? ['queue'] : []), 'tracing', 'deploy'];
  const chosen = decided.flatMap((id) => {
    const { options, chosen: option } = decisionOf(design, id);
    return options.find((one) => one.id === option)?.product ?? [];
  });
  const redis = { version: 'Redis 8', licence: 'AGPL-3.0, RSALv2 or SSPL' };
  return [...chosen, redis].map(({ version, licence }) => {
    const isCopyleft = /GPL|SSPL|MPL/.test(licence);
    return {
      service: version.split(',')[0] ?? version,
      licence,
      copyleft: isCopyleft ? '**yes**' : 'no',
      duty: isCopyleft ? 'none while it is run unchanged' : 'keep the notice',
    };
  });
}

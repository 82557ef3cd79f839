import type { ASTNode } from '@marcbachmann/cel-js';
import { didYouMean } from '../../text/nearest.js';
import { parseCel } from '../compile-expression.js';
import type { Position } from '../diagnostic.js';
import { ExpressionError } from '../expression-error.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Report } from '../model.js';
import { entitiesOf, entityNamed, placeOf, type Check } from './support.js';

/** Reports read an entity that exists, by names it has, with functions that reports have. */
export const checkReports: Check = (blueprint, findings) => {
  for (const report of blueprint.reports) checkReport(blueprint, report, findings);
};

const PERIODS = ['day', 'week', 'month', 'quarter', 'year'];
const MEASURES = ['count', 'sum', 'avg', 'min', 'max'];

function checkReport(blueprint: Blueprint, report: Report, findings: Findings): void {
  const entity = entityNamed(blueprint, report.from);
  if (!entity) {
    const names = entitiesOf(blueprint).map(({ name }) => name);
    findings.error(
      'UNKNOWN_ENTITY',
      placeOf(report, 'from'),
      `There is no entity "${report.from}".`,
      didYouMean(report.from, names),
    );
    return;
  }
  report.group.forEach((text, index) => checkPart(entity, text, PERIODS, placeOf(report, `group.${index}`), findings));
  report.measures.forEach((text, index) =>
    checkPart(entity, text, MEASURES, placeOf(report, `measure.${index}`), findings),
  );
}

function checkPart(entity: Entity, text: string, functions: readonly string[], at: Position, findings: Findings): void {
  const ast = syntaxOf(text);
  if (!ast) return;
  const names = [
    'createdAt',
    'updatedAt',
    ...entity.fields.map(({ name }) => name),
    ...entity.relations.map(({ name }) => name),
  ];
  for (const part of partsOf(ast)) {
    if (part.op === 'id' && !names.includes(part.args)) {
      findings.error('UNKNOWN_FIELD', at, `${entity.name} has no field "${part.args}".`, didYouMean(part.args, names));
    } else if (part.op === 'call' && !functions.includes(part.args[0])) {
      findings.error(
        'REPORT',
        at,
        `"${part.args[0]}" is not a function of a report here.`,
        didYouMean(part.args[0], functions) ?? `Functions are ${functions.join(', ')}.`,
      );
    }
  }
}

/** Faults of syntax were reported where the text was read. */
function syntaxOf(text: string): ASTNode | undefined {
  try {
    return parseCel(text);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function partsOf(ast: ASTNode): ASTNode[] {
  switch (ast.op) {
    case 'value':
    case 'id':
      return [ast];
    case '.':
    case '.?':
      return [ast, ...partsOf(ast.args[0])];
    case '!_':
    case '-_':
      return [ast, ...partsOf(ast.args)];
    case 'call':
      return [ast, ...ast.args[1].flatMap(partsOf)];
    case 'rcall':
      return [ast, ...partsOf(ast.args[1]), ...ast.args[2].flatMap(partsOf)];
    case 'list':
      return [ast, ...ast.args.flatMap(partsOf)];
    case 'map':
      return [ast, ...ast.args.flat().flatMap(partsOf)];
    default:
      return [ast, ...ast.args.flatMap((part) => partsOf(part))];
  }
}

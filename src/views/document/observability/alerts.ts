import type { Design } from '../../../design/model.js';
import { BUDGET_DAYS } from '../../../design/operations/facts.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, counted, label, number } from '../words.js';
import type { ObservabilityWords } from './index.js';
import { runbookHeadings } from './incidents.js';

export function alertWords(
  design: Design,
): Pick<ObservabilityWords, 'alertLead' | 'burnRates' | 'alerts' | 'rulesPath' | 'rules'> {
  const { operations, product } = design;
  const { alerts, burnRates, slos } = operations;
  const { names } = leadingEntity(design);
  const availability = slos.find(({ id }) => id === 'availability');
  const headings = runbookHeadings(design);
  const pages = alerts.filter(({ severity }) => severity === 'page');
  return {
    alertLead: `People are woken by what users of ${names.textMany} feel, not by busy processors: ${number(pages.length)} of ${counted(alerts.length, 'alert')} (${label('alerts')}) page somebody, the others wait for the morning. ${availability ? `The promise of ${amount(availability.objectivePercent)} (${availability.objectivePercent.basis}) leaves ${amount(availability.errorBudget)} in ${number(BUDGET_DAYS)} days; ` : ''}${counted(burnRates.length, 'pair')} of windows watch how fast they go, with the rates that the [Google SRE Workbook](https://sre.google/workbook/alerting-on-slos/) gives. Both windows of a pair must burn, so that an alert about ${names.textMany} ends soon after the fault does.`,
    burnRates: burnRates.map(({ id, long, short, rate, budgetPercent, severity }) => ({
      name: id,
      long,
      short,
      rate: amount(rate),
      budget: amount(budgetPercent),
      severity,
    })),
    alerts: alerts.map(({ name, severity, forMinutes, meaning, runbook }) => ({
      name: code(name),
      severity,
      after: amount(forMinutes),
      meaning,
      runbook: headings.find(({ id }) => id === runbook)?.link ?? '',
    })),
    rulesPath: `observability/alerts/${product.name}.yaml`,
    rules: pages.map(({ name, expression, forMinutes, severity }) => ({
      name,
      expression,
      wait: `${number(forMinutes.value)}m`,
      severity,
    })),
  };
}

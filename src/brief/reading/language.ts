const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ENGLISH = words(
  'the and of to is for with that each their our we can which from by be have should must when who are it this a in on or',
);
/** Words that are frequent in other languages and rare in English. */
const FOREIGN = words(
  [
    'der das und ist nicht ein eine einen mit wir für dass auch werden sollen können unser unsere jede jeder kunden den dem zu im als',
    'le les des une est et pour avec dans nous qui que sur sont chaque nos leurs doit doivent peut peuvent aux du au',
    'el los las una es y para con por nuestro nuestra cada pueden debe deben usuarios clientes del se',
    'il gli della che per sono ogni nostro nostra di è e devono possono',
    'de het een van en voor met wij onze niet zijn elke moeten kunnen klanten',
    'o os as um uma são cada nosso nossa não com em',
    'och att som för med en ett inte vi ska kan och på og det ikke til vil',
    'oraz jest nie dla każdy się w na z i',
  ].join(' '),
);

/** Whether a text seems to be English; without function words, as in a list of keywords, it is taken for English by its letters. */
export function isEnglish(lowers: readonly string[], text: string): boolean {
  const sample = lowers.slice(0, 4000);
  const english = sample.filter((word) => ENGLISH.has(word)).length;
  const foreign = sample.filter((word) => FOREIGN.has(word) && !ENGLISH.has(word)).length;
  const letters = text.slice(0, 20_000).match(/\p{L}/gu)?.length ?? 0;
  const latin = text.slice(0, 20_000).match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * 0.7) return false;
  return foreign < 2 || english >= foreign;
}

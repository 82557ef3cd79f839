import pluralize from 'pluralize';

/** Plural of an identifier's last word in the case it has: `OrderLine` → `OrderLines`, `category` → `categories`. */
export const plural = (name: string): string => changeLastWord(name, pluralize.plural);

/** Singular of an identifier's last word: `tags` → `tag`. */
export const singular = (name: string): string => changeLastWord(name, pluralize.singular);

/** The library knows an irregular word (`SalesPerson`, `SubCriterion`) only where it stands alone. */
function changeLastWord(name: string, change: (word: string) => string): string {
  const last = /(?:[A-Z]?[a-z]+|[A-Z]+)\d*$/.exec(name)?.[0] ?? name;
  return name.slice(0, name.length - last.length) + change(last);
}

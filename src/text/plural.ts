import pluralize from 'pluralize';

/** Plural of an identifier's last word in the case it has: `OrderLine` → `OrderLines`, `category` → `categories`. */
export const plural = (name: string): string => pluralize.plural(name);

/** Singular of an identifier's last word: `tags` → `tag`. */
export const singular = (name: string): string => pluralize.singular(name);

import type { Arrow } from '../../model.js';
import { columns } from '../text.js';

/** What is said below a diagram because there is no room for it in the diagram. */
export class Notes {
  private readonly labels: string[] = [];
  private readonly arrows: Arrow[] = [];

  /** A mark for the label of an arrow, explained below; nothing where not even the mark has room, and the arrow is listed. */
  markOf(arrow: Arrow, room: number): string {
    const known = this.labels.indexOf(arrow.label);
    const mark = `${(known < 0 ? this.labels.length : known) + 1})`;
    if (columns(mark) > room) {
      this.list(arrow);
      return '';
    }
    if (known < 0) this.labels.push(arrow.label);
    return mark;
  }

  list(arrow: Arrow): void {
    this.arrows.push(arrow);
  }

  lines(titleOf: (id: string) => string, to: string): string[] {
    return [
      ...this.labels.map((label, index) => `${index + 1}) ${label}`),
      ...this.arrows.map((arrow) => {
        const said = arrow.label === '' ? '' : `: ${arrow.label}`;
        return `${titleOf(arrow.from)} ${to} ${titleOf(arrow.to)}${said}`;
      }),
    ];
  }
}

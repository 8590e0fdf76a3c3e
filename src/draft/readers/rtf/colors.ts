/** The table of colours of an RTF file. Each ends with a semicolon; the first is often empty, which is the automatic colour. */
export class Colors {
  readonly #colors: (string | undefined)[] = [];
  readonly #channels = new Map<string, number>();

  /** @param name of a channel: `red`, `green` or `blue` */
  set(name: string, value: number): void {
    this.#channels.set(name, value);
  }

  /** Ends a colour at each semicolon. */
  addText(text: string): void {
    for (const sign of text) {
      if (sign !== ';') continue;
      const channels = ['red', 'green', 'blue'].map((name) => this.#channels.get(name) ?? 0);
      const hex = channels.map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, '0')).join('');
      this.#colors.push(this.#channels.size === 0 ? undefined : hex);
      this.#channels.clear();
    }
  }

  /** Six hexadecimal digits; undefined for the automatic colour and for an unknown number. */
  of(number: number): string | undefined {
    return this.#colors[number];
  }
}

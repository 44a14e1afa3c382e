/** An XML element: its name without prefix, its own text (trimmed), and its children. */
export class XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];

  constructor(parts: Pick<XmlElement, 'name' | 'namespace' | 'attributes' | 'text' | 'children'>) {
    this.name = parts.name;
    this.namespace = parts.namespace;
    this.attributes = parts.attributes;
    this.text = parts.text;
    this.children = parts.children;
  }

  /** All elements at a path below this one, e.g. `Party/PartyName/Name`, in document order. */
  all(path: string): readonly XmlElement[] {
    let found: readonly XmlElement[] = [this];
    for (const name of path.split('/')) {
      found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
    }
    return found;
  }

  /** The first element at a path. */
  first(path: string): XmlElement | undefined {
    return this.all(path)[0];
  }

  /** Text of the first element at a path; empty if there is none. */
  textAt(path: string): string {
    return this.first(path)?.text ?? '';
  }
}

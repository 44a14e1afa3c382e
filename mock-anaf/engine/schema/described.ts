/** The type of the values that fit a schema which is written `as const`. */
export type Described<Given> = Given extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : Given extends { readonly anyOf: readonly (infer Option)[] }
    ? Described<Option>
    : Given extends { readonly type: 'array'; readonly items: infer Item }
      ? readonly Described<Item>[]
      : Given extends { readonly type: 'object' }
        ? DescribedObject<Given>
        : Given extends { readonly type: keyof Plain }
          ? Plain[Given['type']]
          : never;

interface Plain {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
}

type DescribedObject<Given> = Given extends { readonly properties: infer Properties }
  ? { readonly [Name in RequiredOf<Given> & keyof Properties]: Described<Properties[Name]> } & {
      readonly [Name in Exclude<keyof Properties, RequiredOf<Given>>]?: Described<Properties[Name]>;
    }
  : Given extends { readonly additionalProperties: infer Value }
    ? Readonly<Record<string, Described<Value>>>
    : Readonly<Record<string, unknown>>;

type RequiredOf<Given> = Given extends { readonly required: readonly (infer Name)[] } ? Name : never;

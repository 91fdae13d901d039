import type { NormalizationArgument, NormalizationSelection } from "relay-runtime";

/** Something to answer from: values, or functions of a field's arguments. */
export type Source = { readonly [field: string]: unknown };

type Values = Readonly<Record<string, unknown>>;

/**
 * Answers an operation from plain objects: what a GraphQL server does, with Relay's own reading of the operation in place of
 * a parser and a schema. What a source does not have is null, or an empty list.
 */
export function answer(selections: readonly NormalizationSelection[], source: Source, variables: Values): object {
  const data: Record<string, unknown> = {};
  for (const selection of selections) {
    switch (selection.kind) {
      case "ScalarField":
        data[selection.alias ?? selection.name] =
          valueOf(source, selection.name, valuesOf(selection.args, variables)) ?? null;
        break;
      case "LinkedField": {
        const value = valueOf(source, selection.name, valuesOf(selection.args, variables));
        const inner = (one: unknown) => (one == null ? null : answer(selection.selections, one as Source, variables));
        data[selection.alias ?? selection.name] = selection.plural ? asList(value).map(inner) : inner(value);
        break;
      }
      case "InlineFragment":
        if (source["__typename"] === selection.type)
          Object.assign(data, answer(selection.selections, source, variables));
        break;
      case "Condition":
        if (Boolean(variables[selection.condition]) === selection.passingValue)
          Object.assign(data, answer(selection.selections, source, variables));
        break;
      case "TypeDiscriminator":
        break; // only our objects implement an interface, and Relay asks for it beside their fields
      default:
        throw new Error(`${selection.kind} is asked for, and a file without a server has no answer to that.`);
    }
  }
  return data;
}

function valueOf(source: Source, name: string, values: Values): unknown {
  const value = source[name];
  return typeof value === "function" ? (value as (values: Values) => unknown)(values) : value;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function valuesOf(args: readonly NormalizationArgument[] | null | undefined, variables: Values): Values {
  return Object.fromEntries((args ?? []).map((one) => [one.name, argument(one, variables)]));
}

function argument(one: NormalizationArgument, variables: Values): unknown {
  switch (one.kind) {
    case "Literal":
      return one.value;
    case "Variable":
      return variables[one.variableName];
    case "ObjectValue":
      return valuesOf(one.fields, variables);
    case "ListValue":
      return one.items.map((item) => (item ? argument(item, variables) : null));
  }
}

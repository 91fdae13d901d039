import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  type SelectionSetNode,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

export const maxTokens = 3_000;
const maxDepth = 10;
const maxCost = 400_000;
const listFactor = 10;
const lists = new Set([
  "allSeries",
  "classifications",
  "branches",
  "links",
  "notes",
  "mentions",
  "history",
  "events",
  "places",
  "conditions",
  "files",
  "timeline",
  "views",
]);
/** Fields that start git, search, or read kept texts of many kilobytes. */
const heavy: Readonly<Record<string, number>> = {
  diff: 500,
  files: 500,
  sameFiles: 500,
  transcript: 500,
  search: 10_000,
};

/** Checked before anything runs, the same over HTTP and over a socket. */
export const rules: ValidationRule[] = [...specifiedRules, NoSchemaIntrospectionCustomRule, boundedCost];

/**
 * Refuses documents that are too deep or ask for too much: every field costs 1, a list multiplies what is below it, and what
 * is heavy costs more. A page of 1,000 rows costs about 40,000; a variable counts as the largest page.
 */
function boundedCost(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation: OperationDefinitionNode) {
      const cost = costOf(operation.selectionSet, context, 1, new Set());
      if (cost === null)
        context.reportError(
          new GraphQLError(`the document is deeper than ${maxDepth} fields.`, { nodes: [operation] }),
        );
      else if (cost > maxCost)
        context.reportError(
          new GraphQLError(`the document asks for too much at once (${cost} of ${maxCost}).`, { nodes: [operation] }),
        );
    },
  };
}

/** Null when too deep. Fragment cycles are refused by graphql's own rules; here they only must not loop. */
function costOf(
  set: SelectionSetNode,
  context: ValidationContext,
  depth: number,
  open: Set<FragmentDefinitionNode>,
): number | null {
  if (depth > maxDepth) return null;
  let sum = 0;
  for (const selection of set.selections) {
    let cost: number | null = 0;
    if (selection.kind === Kind.FIELD) cost = costOfField(selection, context, depth, open);
    else if (selection.kind === Kind.INLINE_FRAGMENT) cost = costOf(selection.selectionSet, context, depth, open);
    else {
      const fragment = context.getFragment(selection.name.value);
      if (fragment && !open.has(fragment))
        cost = costOf(fragment.selectionSet, context, depth, new Set(open).add(fragment));
    }
    if (cost === null) return null;
    sum += cost;
    if (sum > maxCost) return sum;
  }
  return sum;
}

function costOfField(
  field: FieldNode,
  context: ValidationContext,
  depth: number,
  open: Set<FragmentDefinitionNode>,
): number | null {
  const name = field.name.value;
  const own = heavy[name] ?? 1;
  if (!field.selectionSet) return own;
  const below = costOf(field.selectionSet, context, depth + 1, open);
  if (below === null) return null;
  if (name === "patches") return own + below * pageSize(field);
  return own + below * (lists.has(name) ? listFactor : 1);
}

/** What `first` says; a variable or a wrong value counts as the largest page, for which the resolver is the judge. */
function pageSize(field: FieldNode): number {
  const first = field.arguments?.find((one) => one.name.value === "first");
  if (!first) return 1;
  return first.value.kind === Kind.INT ? Math.min(Math.max(Number(first.value.value), 1), 1_000) : 1_000;
}
